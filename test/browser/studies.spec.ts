import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });

test('viscosity: the scenario asks for its chart, the study runs beside the run, its slopes are those of the theory', async ({
  page,
}) => {
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
});

test('tabs: where they need more room than there is, the chosen one is brought into sight', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.setViewportSize({ width: 820, height: 900 });
  await lab.open('high-viscosity');
  const tabs = page.locator('.chart-tabs').last();
  await tabs.evaluate((row) => (row.style.maxWidth = '300px'));
  await expect(tabs).toHaveAttribute('data-hidden', /start|both/);
  const seen = (name: string) =>
    tabs.getByRole('tab', { name, exact: true }).evaluate((tab) => {
      const row = (tab.parentElement ?? tab).getBoundingClientRect();
      const box = tab.getBoundingClientRect();
      return box.left >= row.left && box.right <= row.right;
    });
  await tabs.getByRole('tab', { name: 'Viscosity' }).focus();
  await page.keyboard.press('Home');
  await expect(tabs.getByRole('tab', { name: 'Cost', exact: true })).toBeFocused();
  await expect.poll(() => seen('Cost')).toBe(true);
  await expect(tabs).toHaveAttribute('data-hidden', 'end');
  await page.keyboard.press('End');
  await expect.poll(() => tabs.getAttribute('data-hidden')).toBe('start');
});
