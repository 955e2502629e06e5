import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

/** Key controls: the slider that the lesson is about, at every size (mock: strip). */

const sizes = [
  ['projector', 1280, 720],
  ['stage', 1024, 768],
  ['stage', 1366, 768],
  ['paper', 1600, 900],
  ['projector', 1920, 1080],
  ['paper', 768, 1024],
  ['stage', 390, 844],
] as const;

async function open(page: Page, ground: string, scenario?: string): Promise<Lab> {
  await page.addInitScript((chosen) => localStorage.setItem('synaptic-field-lab.ground', chosen), ground);
  const lab = new Lab(page);
  await lab.open(scenario);
  return lab;
}

const slider = (page: Page) => page.locator('.key-strip').getByRole('slider', { name: /friction/ });
const field = (page: Page) => page.locator('.key-strip').getByRole('textbox', { name: /friction/ });

/** Drags the thumb of friction to a part of its track, in one move: there is no value on the way to be taken for the last. */
async function drag(page: Page, to: number): Promise<void> {
  const box = await slider(page).boundingBox();
  const thumb = await page.locator('.key-strip .friction .slider-thumb').boundingBox();
  if (box === null || thumb === null) throw new Error('no slider');
  const y = thumb.y + thumb.height / 2;
  await page.mouse.move(thumb.x + thumb.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(box.x + to * box.width, y);
  await page.mouse.up();
}

for (const [ground, width, height] of sizes) {
  const tag = width === 1280 || width === 390 ? [] : ['@long'];
  const title = `friction: in sight at ${width}x${height} on ${ground}, dragged without scrolling or opening`;
  test(title, { tag }, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const lab = await open(page, ground);
    const box = await slider(page).boundingBox();
    if (box === null) throw new Error('no slider');
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.height).toBeGreaterThanOrEqual(ground === 'projector' || width < 600 ? 44 : 40);
    expect(box.width).toBeGreaterThanOrEqual(200);
    await lab.step(1);
    const before = Number(await field(page).inputValue());
    await drag(page, 0.85);
    await expect.poll(async () => Number(await field(page).inputValue())).toBeGreaterThan(2 * before);
    // What the strip shows is what the run has.
    await expect
      .poll(async () => Number(await field(page).inputValue()) === (await savedGamma(page)))
      .toBe(true);
    await expect(page.locator('.under .named').first()).toBeVisible();
  });
}

interface Saved {
  readonly edits: readonly { readonly command: { readonly path: string; readonly value: unknown } }[];
}

/** Changes of friction in the run as it would be saved. */
async function savedEdits(
  page: Page,
): Promise<readonly { readonly path: string; readonly value: unknown }[]> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('s')]);
  const { edits } = JSON.parse(readFileSync(await download.path(), 'utf8')) as Saved;
  return edits.map(({ command }) => command);
}

async function savedGamma(page: Page): Promise<unknown> {
  return (await savedEdits(page)).filter(({ path }) => path === 'expansion.gamma').at(-1)?.value;
}

const sections = {
  version: 1,
  system: { kind: 'ring-shared', N: 16 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  dynamics: { kind: 'second-order', dt: 1 / 16 },
};

test('schedule: the thumb follows γ now, and a drag holds it from this step on', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const lab = await open(page, 'projector');
  const expansion = { kind: 'cosine', etaMin: 0.5, etaMax: 4, T: 4 };
  await lab.openFile('schedule.json', { ...sections, title: 'Cosine', expansion });
  await lab.settled(0);
  await expect(page.locator('.key-strip .name').first()).toHaveText('now');
  // η(0) = etaMax, η(T/2) their mean.
  await expect(field(page)).toHaveValue('0.250');
  const start = await slider(page).inputValue();
  await lab.step(8);
  const eta = 0.5 + (3.5 / 2) * (1 + Math.cos(Math.PI * (0.5 / 4)));
  await expect(field(page)).toHaveValue((1 / eta).toPrecision(3));
  expect(Number(await slider(page).inputValue())).toBeGreaterThan(Number(start));

  const step = await lab.number('Step');
  await drag(page, 0.5);
  await expect(page.locator('.key-strip .name').first()).toHaveText('friction');
  expect(await lab.number('Step')).toBe(step);
  const shown = Number(await field(page).inputValue());
  const edits = await savedEdits(page);
  expect(edits.map(({ path }) => path)).toEqual(['expansion']);
  expect(edits[0].value).toMatchObject({ kind: 'de-sitter', gamma: shown });
});

