import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

// Wide enough for the rail that holds the numbers of the expansion.
test.use({ viewport: { width: 1440, height: 760 } });

test('the universe: where a schedule opens, it tells its e-folds, grows with the run, and gives way to the pictures', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('schedule-universe');
  const horn = page.getByRole('img', { name: /^Universe\./ });
  await expect(horn).toHaveAttribute('aria-label', /t = 1\.00: 0\.00 e-folds since the start.*decelerating/);
  await expect(page.getByText('Press play: the universe grows')).toBeVisible();
  await expect(page.locator('[data-pane="network"]')).toHaveCount(0);
  const before = await lab.picture('universe');

  await lab.button('Play').click();
  await expect.poll(() => lab.number('Time t')).toBeGreaterThan(5);
  await lab.button('Pause').click();
  await expect(horn).toHaveAttribute('aria-label', /since the start, scale factor [2-9]/);
  await expect(page.getByText('Press play: the universe grows')).toHaveCount(0);
  expect(await lab.picture('universe')).not.toEqual(before);
  const folds = await lab.number('e-folds');
  expect(folds).toBeGreaterThan(0.4);
  const volume = await lab.number('Logarithm of the volume element');
  expect(volume).toBeCloseTo(3 * Math.log(await lab.number('Scale factor')), 9);

  await page.keyboard.press('Escape');
  await expect(page.locator('[data-pane="network"] canvas').first()).toBeVisible();
});

test('a schedule: points move by keys and by hand, the past is lived again, and undo takes it back @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('schedule-universe');
  await lab.step(8);
  const scale = await lab.number('Scale factor');

  // The first point governs what has been: the run is lived again to the same step.
  const first = page.getByRole('slider', { name: 'Point 1 of 7' });
  const rate = Number(await first.getAttribute('aria-valuenow'));
  await first.focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => Number(await first.getAttribute('aria-valuenow'))).toBeGreaterThan(rate);
  await lab.settled(8);
  await expect.poll(() => lab.number('Scale factor')).toBeLessThan(scale);

  // Keys faster than the run: none of them is lost.
  const before = Number(await first.getAttribute('aria-valuenow'));
  for (let press = 0; press < 9; press++) await page.keyboard.press('ArrowUp');
  const each = before - rate;
  await expect
    .poll(async () => Math.abs(Number(await first.getAttribute('aria-valuenow')) - before - 9 * each))
    .toBeLessThan(0.2 * each);
  await lab.settled(8);
  await expect(first).toBeFocused();

  const undo = async (): Promise<void> => {
    await page.keyboard.press('Control+z');
    await lab.settled(8);
  };
  await expect
    .poll(async () => {
      await undo();
      return lab.number('Scale factor');
    })
    .toBe(scale);
  await expect.poll(async () => Number(await first.getAttribute('aria-valuenow'))).toBe(rate);

  // A later point belongs to the future: what has been stays.
  const later = page.getByRole('slider', { name: 'Point 4 of 7' });
  const box = await later.boundingBox();
  if (box === null) throw new Error('the point is not on the screen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const fourth = Number(await later.getAttribute('aria-valuenow'));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 9, y + 20, { steps: 4 });
  // Escape gives the drag up, and closes nothing.
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(Number(await later.getAttribute('aria-valuenow'))).toBe(fourth);
  await expect(page.locator('[data-pane="universe"]')).toHaveCount(1);
  // Taken beside its middle, and moved straight down: its time stays.
  const time = async (): Promise<string> => (await later.getAttribute('aria-valuetext'))?.split(',')[0] ?? '';
  const was = await time();
  await page.mouse.move(x + 4, y + 3);
  await page.mouse.down();
  await page.mouse.move(x + 4, y + 23, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Number(await later.getAttribute('aria-valuenow'))).toBeLessThan(fourth);
  expect(await time()).toBe(was);
  await lab.settled(8);
  expect(await lab.number('Scale factor')).toBe(scale);

  const last = page.getByRole('slider', { name: 'Point 7 of 7' });
  await last.press('Delete');
  await expect(page.getByRole('slider', { name: /^Point . of 6$/ })).toHaveCount(6);
  await expect(page.getByRole('slider', { name: 'Point 6 of 6' })).toBeFocused();
  await lab.button('Add a point').click();
  await expect(page.getByRole('slider', { name: /^Point . of 7$/ })).toHaveCount(7);

  // The run comes back where it stood, the universe with it.
  await page.reload();
  await lab.settled(8);
  await expect(page.locator('[data-pane="universe"]')).toHaveCount(1);
});

