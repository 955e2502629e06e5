import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect, LabError, type Lab } from '../../../public/embed/synaptic-field-lab.js';

const LAB = 'https://lab.example';

interface Sent {
  readonly message: { readonly id: number; readonly kind: string } & Readonly<Record<string, unknown>>;
  readonly target: string;
}

/** An article's window with a frame in it; what the frame says is put into its mouth. */
class Article {
  readonly sent: Sent[] = [];
  readonly frame = {
    postMessage: (message: Sent['message'], target: string) => this.sent.push({ message, target }),
  };
  private hear: (event: object) => void = () => undefined;
  private readonly sandbox: string | null;

  constructor(sandbox: string | null = null, origin = 'https://article.example') {
    this.sandbox = sandbox;
    vi.stubGlobal('window', {
      origin,
      addEventListener: (_: string, hear: (event: object) => void) => (this.hear = hear),
      removeEventListener: () => (this.hear = () => undefined),
    });
    vi.stubGlobal('document', { baseURI: 'https://article.example/page.html' });
  }
  get iframe(): HTMLIFrameElement {
    const words = this.sandbox?.split(' ') ?? [];
    return {
      src: `${LAB}/?embed`,
      contentWindow: this.frame,
      hasAttribute: () => this.sandbox !== null,
      sandbox: { contains: (word: string) => words.includes(word) },
    } as unknown as HTMLIFrameElement;
  }
  says(data: unknown, origin = LAB, source: unknown = this.frame): void {
    this.hear({ data, origin, source });
  }
  /** The last request of a kind. */
  last(kind: string): Sent {
    const found = this.sent.filter(({ message }) => message.kind === kind).at(-1);
    if (found === undefined) throw new Error(`no ${kind}`);
    return found;
  }
  async ready(lab: Promise<Lab>, origin = LAB): Promise<Lab> {
    this.says({ lab: 1, id: null, kind: 'ready', version: 1, level: 'run' }, origin);
    return lab;
  }
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the helper that authors copy', () => {
  it('asks until the lab is ready, whichever of the two was loaded first, and then no more', async () => {
    const article = new Article();
    const coming = connect(article.iframe);
    vi.advanceTimersByTime(600);
    expect(article.sent.map(({ message }) => message.kind)).toEqual(['hello', 'hello', 'hello']);
    const lab = await article.ready(coming);
    expect(lab.ready.level).toBe('run');
    vi.advanceTimersByTime(5000);
    expect(article.sent).toHaveLength(3);
  });

  it('gives a lab up that does not answer, and says after how long', async () => {
    const article = new Article();
    const coming = connect(article.iframe, { timeout: 2000 });
    const told = expect(coming).rejects.toThrow('an answer within 2000 ms');
    vi.advanceTimersByTime(2000);
    await told;
  });

  it('hears its own frame at its own origin alone, and speaks to that', async () => {
    const article = new Article();
    const coming = connect(article.iframe);
    article.says({ lab: 1, id: null, kind: 'ready' }, LAB, {});
    article.says({ lab: 1, id: null, kind: 'ready' }, 'https://elsewhere.example');
    article.says({ lab: 2, id: null, kind: 'ready' });
    article.says('ready');
    const lab = await article.ready(coming);
    expect(lab.ready.version).toBe(1);
    void lab.play();
    expect(article.last('play').target).toBe(LAB);
  });

  it.each([
    ['allow-scripts', 'null', '*'],
    ['allow-scripts allow-same-origin', LAB, LAB],
  ])('in a frame with sandbox="%s" the lab has the origin %s', async (sandbox, origin, target) => {
    const article = new Article(sandbox);
    const lab = await article.ready(connect(article.iframe), origin);
    void lab.pause();
    expect(article.last('pause').target).toBe(target);
  });

  it('an answer meets its own request; an error rejects it with place, value and what was expected', async () => {
    const article = new Article();
    const lab = await article.ready(connect(article.iframe));
    const [one, two] = [lab.seek(5), lab.set('expansion.gamma', 'much')];
    const ids = [article.last('seek'), article.last('set')].map(({ message }) => message.id);
    article.says({
      lab: 1,
      id: ids[1],
      kind: 'error',
      place: 'expansion.gamma',
      value: '"much"',
      expected: 'a number',
    });
    article.says({ lab: 1, id: ids[0], kind: 'answer', value: { step: 5, time: 1, playing: false } });
    expect(await one).toEqual({ step: 5, time: 1, playing: false });
    await expect(two).rejects.toThrow('expansion.gamma: is "much", expected a number');
    await expect(two).rejects.toBeInstanceOf(LabError);
  });

  it('an error that no request is at fault for is told apart', async () => {
    const article = new Article();
    const errors: string[] = [];
    await article.ready(connect(article.iframe, { onError: (error) => errors.push(error.place) }));
    article.says({
      lab: 1,
      id: null,
      kind: 'error',
      place: 'engine',
      value: '',
      expected: 'a running worker',
    });
    expect(errors).toEqual(['engine']);
  });

  it('calls listeners of an event until the last has gone, and then ends the subscription', async () => {
    const article = new Article();
    const lab = await article.ready(connect(article.iframe));
    const heard: number[] = [];
    const ends = [1, 10].map((factor) =>
      lab.on('step', ({ step }) => heard.push(factor * step), { perSecond: 2 }),
    );
    expect(article.last('subscribe').message).toMatchObject({ event: 'step', perSecond: 2 });
    article.says({ lab: 1, kind: 'event', event: 'step', value: { step: 3 } });
    ends[0]();
    article.says({ lab: 1, kind: 'event', event: 'step', value: { step: 4 } });
    expect(heard).toEqual([3, 30, 40]);
    expect(article.sent.some(({ message }) => message.kind === 'unsubscribe')).toBe(false);
    ends[1]();
    expect(article.last('unsubscribe').message).toMatchObject({ event: 'step' });
  });

  it('closed: what waits is rejected, and nothing more is sent', async () => {
    const article = new Article();
    const lab = await article.ready(connect(article.iframe));
    const asked = lab.getState();
    lab.close();
    await expect(asked).rejects.toThrow('an open connection');
    const { length } = article.sent;
    await expect(lab.play()).rejects.toThrow('an open connection');
    expect(article.sent).toHaveLength(length);
  });
});