test(
  'schedule: friction that was taken over is given back by one undo',
  { tag: '@long' },
  async ({ page }) => {
    const lab = await open(page, 'stage');
    const expansion = { kind: 'cosine', etaMin: 0.5, etaMax: 4, T: 4 };
    await lab.openFile('schedule.json', { ...sections, title: 'Cosine', expansion });
    await expect(page.locator('.key-strip .name').first()).toHaveText('now');
    await lab.step(2);
    const before = await field(page).inputValue();
    await field(page).fill('1.5');
    await field(page).press('Enter');
    await expect(page.locator('.key-strip .name').first()).toHaveText('friction');
    await expect(field(page)).toHaveValue(/^1\.50?$/);
    await field(page).blur();
    await page.keyboard.press('Control+z');
    await expect(page.locator('.key-strip .name').first()).toHaveText('now');
    await expect(field(page)).toHaveValue(before);
    await lab.settled(2);
  },
);

test('no friction, or no inertia: said in words, in the place of the ends @long', async ({ page }) => {
  const lab = await open(page, 'stage');
  const under = page.locator('.key-strip .under');
  await expect(under).toContainText('rings');
  await lab.openFile('flat.json', { ...sections, title: 'Flat', expansion: { kind: 'flat' } });
  await expect(under).toHaveText('No friction: nothing damps this run. Drag to add some.');
  const dynamics = { kind: 'gradient-flow' };
  await lab.openFile('first.json', { ...sections, title: 'First order', dynamics });
  await expect(under).toContainText('no inertia');
  await expect(page.getByLabel('Learning rate', { exact: true })).toHaveCount(1);
  await lab.openFile('own.json', { ...sections, title: 'Own', dynamics: { ...dynamics, eta: 0.7 } });
  await expect(under).toContainText('a rate η of its own');
});

test('view.controls: what the scenario names stands beside friction, and not in the rail @long', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  const lab = await open(page, 'stage');
  const view = { controls: ['data.K', 'nothing.here'] };
  const scenario = { ...sections, title: 'Two sliders' };
  await lab.openFile('two.json', { version: 1, scenario, view });
  await expect(page.locator('.key-strip .ctl')).toHaveCount(2);
  await expect(page.locator('.key-strip').getByRole('slider', { name: /coupling/ })).toBeVisible();
  await expect(page.locator('.rail [data-path="data.K"]')).toHaveCount(0);
  await expect(page.locator('.rail [data-path="data.J"]')).toHaveCount(1);
  expect(await lab.violations('.key-strip')).toEqual([]);
});

test('friction: two drags are two changes, and what is shown after an undo is what the run has', async ({
  page,
}) => {
  const lab = await open(page, 'stage');
  await lab.step(1);
  const before = Number(await field(page).inputValue());
  await drag(page, 0.6);
  await expect.poll(() => savedGamma(page)).toBeGreaterThan(before);
  const first = await savedGamma(page);
  await drag(page, 0.9);
  await expect.poll(() => savedGamma(page)).not.toBe(first);
  await page.keyboard.press('Control+z');
  await expect.poll(() => savedGamma(page)).toBe(first);
  await expect.poll(async () => Number(await field(page).inputValue())).toBe(first);
  await page.keyboard.press('Control+z');
  await expect.poll(() => savedGamma(page)).toBe(before);
  await expect.poll(async () => Number(await field(page).inputValue())).toBe(before);
});

test('friction: a drag that comes back to its start, and one that is cancelled, leave nothing behind @long', async ({
  page,
}) => {
  const lab = await open(page, 'stage');
  await lab.step(1);
  const shown = async (): Promise<number> => Number(await field(page).inputValue());
  const before = await shown();
  await drag(page, 0.6);
  await expect.poll(() => savedGamma(page)).toBeGreaterThan(before);
  const thumb = await page.locator('.key-strip .friction .slider-thumb').boundingBox();
  if (thumb === null) throw new Error('no slider');
  const [x, y] = [thumb.x + thumb.width / 2, thumb.y + thumb.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y);
  await page.mouse.move(x, y);
  await page.mouse.up();
  await expect.poll(async () => (await shown()) === (await savedGamma(page))).toBe(true);
  // A pixel beside where it was, perhaps: what counts is that it is the run's.
  const first = await shown();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y);
  await expect.poll(() => savedGamma(page)).toBeGreaterThan(first);
  await slider(page).dispatchEvent('pointercancel');
  // The hand still lies on the screen: nothing else says that the drag is over.
  await page.keyboard.press('Control+z');
  await expect.poll(() => savedGamma(page)).toBe(first);
  await expect.poll(shown).toBe(first);
  await page.mouse.up();
});

test('reset: undo brings the run back where it stood', async ({ page }) => {
  const lab = await open(page, 'stage');
  await lab.step(3);
  await page.keyboard.press('r');
  await lab.settled(0);
  await page.keyboard.press('Control+z');
  await lab.settled(3);
});
