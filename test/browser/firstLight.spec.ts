import { readFileSync } from 'node:fs';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

const unstable = {
  version: 1,
  title: 'Too large a step',
  system: { kind: 'ring-shared', N: 16 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  initial: { kind: 'noise' },
  dynamics: { kind: 'second-order', dt: 1 },
  expansion: { kind: 'de-sitter', gamma: 0.3 },
};

test('play: time and step advance, pause holds them', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await expect(page.getByRole('heading', { name: 'Network', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Field', exact: true })).toBeVisible();
  await lab.button('Play').click();
  await expect.poll(() => lab.number('Time t')).toBeGreaterThan(0.5);
  await lab.button('Pause').click();
  await expect(lab.button('Play')).toBeVisible();
  const step = await lab.value('Step');
  expect(Number(step)).toBeGreaterThan(0);
  await lab.button('Step').click();
  await lab.settled(Number(step) + 1);
});

test('pictures: both panes change when the field moves @long', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  const before = [await lab.picture('network'), await lab.picture('field')];
  await lab.step(12);
  await expect.poll(async () => (await lab.picture('network')).equals(before[0])).toBe(false);
  await expect.poll(async () => (await lab.picture('field')).equals(before[1])).toBe(false);
});

test('gamma: a slider bends the trajectory, reset gives the same state bit for bit', async ({ page }) => {
  const lab = new Lab(page);
  // Wide enough for the controls to stand open.
  await page.setViewportSize({ width: 1280, height: 720 });
  await lab.open();
  const start = [await lab.value('Cost'), await lab.value('Kinetic energy')];
  await lab.step(8);
  const first = [await lab.value('Time t'), await lab.value('Cost'), await lab.value('Kinetic energy')];
  await lab.button('Reset').click();
  await lab.settled(0);
  expect([await lab.value('Cost'), await lab.value('Kinetic energy')]).toEqual(start);
  await lab.step(8);
  expect([await lab.value('Time t'), await lab.value('Cost'), await lab.value('Kinetic energy')]).toEqual(
    first,
  );

  await lab.button('Reset').click();
  await lab.settled(0);
  await lab.step(2);
  const slider = page.getByRole('slider', { name: /friction/ });
  await slider.focus();
  for (let press = 0; press < 5; press++) await page.keyboard.press('PageUp');
  await lab.step(6);
  expect(await lab.value('Time t')).toBe(first[0]);
  expect(await lab.value('Kinetic energy')).not.toBe(first[2]);
});

test('bad file: says what is wrong and where, and the running state survives', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await lab.step(3);
  const cost = await lab.value('Cost');
  const alert = page.getByRole('alert').filter({ hasText: 'broken.json' });
  await lab.openFile('broken.json', { version: 1, system: { kind: 'ring-shared', N: 1 } });
  await expect(alert).toContainText('system.N');
  await expect(alert).toContainText('1');
  await lab.openFile('broken.json', '{ "version": 1, ');
  await expect(alert).toContainText('JSON');
  await lab.openFile('broken.json', { version: 1, dynamics: { kind: 'leapfrog' } });
  await expect(alert).toContainText('leapfrog');
  expect(await lab.value('Cost')).toBe(cost);
  await lab.step(1);
  await lab.settled(4);
});

test('file: a saved run opens again as it was, where it stood', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('two-samples');
  await lab.step(4);
  const there = [await lab.value('Cost'), await lab.value('Kinetic energy')];
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('s');
  const download = await downloading;
  const saved = readFileSync(await download.path(), 'utf8');
  expect(JSON.parse(saved)).toMatchObject({ version: 1, scenario: { system: { kind: 'ring-shared' } } });
  await lab.open('xor');
  await lab.openFile('saved.json', saved);
  await expect(page.getByRole('button', { name: 'A bump runs round the ring: Large mass' })).toBeVisible();
  await lab.settled(4);
  expect([await lab.value('Cost'), await lab.value('Kinetic energy')]).toEqual(there);
});

test('blow-up: stops where it is seen, says why, and the remedy goes on from a good step', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open();
  await lab.openFile('unstable.json', unstable);
  await lab.settled(0);
  await page.getByRole('slider', { name: 'Speed' }).focus();
  await page.keyboard.press('End');
  await lab.button('Play').click();
  const alert = page.getByRole('alert').filter({ hasText: 'Stopped' });
  await expect(alert).toBeVisible();
  await expect(lab.button('Play')).toBeVisible();
  await expect(alert).toContainText(/weights are [\d.×⁰-⁹]+ times as large as the run began/);
  // The run stands where it was caught; its cost is beyond a million times the start's, and finite.
  const caught = await lab.number('Step');
  expect(caught).toBeGreaterThan(2);
  await expect(alert).toContainText(`at step ${caught}`);
  expect(await lab.number('Cost')).toBeGreaterThan(100);
  expect(await lab.number('Cost')).toBeLessThan(1e15);
  await alert.getByRole('button', { name: /^Back to step \d+ with Δt = 0\.\d+$/ }).click();
  await expect(alert).toBeHidden();
  const step = await lab.number('Step');
  await expect.poll(() => lab.number('Step')).toBeGreaterThan(step + 5);
});

/** One of each kind of picture; every scenario is run by test/scenario. */
const pictured = ['two-samples', 'torus-wave', 'linear-neuron', 'xor', 'big-bang'];
test('scenarios opened one after another: each draws network and field, and steps', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  // So that a run at step 0 is another one.
  await lab.step(1);
  for (const scenario of pictured) {
    await lab.openFile(
      `${scenario}.json`,
      JSON.parse(readFileSync(`public/scenarios/${scenario}.json`, 'utf8')),
    );
    await lab.settled(0);
    // Histories open in the universe.
    if (scenario === 'big-bang') await lab.button('Show the pictures').click();
    await expect(page.locator('[data-pane="network"] canvas').first(), scenario).toBeVisible();
    await expect(page.locator('[data-pane="field"] canvas').first(), scenario).toBeVisible();
    await lab.step(2);
    expect(Number.isFinite(await lab.number('Cost')), scenario).toBe(true);
  }
});

test('accessibility: axe finds nothing, at rest, running, with an error, in three grounds', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.setViewportSize({ width: 1600, height: 900 });
  // Colours that are on their way to another ground are no one's contrast.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.open();
  expect(await lab.violations()).toEqual([]);
  for (const ground of ['stage', 'paper', 'projector']) {
    await page.evaluate((name) => {
      document.documentElement.dataset.ground = name;
    }, ground);
    // A ground changes colours alone.
    expect(await lab.violations(undefined, ['color-contrast']), ground).toEqual([]);
  }
  await lab.button('Play').click();
  await lab.openFile('broken.json', { version: 1, seed: -1 });
  await expect(page.getByRole('alert').filter({ hasText: 'seed' })).toBeVisible();
  expect(await lab.violations()).toEqual([]);
});

test('phone: tabs lead to every picture, play works, nothing is wider than the screen', async ({ page }) => {
  const lab = new Lab(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await lab.open();
  for (const name of ['Network', 'Charts', 'Field']) {
    await page.getByRole('tab', { name }).click();
    await expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await lab.button('Play').click();
  await expect.poll(() => lab.number('Time t')).toBeGreaterThan(0.2);
  expect(await lab.violations()).toEqual([]);
});
