import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

/** What the page counts of itself. */
interface Counted {
  /** Frames that came from the engine. */
  frames: number;
  /** Drawings, by picture. */
  readonly drawn: Record<string, number>;
  /** While set, clocks stand, timers wait and the engine's word that it has done all is kept back. */
  held: boolean;
}
declare global {
  interface Window {
    counted: Counted;
    /** Lets clocks and timers go on, and says what was kept back. */
    release: () => void;
  }
}

test('scrubbing at rest: every picture is drawn when a frame comes, whatever the readouts and their clock do', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const counted: Counted = { frames: 0, drawn: {}, held: false };
    window.counted = counted;
    const kept: (() => void)[] = [];
    window.release = () => {
      counted.held = false;
      for (const hear of kept.splice(0)) hear();
    };
    // Drawings: each begins by clearing its canvas.
    /** Puts something before a method. */
    const before = <T>(
      object: T,
      name: keyof T,
      act: (self: unknown, given: unknown[]) => unknown[] | null,
    ): void => {
      const method = object[name] as (...given: unknown[]) => unknown;
      object[name] = new Proxy(method, {
        apply(target, self, given: unknown[]) {
          const taken = act(self, given);
          return taken === null ? 0 : Reflect.apply(target, self, taken);
        },
      }) as T[keyof T];
    };
    before(WebGL2RenderingContext.prototype, 'clear', (self, given) => {
      const { canvas } = self as WebGL2RenderingContext;
      const pane = canvas instanceof HTMLCanvasElement ? canvas.closest<HTMLElement>('[data-pane]') : null;
      const name = pane?.dataset.pane ?? 'none';
      counted.drawn[name] = (counted.drawn[name] ?? 0) + 1;
      return given;
    });
    // Frames: counted before the page hears them.
    Object.defineProperty(Worker.prototype, 'onmessage', {
      set(this: Worker, hear: ((event: MessageEvent<{ type: string }>) => void) | null) {
        this.addEventListener('message', (event: MessageEvent<{ type: string }>) => {
          if (event.data.type === 'frame') counted.frames++;
          if (counted.held && event.data.type === 'answer') kept.push(() => hear?.call(this, event));
          else hear?.call(this, event);
        });
      },
    });
    before(window, 'setTimeout', (_, given) => (counted.held && Number(given[1] ?? 0) > 0 ? null : given));
    const now = performance.now.bind(performance);
    let stood = 0;
    performance.now = () => (counted.held ? stood : (stood = now()));
  });
  const lab = new Lab(page);
  await lab.open('ring-wave');
  await lab.step(12);
  const line = await page.locator('.timeline').boundingBox();
  if (line === null) throw new Error('there is no timeline');
  const counts = (): Promise<Counted> => page.evaluate(() => structuredClone(window.counted));
  await page.evaluate(() => (window.counted.held = true));
  const y = line.y + line.height / 2;
  const xOf = (part: number): number => line.x + 8 + part * (line.width - 16);
  await page.mouse.move(xOf(0.5), y);
  await page.mouse.down();
  const shown: string[] = [];
  for (const part of [0.1, 0.35, 0.2, 0.5, 0.05]) {
    const before = await counts();
    await page.mouse.move(xOf(part), y, { steps: 2 });
    await expect.poll(async () => (await counts()).frames).toBeGreaterThan(before.frames);
    for (const picture of ['network', 'field']) {
      await expect
        .poll(async () => (await counts()).drawn[picture], { message: `${picture} at ${part}` })
        .toBeGreaterThan(before.drawn[picture]);
    }
    shown.push(await lab.value('Step'));
  }
  // Their clock stood: after the first the numbers beside the pictures did not follow.
  expect(new Set(shown.slice(1)).size).toBe(1);
  await page.evaluate(() => window.release());
  await page.mouse.move(xOf(0), y);
  await page.mouse.up();
  await expect.poll(() => lab.number('Step')).toBe(0);

  // At rest nothing is drawn.
  const afterFrames = (left: number): Promise<Counted> =>
    page.evaluate(
      (count) =>
        new Promise<Counted>((resolve) => {
          const next = (more: number): void =>
            void (more > 0
              ? requestAnimationFrame(() => next(more - 1))
              : resolve(structuredClone(window.counted)));
          next(count);
        }),
      left,
    );
  const rest = await afterFrames(5);
  expect((await afterFrames(5)).drawn).toEqual(rest.drawn);
});
