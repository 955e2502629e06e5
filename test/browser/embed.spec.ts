import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

/** Pages of another origin, by their path. */
class Site {
  readonly pages = new Map<string, string>();
  private readonly server: Server;

  constructor() {
    this.server = createServer(({ url }, answer) => {
      const page = this.pages.get(url ?? '');
      answer.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
      answer.end(page);
    });
  }
  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }
  close(): void {
    this.server.close();
  }
  /** Another host as well as another port than the lab's: another site. */
  put(path: string, body: string): string {
    const { port } = this.server.address() as AddressInfo;
    this.pages.set(path, `<!doctype html><title>article</title><link rel="icon" href="data:,">${body}`);
    return `http://localhost:${port}${path}`;
  }
}

const LONG = { tag: '@long' };
let site: Site;
test.beforeEach(async () => {
  site = new Site();
  await site.open();
});
test.afterEach(() => site.close());

/** A script of the article: all that the frame `n` says is kept; `ask` resolves with what is answered. */
const listening = `<script>
  window.said = [];
  const waiting = new Map();
  addEventListener('message', ({ source, data, origin }) => {
    const from = [...Array(frames.length).keys()].find((n) => frames[n] === source) ?? -1;
    if (data?.lab !== 1) return;
    said.push({ from, origin, ...data });
    waiting.get(data.id)?.(data);
  });
  let last = 0;
  window.ask = (kind, members = {}, n = 0) => new Promise((resolve) => {
    const id = ++last;
    waiting.set(id, resolve);
    frames[n].postMessage({ lab: 1, id, kind, ...members }, '*');
  });
</script>`;

interface Said {
  readonly from: number;
  readonly kind: string;
  readonly origin: string;
  readonly place?: string;
  readonly value?: Record<string, unknown>;
}

async function ready(page: Page, n = 0): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate((from) => saidIn().filter((m) => m.from === from && m.kind === 'ready').length, n),
    )
    .toBe(1);
}
/** Stands for the article's own, inside the page. */
declare const saidIn: () => Said[];

function ask(page: Page, kind: string, members: object = {}, n = 0): Promise<Said> {
  return page.evaluate(
    ([kind, members, n]) =>
      (window as unknown as { ask(kind: string, members: object, n: number): Promise<Said> }).ask(
        kind,
        members,
        n,
      ),
    [kind, members, n] as const,
  );
}

/** What is read once it no longer changes: pictures ease. */
async function still<T>(read: () => Promise<T>): Promise<T> {
  let last = '';
  let now = await read();
  await expect
    .poll(
      async () => {
        const before = last;
        now = await read();
        last = JSON.stringify(now) ?? '';
        return last === before;
      },
      { intervals: [300] },
    )
    .toBe(true);
  return now;
}

const stepOf = (frame: FrameLocator): Promise<string | null> =>
  frame.locator('output[aria-label="Step"]').getAttribute('data-value');