test('any history becomes a table of its own rates @long', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('cosine');
  await lab.step(4);
  const scale = await lab.number('Scale factor');
  await lab.button('Edit as a table').click();
  await expect(page.getByRole('slider', { name: /^Point 1 of/ })).toBeVisible();
  await lab.settled(4);
  // 24 points at most keep the universe, and what they change is told.
  await expect(
    page.getByText(/approximate: over the time shown, ln a changes by 0\.\d+ %/).first(),
  ).toBeVisible();
  await expect.poll(async () => Math.abs((await lab.number('Scale factor')) / scale - 1)).toBeLessThan(0.01);
});

test(
  'focus: the title of the universe takes it, and what had it before gets it back',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('two-samples');
    const title = page.getByRole('heading', { name: 'Universe', exact: true });
    const tool = page.locator('[data-pane="field"]').getByRole('button', { name: 'Show the universe' });
    await tool.focus();
    await page.keyboard.press('Enter');
    await expect(title).toBeFocused();
    // The space bar is the run's, not a button's.
    await page.keyboard.press('Space');
    await expect(lab.button('Pause')).toBeVisible();
    await page.keyboard.press('Space');
    await expect(lab.button('Play')).toBeVisible();
    await lab.button('Show the pictures').click();
    await expect(tool).toBeFocused();

    const control = page.locator('.rail.left input[type="range"]').nth(1);
    await control.focus();
    await page.keyboard.press('e');
    await expect(title).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(control).toBeFocused();
  },
);

test(
  'redshift: switched on beside the universe, modes fall through the horizon',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('redshift');
    const redshift = page.getByRole('checkbox', { name: 'Physical redshift' });
    await expect(redshift).toBeChecked();
    await page.keyboard.press('Escape');
    const horizon = page.locator('figcaption', { hasText: 'Modes and horizon' });
    await lab.chart('Modes and horizon');
    await lab.step(2);
    const swinging = async (): Promise<number> =>
      Number(/: (\d+) of 128 modes/.exec((await horizon.textContent()) ?? '')?.[1] ?? NaN);
    // 0.15 < 4 |sin(πm/128)|: all modes but m = 0 and ±1.
    await expect.poll(swinging).toBe(125);
    await expect(horizon).toContainText('modes leave the Hubble length');
    await lab.button('Play').click();
    await expect.poll(swinging).toBeLessThan(120);
    await lab.button('Pause').click();

    // Without it the boundary is static: as many modes swing as at the start.
    await page.keyboard.press('e');
    await redshift.click();
    await expect(redshift).not.toBeChecked();
    await lab.settled(0);
    await page.keyboard.press('Escape');
    await lab.step(2);
    await expect(horizon).toContainText('is static, so no mode crosses it');
    await expect.poll(swinging).toBe(125);
  },
);

test(
  'accessibility: axe finds nothing in the universe, in three grounds',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await lab.open('schedule-universe');
    await lab.step(2);
    await expect(page.getByRole('slider', { name: 'Point 1 of 7' })).toBeVisible();
    for (const ground of ['stage', 'paper', 'projector']) {
      await page.evaluate((name) => {
        document.documentElement.dataset.ground = name;
      }, ground);
      expect(await lab.violations(), ground).toEqual([]);
    }
  },
);
