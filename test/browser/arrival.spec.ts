import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

// Wide enough for charts under the pictures.
test.use({ viewport: { width: 1280, height: 800 } });

/** What the page counts of itself. */
interface Counted {
  /** Frames that came from the engine. */
  frames: number;
  /** Drawings, by picture; those of all charts together. */
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

test('a hand at rest: scrubbing, a slider and hovering draw pictures and charts as soon as there is news, whatever the clocks do @long', async ({
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
    // Charts: a drawing writes what has changed of a plot, and paints a map anew.
    before(CanvasRenderingContext2D.prototype, 'putImageData', (self, given) => {
      const { canvas } = self as CanvasRenderingContext2D;
      if (canvas.closest('.chart') !== null) counted.drawn.charts = (counted.drawn.charts ?? 0) + 1;
      return given;
    });
    const charts = new MutationObserver((changes) => {
      const written = changes.some(
        ({ target }) => target instanceof Element && target.closest('.chart-plot') !== null,
      );
      if (written) counted.drawn.charts = (counted.drawn.charts ?? 0) + 1;
    });
    charts.observe(document, { subtree: true, childList: true, attributes: true });
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
    before(window, 'setInterval', (_, [act, ...rest]) => [
      () => (counted.held ? undefined : (act as () => void)()),
      ...rest,
    ]);
    const now = performance.now.bind(performance);
    let stood = 0;
    performance.now = () => (counted.held ? stood : (stood = now()));
  });
  const lab = new Lab(page);
  await lab.open('ring-wave');
  await lab.step(12);
  await expect(page.locator('.chart-plot svg').first()).toBeAttached();
  const line = await page.locator('.timeline').boundingBox();
  if (line === null) throw new Error('there is no timeline');
  const counts = (): Promise<Counted> => page.evaluate(() => structuredClone(window.counted));
  /** Waits until these have been drawn since a count. */
  const drawnSince = async (before: Counted, what: readonly string[], when: string): Promise<void> => {
    for (const picture of what) {
      await expect
        .poll(async () => (await counts()).drawn[picture], { message: `${picture} ${when}` })
        .toBeGreaterThan(before.drawn[picture]);
    }
  };
  const everything = ['network', 'field', 'charts'];
  await page.evaluate(() => (window.counted.held = true));
  const y = line.y + line.height / 2;
  const xOf = (part: number): number => line.x + 8 + part * (line.width - 16);
  await page.mouse.move(xOf(0.5), y);
  await page.mouse.down();
  const shown: string[] = [];
  for (const part of [0.1, 0.35, 0.2, 0.05]) {
    const before = await counts();
    await page.mouse.move(xOf(part), y, { steps: 2 });
    await expect.poll(async () => (await counts()).frames).toBeGreaterThan(before.frames);
    await drawnSince(before, everything, `at ${part}`);
    shown.push(await lab.value('Step'));
  }
  // Their clock stood: after the first the numbers beside the pictures did not follow.
  expect(new Set(shown.slice(1)).size).toBe(1);
  await page.evaluate(() => window.release());
  await page.mouse.move(xOf(0), y);
  await expect.poll(() => lab.number('Step')).toBe(0);
  await page.mouse.move(xOf(1), y);
  await page.mouse.up();
  await expect.poll(() => lab.number('Step')).toBeGreaterThan(12);

  // A slider: every place of the hand is another run, and is seen.
  await lab.atRest();
  const slider = page.getByRole('slider', { name: 'friction' }).first();
  const rail = await slider.boundingBox();
  if (rail === null) throw new Error('there is no slider');
  await page.evaluate(() => (window.counted.held = true));
  await page.mouse.move(rail.x + 0.5 * rail.width, rail.y + rail.height / 2);
  await page.mouse.down();
  for (const part of [0.3, 0.6]) {
    const before = await counts();
    await page.mouse.move(rail.x + part * rail.width, rail.y + rail.height / 2);
    await expect.poll(async () => (await counts()).frames).toBeGreaterThan(before.frames);
    await drawnSince(before, everything, `with the slider at ${part}`);
  }
  await page.mouse.up();
  await page.evaluate(() => window.release());
  await lab.atRest();

  // Hovering: no frame comes, and both pictures show what is under the pointer.
  const field = await page.locator('[data-pane="field"] .stage-picture').boundingBox();
  if (field === null) throw new Error('there is no field');
  await page.evaluate(() => (window.counted.held = true));
  const frames = (await counts()).frames;
  const [middle, foot] = [field.x + field.width / 2, field.y + field.height - 4];
  await page.mouse.move(middle, foot);
  const before = await counts();
  await page.mouse.move(middle, field.y + 0.2 * field.height, { steps: 40 });
  await drawnSince(before, ['network', 'field'], 'hovering');
  expect((await counts()).frames).toBe(frames);
  await page.evaluate(() => window.release());

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