test('a sandboxed frame of another origin, without storage: ready, requests, errors; a stranger hears nothing', async ({
  page,
  baseURL,
  problems,
}) => {
  const lab = `${baseURL}?embed=run&quality=test&scenario=ring-wave`;
  await page.goto(
    site.put(
      '/raw',
      `${listening}<script>window.saidIn = () => said</script>
      <iframe title="open" sandbox="allow-scripts" src="${lab}" width="640" height="360"></iframe>
      <iframe title="closed" src="${lab}&origin=https://elsewhere.example" width="640" height="360"></iframe>`,
    ),
  );
  await ready(page);
  const frame = page.frameLocator('iframe[title=open]');
  expect(await frame.locator('body').evaluate(() => window.origin)).toBe('null');
  expect(await stepOf(frame)).toBe('0');

  expect((await ask(page, 'set', { path: 'expansion.gamma', value: 0.75 })).value).toMatchObject({
    superseded: false,
  });
  await expect(frame.locator('.key-strip .friction input.val')).toHaveValue('0.750');
  expect((await ask(page, 'step', { count: 12 })).value).toMatchObject({ step: 12 });
  const { document } = (await ask(page, 'getState')).value as {
    document: { edits: unknown[]; view: { step: number } };
  };
  expect([document.edits.length, document.view.step]).toEqual([1, 12]);
  const seen = (await ask(page, 'observe', { names: ['scalars'] })).value as {
    values: { scalars: { cost: number }[] };
  };
  const costs = [seen.values.scalars[0].cost];
  await ask(page, 'reset');
  await ask(page, 'open', { document });
  costs.push(
    ((await ask(page, 'observe', { names: ['scalars'] })).value as typeof seen).values.scalars[0].cost,
  );
  // The same document at the same step: the same bits.
  expect(costs[1]).toBe(costs[0]);
  expect(await ask(page, 'open', { scenario: 'no-such' })).toMatchObject({
    kind: 'error',
    place: '?scenario=no-such',
  });
  expect(await ask(page, 'explode')).toMatchObject({ kind: 'error', place: 'kind', value: '"explode"' });

  // The reader's own hand is told, too.
  await ask(page, 'subscribe', { event: 'edited' });
  await frame.getByRole('slider', { name: 'friction' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => page.evaluate(() => saidIn().filter(({ kind }) => kind === 'event').length))
    .toBeGreaterThan(0);

  // The other frame is as alive, and speaks to nobody but the origin that its address declares.
  const closed = page.frameLocator('iframe[title=closed]');
  await expect(closed.locator('output[aria-label="Step"]')).toHaveAttribute('data-value', '0');
  await page.evaluate(() => frames[1].postMessage({ lab: 1, id: 1, kind: 'play' }, '*'));
  await closed.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(closed.locator('output[aria-label="Step"]')).toHaveAttribute('data-value', '1');
  expect(await page.evaluate(() => saidIn().filter(({ from }) => from === 1))).toEqual([]);
  // The browser itself says that it kept a message from this page.
  expect(problems.filter((problem) => !problem.includes('elsewhere.example'))).toEqual([]);
  problems.length = 0;
});

test(
  'a frame of the same origin stores nothing and makes no entry of the history',
  LONG,
  async ({ page, baseURL }) => {
    const body = `<iframe title="lab" src="./?embed=full&quality=test&scenario=circle" width="900" height="500"></iframe>`;
    await page.route('**/article.html', (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(`${baseURL}article.html`);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('output[aria-label="Step"]')).toHaveAttribute('data-value', '0');
    const entries = await page.evaluate(() => history.length);
    await frame.getByRole('button', { name: 'Step', exact: true }).click();
    await expect(frame.locator('output[aria-label="Step"]')).toHaveAttribute('data-value', '1');
    // What a visit of the lab itself would remember.
    await page.keyboard.press('g');
    await frame.getByRole('radio', { name: 'Paper' }).check({ force: true });
    await page.keyboard.press('Escape');
    await expect(frame.locator('html')).toHaveAttribute('data-ground', 'paper');
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, history.length])).toEqual([
      0,
      0,
      entries,
    ]);
    const link = frame.getByRole('link', { name: 'Open in the lab' });
    await link.focus();
    const opened = page.context().waitForEvent('page');
    await page.keyboard.press('Enter');
    const lab = await opened;
    await expect(lab.locator('.lab')).toBeVisible();
    expect(new URL(lab.url()).searchParams.has('embed')).toBe(false);
    await lab.close();
  },
);

