import type { Download, Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });

function slot(page: Page, name: 'left' | 'right' | 'single'): Locator {
  return page.locator(`[data-slot="${name}"]`);
}

async function save(page: Page, where: Locator, format: string): Promise<Download> {
  await where.getByRole('button', { name: 'Save this chart' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: format }).click();
  return downloading;
}

const bySlot = [
  ['left', 'Cost', 'Cost and energies'],
  ['left', 'Energy', 'Energy budget'],
  ['left', 'Weights', 'Weights over time'],
  ['left', 'Phase', 'Phase portrait'],
  ['right', 'Learned', 'What is learned'],
  ['right', 'Histogram', 'Histogram of the weights'],
  ['right', 'Space-time', 'Space-time diagram'],
] as const;

test('charts: every tab draws after some steps, and says what it shows', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('circle');
  await lab.step(3);
  for (const [side, tab, title] of bySlot) {
    const where = slot(page, side);
    await lab.chart(title, side);
    await expect(where.getByRole('tab', { name: tab, exact: true })).toHaveAttribute('aria-selected', 'true');
    await lab.step(2);
    await expect(where.locator('.chart-plot svg').first(), title).toBeVisible();
    await expect(where.locator('figcaption'), title).toContainText(`${title}. `);
    await expect(where.locator('.chart-axis').first(), title).toBeVisible();
    await expect(where.locator('.chart-empty'), title).toHaveCount(0);
  }
});

test('CSV: columns with their units, and the last row is what the readouts say', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('two-samples');
  await lab.step(5);
  const download = await save(page, slot(page, 'left'), 'Numbers (CSV)');
  expect(download.suggestedFilename()).toBe('a-bump-runs-round-the-ring-large-mass-cost.csv');
  const lines = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split('\n');
  const columns = lines[0].split(',');
  expect(columns.slice(0, 4)).toEqual([
    'step',
    'time t [1]',
    'friction gamma [1/t]',
    'main: cost C [target^2]',
  ]);
  expect(lines).toHaveLength(7);
  const last = lines[6].split(',');
  const value = (column: string): string => last[columns.indexOf(column)];
  expect(value('step')).toBe(await lab.value('Step'));
  expect(value('time t [1]')).toBe(await lab.value('Time t'));
  expect(value('main: cost C [target^2]')).toBe(await lab.value('Cost'));
  expect(value('main: kinetic energy T [target^2]')).toBe(await lab.value('Kinetic energy'));
});

test('pictures: PNG and SVG hold the title and the axes', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('circle');
  await lab.step(4);
  const png = readFileSync(await (await save(page, slot(page, 'right'), 'Picture (PNG)')).path());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(1600);
  const download = await save(page, slot(page, 'right'), 'Drawing (SVG)');
  expect(download.suggestedFilename()).toBe('a-circle-in-a-ring-learned.svg');
  const svg = readFileSync(await download.path(), 'utf8');
  expect(svg.slice(0, 60)).toMatch(/^<\?xml [^>]*>\n<svg /);
  expect(svg).toContain('What is learned: A circle in a ring');
  expect(svg).toContain('data:image/png');
});

test('decision map: changes while the network trains', { tag: '@long' }, async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('circle');
  const map = slot(page, 'right').locator('canvas.chart-raster');
  await expect(map).toBeVisible();
  const pixels = (): Promise<string> => map.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const before = await pixels();
  await lab.button('Play').click();
  await expect.poll(() => lab.number('Time t')).toBeGreaterThan(1);
  await lab.button('Pause').click();
  await expect.poll(pixels).not.toBe(before);
  const facts = slot(page, 'right').getByRole('table');
  await expect(facts.getByRole('row', { name: /^test accuracy/ })).toContainText('%');
});

test('ring: the profile follows the chosen sample @long', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('smooth-data');
  const right = slot(page, 'right');
  await right.getByRole('tab', { name: 'Learned' }).click();
  await right.getByRole('combobox', { name: 'sample' }).selectOption('3');
  await expect(right.locator('figcaption')).toContainText('sample 3 ');
});

test('space: a chart fills the stage and comes back, the drawer is resized by keys @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open();
  const left = slot(page, 'left');
  const small = (await left.boundingBox())?.height ?? 0;
  await left.getByRole('button', { name: 'Maximise this chart' }).click();
  await expect.poll(async () => (await left.boundingBox())?.height ?? 0).toBeGreaterThan(700);
  await expect(slot(page, 'right')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await left.boundingBox())?.height ?? 0).toBe(small);

  const handle = page.getByRole('separator', { name: 'Height of the charts' });
  await handle.focus();
  await page.keyboard.press('ArrowUp');
  await expect(handle).toHaveAttribute('aria-valuenow', '184');
  await page.keyboard.press('End');
  await expect(handle).toHaveAttribute('aria-valuenow', '540');
  await page.keyboard.press('Home');
  await expect(handle).toHaveAttribute('aria-valuenow', '120');
});

