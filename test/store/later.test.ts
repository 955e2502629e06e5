import { describe, expect, it, vi } from 'vitest';
import { fetchAhead, forgetFailures, Later, LoadError } from '../../src/store/later.ts';

/** A part whose fetching fails the first times. */
function flaky(failures: number) {
  let asked = 0;
  const part = new Later(() => {
    asked++;
    return asked <= failures ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve('there');
  });
  return { part, asked: () => asked };
}

describe('later: parts that are loaded when they are first asked for', () => {
  it('is fetched once, however often it is asked for', async () => {
    const { part, asked } = flaky(0);
    await Promise.all([part.ask(), part.ask()]);
    await part.ask();
    expect(asked()).toBe(1);
    expect(part.value).toBe('there');
  });

  it('keeps its failure until a boundary has shown it, and then is fetched again', async () => {
    const { part, asked } = flaky(1);
    await expect(part.ask()).rejects.toBeInstanceOf(LoadError);
    await expect(part.ask()).rejects.toThrow('Failed to fetch');
    expect(asked()).toBe(1);
    forgetFailures();
    await expect(part.ask()).resolves.toBe('there');
    expect(asked()).toBe(2);
  });

  it('does not forget a part that is on its way', async () => {
    const { part, asked } = flaky(0);
    const first = part.ask();
    forgetFailures();
    expect(part.ask()).toBe(first);
    await first;
    expect(asked()).toBe(1);
  });

  it('fetches everything ahead; what fails is left for the time it is asked for', async () => {
    const broken = flaky(1);
    const whole = flaky(0);
    let pauses = 0;
    await fetchAhead(() => {
      pauses++;
      return Promise.resolve();
    });
    expect(pauses).toBeGreaterThanOrEqual(2);
    expect(whole.part.value).toBe('there');
    expect(broken.part.value).toBeNull();
    await expect(broken.part.ask()).resolves.toBe('there');
  });

  it('without a network asks the lab itself first, so that no browser keeps a failed module; kept or in one file it asks at once', async () => {
    const asked: string[] = [];
    let answers = false;
    vi.stubGlobal('navigator', { onLine: false });
    vi.stubGlobal('location', { protocol: 'http:' });
    vi.stubGlobal('fetch', (address: string) => {
      asked.push(address);
      return answers ? Promise.resolve(null) : Promise.reject(new TypeError('Failed to fetch'));
    });
    const away = flaky(0);
    await expect(away.part.ask()).rejects.toBeInstanceOf(LoadError);
    expect([away.asked(), asked.length]).toEqual([0, 1]);
    forgetFailures();
    // A laptop that serves itself has no network either.
    answers = true;
    await expect(away.part.ask()).resolves.toBe('there');
    expect([away.asked(), asked.length]).toEqual([1, 2]);
    answers = false;
    vi.stubGlobal('location', { protocol: 'file:' });
    await expect(flaky(0).part.ask()).resolves.toBe('there');
    vi.stubGlobal('location', { protocol: 'https:' });
    vi.stubGlobal('navigator', { onLine: false, serviceWorker: { controller: {} } });
    await expect(flaky(0).part.ask()).resolves.toBe('there');
    expect(asked).toHaveLength(2);
    vi.unstubAllGlobals();
  });
});