test(
  'out of sight it rests, in sight it plays on; in a frame that is not shown, too',
  LONG,
  async ({ page, baseURL }) => {
    await page.goto(
      site.put(
        '/long',
        `<iframe sandbox="allow-scripts" width="640" height="360"
        src="${baseURL}?embed=run&quality=test&scenario=ring-wave&play=1"></iframe><div style="height: 4000px"></div>`,
      ),
    );
    const frame = page.frameLocator('iframe');
    const pause = frame.locator('button[aria-label=Pause]');
    const play = frame.locator('button[aria-label=Play]');
    await expect(pause).toBeAttached();
    await page.evaluate(() => scrollTo(0, 3000));
    await expect(play).toBeAttached();
    await expect(frame.locator('[data-settled]')).toHaveAttribute('data-settled', 'true');
    const rested = await stepOf(frame);
    await page.evaluate(() => scrollTo(0, 0));
    await expect(pause).toBeAttached();
    await expect.poll(async () => Number(await stepOf(frame))).toBeGreaterThan(Number(rested));
    await page.locator('iframe').evaluate((element) => (element.style.visibility = 'hidden'));
    await page.locator('iframe').evaluate((element) => (element.style.display = 'none'));
    await expect(play).toBeAttached();
    await page.locator('iframe').evaluate((element) => element.removeAttribute('style'));
    await expect(pause).toBeAttached();
  },
);

test(
  'the wheel is the article’s until the picture is pressed or with Ctrl; Tab goes through; unknown keys are told',
  LONG,
  async ({ page, baseURL }) => {
    await page.goto(
      site.put(
        '/wheel',
        `${listening}<script>window.saidIn = () => said</script><button>before</button>
      <iframe sandbox="allow-scripts" width="640" height="360"
        src="${baseURL}?embed=bare&pictures=field&quality=test&scenario=ring-wave&play=0"></iframe>
      <button>after</button><div style="height: 4000px"></div>`,
      ),
    );
    await ready(page);
    const box = await page.locator('iframe').boundingBox();
    if (box === null) throw new Error('no frame');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('[data-pane] canvas')).toBeVisible();
    const camera = async (): Promise<unknown> =>
      ((await ask(page, 'getState')).value as { document: { view: { camera?: unknown } } }).document.view
        .camera;
    const scrolled = (): Promise<number> => page.evaluate(() => scrollY);

    await page.mouse.move(x, y);
    await page.mouse.wheel(0, 120);
    await expect.poll(scrolled).toBeGreaterThan(0);
    expect(await camera()).toBeUndefined();
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(scrolled).toBe(0);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await expect.poll(camera).toMatchObject({ preset: 'home' });
    expect(await scrolled()).toBe(0);
    // Beside what could be held: a press gives the focus.
    await page.mouse.click(box.x + 24, box.y + box.height - 24);
    const near = (await still(camera)) as { dolly: number };
    await page.mouse.wheel(0, 240);
    await expect.poll(async () => ((await camera()) as typeof near).dolly).toBeGreaterThan(near.dolly);
    expect(await scrolled()).toBe(0);

    await page.getByRole('button', { name: 'before' }).focus();
    const after = page.getByRole('button', { name: 'after' });
    for (let n = 0; n < 12 && !(await after.evaluate((e) => e === document.activeElement)); n++)
      await page.keyboard.press('Tab');
    await expect(after).toBeFocused();

    await ask(page, 'subscribe', { event: 'key' });
    await frame.getByRole('button', { name: 'Play', exact: true }).focus();
    for (const key of ['PageDown', 'c', '.']) await page.keyboard.press(key);
    await expect
      .poll(() => page.evaluate(() => saidIn().flatMap((m) => (m.kind === 'event' ? [m.value?.key] : []))))
      .toEqual(['PageDown', 'c']);
    // The full stop is the lab's: it steps.
    expect((await ask(page, 'pause')).value).toMatchObject({ step: 1 });
  },
);