test('keys: arrows go round the tabs, and the choice outlives a closed drawer @long', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  const left = slot(page, 'left');
  await left.getByRole('tab', { name: 'Cost' }).focus();
  await page.keyboard.press('ArrowLeft');
  const last = left.getByRole('tab').last();
  await expect(last).toBeFocused();
  await expect(last).toHaveAttribute('aria-selected', 'true');
  const name = await last.innerText();
  await page.keyboard.press('d');
  await expect(left).toHaveCount(0);
  await page.keyboard.press('d');
  await expect(left.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
});

test('phone: one chart at a time from a list @long', async ({ page }) => {
  const lab = new Lab(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await lab.open('sine');
  await page.getByRole('tab', { name: 'Charts' }).click();
  await lab.chart('What is learned', 'single');
  await expect(page.locator('figcaption')).toContainText('What is learned. Output as a function');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('accessibility: axe finds nothing in any chart', { tag: '@long' }, async ({ page }) => {
  const lab = new Lab(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.open('circle');
  await lab.step(3);
  for (const [side, tab, title] of bySlot) {
    await lab.chart(title, side);
    await expect(slot(page, side).locator('figcaption')).toBeAttached();
    expect(await lab.violations('.drawer'), tab).toEqual([]);
  }
});

test(
  'space-time: complete from the start whatever was open, after an edit, undo, the universe and another size',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('ring-wave');
    const where = slot(page, 'right');
    const tab = (name: string): Promise<void> => where.getByRole('tab', { name, exact: true }).click();
    const past = async (): Promise<string[]> => {
      const download = await save(page, where, 'Numbers (CSV)');
      return readFileSync(await download.path(), 'utf8')
        .trimEnd()
        .split('\n');
    };
    const caption = where.locator('figcaption');
    const complete = async (step: number): Promise<string[]> => {
      const time = (step / 16).toFixed(step < 160 ? 2 : 1);
      await expect(caption).toContainText(`from time 0.00 to ${time}`);
      await expect(caption).not.toContainText('gaps');
      const lines = await past();
      expect(lines.slice(1).map((line) => Number(line.split(',')[0]))).toEqual(
        Array.from({ length: step + 1 }, (_, n) => n),
      );
      return lines;
    };
    await tab('Learned');
    await lab.button('Play').click();
    await expect.poll(() => lab.number('Step')).toBeGreaterThan(40);
    await lab.button('Pause').click();
    // A hand winds the paused run to a step that it knows.
    const step = 40;
    await expect(lab.button('Play')).toBeVisible();
    for (let at = await lab.number('Step'); at > step; at = await lab.number('Step')) {
      await page.keyboard.press(',');
      await expect.poll(() => lab.number('Step')).toBeLessThan(at);
    }
    await lab.settled(step);
    await tab('Space-time');
    const whole = await complete(step);

    const friction = page.getByRole('slider', { name: 'friction' }).first();
    await friction.press('ArrowRight');
    await page.keyboard.press('Control+z');
    await lab.settled(step);
    expect(await complete(step)).toEqual(whole);

    await page.keyboard.press('e');
    await expect(page.locator('.pane-universe')).toBeVisible();
    await page.keyboard.press('e');
    expect(await complete(step)).toEqual(whole);

    await tab('Histogram');
    await page.keyboard.press(',');
    await lab.settled(step - 1);
    await tab('Space-time');
    expect(await complete(step - 1)).toEqual(whole.slice(0, -1));

    await page.setViewportSize({ width: 1024, height: 768 });
    await page.setViewportSize({ width: 1600, height: 900 });
    expect(await complete(step - 1)).toEqual(whole.slice(0, -1));
  },
);

test(
  'a spike of two steps between rows is in the chart’s numbers; a cost of exactly 0 is said as it is',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open();
    const input = (name: string): string =>
      readFileSync(new URL(`../inputs/${name}.json`, import.meta.url), 'utf8');
    // The run opens where a saved file stood: past the spike.
    const spike = { ...JSON.parse(input('spike-9001')), tracks: [], view: { step: 9010 } };
    await lab.openFile('spike.json', spike);
    await lab.settled(9010);
    const where = slot(page, 'left');
    await where.getByRole('tab', { name: 'Cost', exact: true }).click();
    await expect(where.locator('.chart-plot svg').first()).toBeVisible();
    const download = await save(page, where, 'Numbers (CSV)');
    const [head, ...rows] = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    const highest = head.findIndex((name) => name.startsWith('main: highest cost'));
    const row = rows.find(([at]) => at === '9008');
    expect(Number(row?.[highest])).toBeCloseTo(0.71, 2);
    expect(row?.[head.indexOf('main: test cost [target^2]')]).toBe('');

    await lab.openFile('zero.json', input('cost-zero'));
    await lab.settled(0);
    await lab.step(3);
    await expect(where.locator('.chart-empty')).toContainText('exactly 0');
  },
);
