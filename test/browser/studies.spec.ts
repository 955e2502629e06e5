import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });

test(
  'viscosity: the scenario asks for its chart, the study runs beside the run, its slopes are those of the theory',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('high-viscosity');
    const right = page.locator('[data-slot="right"]');
    await expect(right.getByRole('tab', { name: 'Viscosity' })).toHaveAttribute('aria-selected', 'true');
    await expect(right.locator('.chart-empty')).toContainText('slopes appear here');
    await right.getByRole('button', { name: 'Run the study' }).click();
    await expect(right.locator('.study')).toHaveAttribute('data-state', 'done');
    const expected = { 'from rest': 2, kicked: 1, 'unit steps': 1, 'next order': 4 };
    for (const [name, slope] of Object.entries(expected)) {
      const cells = right.getByRole('row', { name }).getByRole('cell');
      expect(Number(await cells.nth(0).textContent()), name).toBeCloseTo(slope, 1);
      await expect(cells.nth(1)).toHaveText(String(slope));
      await expect(right.locator('.chart-label', { hasText: name })).toContainText('η');
    }
    await expect(right.locator('figcaption')).toContainText('from rest falls as η to the power 2.0');
    expect(await lab.value('Step')).toBe('0');

    expect(await lab.violations('.drawer')).toEqual([]);

    // In flat space nothing tends to descent: the result goes, the reason comes, and no button that could not work.
    await page.getByRole('combobox', { name: 'History' }).selectOption('flat');
    await expect(right.locator('.chart-empty')).toContainText('without friction');
    await expect(right.getByRole('button', { name: 'Run the study' })).toHaveCount(0);
  },
);

test('tabs: as many as there is room for, the chosen one always; all charts stand in the list beside them @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.setViewportSize({ width: 820, height: 900 });
  await lab.open('high-viscosity');
  const tabs = page.locator('.chart-tabs').last();
  const all = tabs.getByRole('tab');
  const before = await all.count();
  const whole = (): Promise<boolean> =>
    tabs.evaluate((row) => {
      const edge = row.getBoundingClientRect().right;
      return [...row.children].every((tab) => tab.getBoundingClientRect().right <= edge + 0.5);
    });
  await tabs.evaluate((row) => (row.style.maxWidth = '300px'));
  await expect.poll(() => all.count()).toBeLessThan(before);
  await expect.poll(whole).toBe(true);
  await expect(tabs.getByRole('tab', { name: 'Viscosity' })).toHaveAttribute('aria-selected', 'true');
  await tabs.getByRole('tab', { name: 'Viscosity' }).focus();
  await page.keyboard.press('Home');
  await expect(tabs.getByRole('tab', { name: 'Cost', exact: true })).toBeFocused();
  await expect.poll(whole).toBe(true);

  // By the keyboard alone: open the list, find, take; the focus comes back to its button.
  const button = lab.button('All charts of this run');
  await button.focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('combobox', { name: 'Find a chart' });
  await expect(field).toBeFocused();
  const options = page.locator('.chart-finder [role="option"]');
  const count = Number(await button.locator('.num').textContent());
  await expect(options).toHaveCount(count);
  await expect(page.locator('.chart-finder [aria-selected="true"]')).toHaveText(/^Cost and energies/);
  await page.keyboard.press('ArrowUp');
  const last = await page.locator('.chart-finder [aria-selected="true"]').getAttribute('data-chart-option');
  expect(last).toBe(await options.last().getAttribute('data-chart-option'));
  await page.keyboard.type('zebra');
  await expect(options).toHaveCount(0);
  await expect(page.locator('.chart-finder [role="status"]')).toContainText('No chart');
  await field.fill('phase');
  await page.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
  await expect(button).toBeFocused();
  await expect(tabs.getByRole('tab', { name: 'Phase' })).toHaveAttribute('aria-selected', 'true');
  await button.click();
  expect(await lab.violations('.chart-list')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
});

test(
  'slots: a chart may stand in either; one that stands in the other changes places, and the file says so',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await lab.open('ring-wave');
    const chartIn = (slot: string) => page.locator(`[data-slot="${slot}"] .plot`);
    await expect(chartIn('left')).toHaveAttribute('data-chart', 'cost');
    await expect(chartIn('right')).toHaveAttribute('data-chart', 'space-time');
    await lab.chart('Space-time diagram', 'left');
    await expect(chartIn('left')).toHaveAttribute('data-chart', 'space-time');
    await expect(chartIn('right')).toHaveAttribute('data-chart', 'cost');
    expect((await lab.saved()).view.charts).toEqual({ left: 'space-time', right: 'cost' });
  },
);