test('what is dragged and let go outside the frame is let go', LONG, async ({ page, baseURL }) => {
  await page.goto(
    site.put(
      '/drag',
      `${listening}<script>window.saidIn = () => said</script>
      <iframe sandbox="allow-scripts" width="640" height="360"
        src="${baseURL}?embed=run&pictures=field&quality=test&scenario=ring-wave&play=0"></iframe>
      <p style="height: 150px">text</p>`,
    ),
  );
  await ready(page);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-pane] canvas')).toBeVisible();
  const box = await page.locator('iframe').boundingBox();
  if (box === null) throw new Error('no frame');
  const view = async (): Promise<{ camera?: { yaw: number } }> =>
    ((await ask(page, 'getState')).value as { document: { view: { camera?: { yaw: number } } } }).document
      .view;
  const corner = [box.x + 30, box.y + 230] as const;
  await page.mouse.move(...corner);
  await page.mouse.down();
  await page.mouse.move(corner[0] + 60, corner[1], { steps: 4 });
  await page.mouse.move(corner[0] + 60, box.y + box.height + 80, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await view()).camera?.yaw ?? 0).not.toBe(0);
  const turned = await still(async () => (await view()).camera);
  await page.mouse.move(corner[0], corner[1] - 80, { steps: 4 });
  await page.mouse.move(corner[0] + 300, corner[1] - 80, { steps: 8 });
  expect((await view()).camera).toEqual(turned);

  // A window that loses the focus may never hear of the release.
  await page.mouse.move(...corner);
  await page.mouse.down();
  await page.mouse.move(corner[0] + 30, corner[1], { steps: 3 });
  await frame.locator('body').evaluate(() => window.dispatchEvent(new Event('blur')));
  const left = await still(async () => (await view()).camera);
  await page.mouse.move(corner[0] + 200, corner[1], { steps: 6 });
  expect(await still(async () => (await view()).camera)).toEqual(left);
  await page.mouse.up();

  const slider = frame.getByRole('slider', { name: 'friction' });
  const place = await slider.boundingBox();
  if (place === null) throw new Error('no slider');
  await page.mouse.move(place.x + place.width * 0.3, place.y + place.height / 2);
  await page.mouse.down();
  await page.mouse.move(place.x + place.width * 0.6, place.y + place.height / 2, { steps: 4 });
  await page.mouse.move(place.x + place.width * 0.6, box.y + box.height + 80, { steps: 4 });
  await page.mouse.up();
  const value = await slider.inputValue();
  await page.mouse.move(place.x + place.width * 0.2, place.y + place.height / 2, { steps: 6 });
  expect(await slider.inputValue()).toBe(value);
});

test(
  'the article’s own slider sets friction, and its readout follows the run',
  LONG,
  async ({ page, baseURL }) => {
    await page.goto(`${baseURL}embed/article.html`);
    const readout = page.locator('#readout');
    await expect(readout).toContainText('cost C =', { timeout: 45_000 });
    const slider = page.getByRole('slider', { name: 'Friction γ' });
    const frame = page.frameLocator('iframe');
    await slider.fill('12');
    await expect(frame.locator('.key-strip .friction input.val')).toHaveValue('12.0');
    // What the article says of the mark: beyond it no mode swings.
    await expect(frame.locator('.regime')).toContainText('overdamped');
    const before = await readout.textContent();
    await page.getByRole('button', { name: 'Play' }).click();
    await expect(readout).not.toHaveText(before ?? '');
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(frame.getByRole('button', { name: 'Play', exact: true })).toBeAttached();
  },
);

test(
  'slides of reveal.js: the shown slide plays, the left one rests, its keys go back to the slides',
  LONG,
  async ({ page, baseURL }) => {
    await page.goto(`${baseURL}embed/slides.html`);
    const frame = page.frameLocator('iframe');
    const play = frame.locator('button[aria-label=Play]');
    const pause = frame.locator('button[aria-label=Pause]');
    await expect(page.locator('.reveal.ready')).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(pause).toBeAttached({ timeout: 45_000 });
    await expect.poll(async () => Number(await stepOf(frame))).toBeGreaterThan(0);
    await page.keyboard.press('ArrowRight');
    await expect(play).toBeAttached();
    await page.keyboard.press('ArrowLeft');
    await expect(pause).toBeAttached();
    await pause.click();
    await page.keyboard.press('PageDown');
    await expect(page.getByRole('heading', { name: 'What was seen' })).toBeVisible();
  },
);

test(
  'a notebook’s frames, as its output stands in a page: IFrame and HTML with messages',
  LONG,
  async ({ page, baseURL }) => {
    const notebook = JSON.parse(readFileSync('public/embed/notebook.ipynb', 'utf8')) as {
      cells: { source: string[]; outputs?: { data: Record<string, string[]> }[] }[];
    };
    const outputs = notebook.cells.flatMap(({ outputs = [] }) =>
      outputs.map(({ data }) => data['text/html'].join('')),
    );
    expect(outputs).toHaveLength(2);
    // What a cell says is what stands in its output: the address is the one thing that is filled in.
    const said = /HTML\("""([^]*)"""\.replace/.exec(notebook.cells.at(-1)?.source.join('') ?? '')?.[1] ?? '';
    const served = 'http://localhost:4173/';
    expect(said.replaceAll('LAB', served)).toBe(outputs[1]);
    await page.goto(
      site.put(
        '/notebook',
        outputs
          .join('<hr>')
          .replaceAll(served, baseURL ?? '')
          .replaceAll('&play=0', '&play=0&quality=test'),
      ),
    );
    await expect(page.frameLocator('iframe >> nth=0').locator('output[aria-label="Step"]')).toHaveAttribute(
      'data-value',
      '0',
    );
    const cost = page.locator('#cost');
    await expect(cost).toContainText('C = ');
    const before = await cost.textContent();
    // By the keyboard: a pointer's press right after the page scrolled may meet where a frame stood.
    await page.getByRole('button', { name: '100 steps' }).press('Enter');
    await expect(cost).not.toHaveText(before ?? '');
  },
);

test('“Embed…” writes a frame for the scenario, and that frame opens', LONG, async ({ page, baseURL }) => {
  await page.goto(`${baseURL}?quality=test&scenario=torus-wave`);
  await expect(page.locator('output[aria-label="Step"]')).toHaveAttribute('data-value', '0');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('embed');
  await page.getByRole('option', { name: 'Embed…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Embed this run' });
  await dialog.getByRole('radio', { name: 'Pictures', exact: true }).check();
  await dialog.getByRole('combobox', { name: 'Picture' }).selectOption('field');
  await dialog.getByRole('combobox', { name: 'Ground' }).selectOption('paper');
  await dialog.getByRole('combobox', { name: 'Size' }).selectOption('fixed');
  const width = dialog.getByRole('textbox', { name: 'Width in pixels' });
  expect(await new Lab(page).violations('dialog')).toEqual([]);
  await width.fill('200');
  await width.press('Enter');
  await expect(dialog).toContainText('a whole number from 300 to 4000');
  await width.fill('480');
  await width.press('Enter');
  const html = await dialog.getByRole('textbox', { name: 'HTML of the frame' }).inputValue();
  expect(html).toContain('width: 480px');
  await page.goto(site.put('/pasted', html));
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-pane=field] canvas')).toBeVisible();
  await expect(frame.locator('[data-pane=network]')).toHaveCount(0);
  await expect(frame.locator('html')).toHaveAttribute('data-ground', 'paper');
  await expect(frame.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

test(
  'the step of a lesson that is open: embedded from its panel it stands alone with its words, from its start; or the run without',
  LONG,
  async ({ page, baseURL }) => {
    const lab = new Lab(page);
    await page.goto(`${baseURL}?quality=test&lesson=friction&step=3`);
    await lab.atRest();
    await page
      .getByRole('complementary', { name: 'Lesson' })
      .getByRole('button', { name: 'Embed this step…' })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Embed this run' });
    await expect(dialog.getByRole('radio', { name: 'This step of the lesson' })).toBeChecked();
    expect(await lab.violations('dialog')).toEqual([]);
    const html = dialog.getByRole('textbox', { name: 'HTML of the frame' });
    await expect(html).toHaveValue(/\?lesson=friction&amp;step=creep&amp;embed=run&amp;play=0"/);
    await expect(html).toHaveValue(/title="The creeping side, /);
    const step = await html.inputValue();
    await dialog.getByRole('radio', { name: 'Pictures', exact: true }).check();
    await expect(dialog).toContainText('the words of the step are left out');
    await dialog.getByRole('radio', { name: 'The run as it stands' }).check();
    await expect(html).not.toHaveValue(/lesson/);
    const run = await html.inputValue();

    await page.goto(site.put('/step', step));
    const frame = page.frameLocator('iframe');
    const words = frame.getByRole('complementary', { name: 'Lesson' });
    await expect(words).toContainText('The creeping side');
    await expect(frame.locator('output[aria-label="Step"]')).toHaveAttribute('data-value', '0');
    await page.goto(site.put('/run', run));
    await expect(frame.locator('[data-pane] canvas').first()).toBeVisible();
    await expect(words).toHaveCount(0);
  },
);

test(
  'frames of 300 to 1200 px and from 200 px height: everything stands within them, and the picture has room',
  LONG,
  async ({ page, baseURL }) => {
    const looks = async (): Promise<readonly string[]> =>
      page.evaluate(() => {
        const [w, h] = [innerWidth, innerHeight];
        const told: string[] = [];
        const { scrollWidth, scrollHeight } = document.documentElement;
        if (scrollWidth > w || scrollHeight > h) told.push(`page of ${scrollWidth} x ${scrollHeight}`);
        const picture = document.querySelector('[data-pane] canvas')?.getBoundingClientRect();
        if (picture === undefined || picture.height < 80) told.push(`picture of ${picture?.height}`);
        for (const element of document.querySelectorAll('.transport button, .key-strip input, .embed-lab')) {
          const { left, right, top, bottom, width } = element.getBoundingClientRect();
          if (width === 0) continue;
          if (left < -1 || right > w + 1 || top < -1 || bottom > h + 1)
            told.push(`${element.getAttribute('aria-label')} at ${left} ${top} ${right} ${bottom}`);
        }
        const link = document.querySelector('.embed-lab')?.getBoundingClientRect();
        if (link === undefined || link.width < 24 || link.height < 24) told.push('no link');
        return told;
      });
    for (const level of ['bare', 'run', 'full']) {
      for (const ground of ['stage', 'projector']) {
        await page.goto(`${baseURL}?embed=${level}&ground=${ground}&quality=test&scenario=ring-wave&play=0`);
        for (const [width, height] of [
          [300, 200],
          [300, 480],
          [480, 270],
          [640, 360],
          [800, 200],
          [1200, 675],
        ]) {
          await page.setViewportSize({ width, height });
          await expect.poll(looks, `${level}, ${ground}, ${width} x ${height}`).toEqual([]);
          if (width === 640) expect(await new Lab(page).violations(), `${level}, ${ground}`).toEqual([]);
        }
      }
    }
  },
);

test(
  'a wrong address is told in the frame and to the page, and what is right of it holds',
  LONG,
  async ({ page, baseURL }) => {
    await page.goto(
      site.put(
        '/wrong',
        `${listening}<script>window.saidIn = () => said</script>
      <iframe sandbox="allow-scripts" width="640" height="300"
        src="${baseURL}?embed=bare&quality=test&scenario=circle&ground=red"></iframe>`,
      ),
    );
    await ready(page);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('alert').filter({ hasText: 'stage, paper, projector' })).toBeVisible();
    const errors = await page.evaluate(() => saidIn().filter(({ kind }) => kind === 'error'));
    expect(errors).toMatchObject([{ id: null, place: 'ground', value: '"red"' }]);

    // A hash that is meant as a run: nothing else is shown in its place.
    const hashed = `${listening}<script>window.saidIn = () => said</script>
      <iframe sandbox="allow-scripts" width="640" height="300" src="${baseURL}?embed&quality=test#v1.9.abc.def"></iframe>`;
    await page.goto(site.put('/hashed', hashed));
    await ready(page);
    await expect(frame.getByRole('alert').filter({ hasText: 'a whole link' })).toContainText(
      'The link could not be opened.',
    );
    await expect(frame.locator('[data-pane]')).toHaveCount(0);
    expect(await page.evaluate(() => saidIn().map(({ kind }) => kind))).toEqual(['ready', 'error']);
  },
);
