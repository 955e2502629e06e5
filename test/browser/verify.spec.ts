import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });

test('Verify: opened from the palette, measures every law to its end, and nothing fails @long', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const lab = new Lab(page);
  await lab.open();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command, scenario or parameter' }).fill('verify');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Verify' });
  const state = dialog.locator('.verify-state');
  await expect(state).toHaveAttribute('data-state', 'running');
  await expect(state).toHaveAttribute('data-state', 'done', { timeout: 150_000 });
  await expect(state).toContainText(/All \d{3} figures are as they have to be/);
  await expect(dialog.locator('[data-verdict="failed"], [data-verdict="last-bits"]')).toHaveCount(0);

  // Each check has its figures beside their limits; on demand all of them.
  const gradients = dialog.getByRole('row', { name: /^Gradients/ });
  await expect(gradients).toContainText('≤ 1×10⁻⁶');
  await gradients.getByRole('button').click();
  await expect(dialog.getByRole('row', { name: /^dense, activation relu/ })).toContainText('ok');
  await expect(dialog.getByRole('row', { name: /^Trajectories/ })).toContainText('the same bits');
  expect(await lab.violations('dialog')).toEqual([]);

  // What is copied has every figure in full.
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await dialog.getByRole('button', { name: 'Copy as CSV' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  const csv = await page.evaluate(() => navigator.clipboard.readText());
  expect(csv.split('\n')[0]).toBe('check,subject,measured,expected,tolerance,unit,verdict');
  expect(csv).toMatch(/^order,"second-order, de-sitter",2\.0\d+,2,0\.1,1,ok$/m);

  // The run was left alone, and what was measured is still there when the page is opened again.
  await page.keyboard.press('Escape');
  expect(await lab.value('Step')).toBe('0');
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Verify on this machine' }).last().click();
  await expect(state).toHaveAttribute('data-state', 'done');
});

test(
  'Verify: stopped by a hand it says so, keeps what it found, and begins anew on request',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open();
    await page.getByRole('button', { name: 'Verify on this machine' }).click();
    const dialog = page.getByRole('dialog', { name: 'Verify' });
    const state = dialog.locator('.verify-state');
    await expect(dialog.getByRole('row', { name: /^Gradients/ })).toContainText('ok');
    await dialog.getByRole('button', { name: 'Stop' }).click();
    await expect(state).toContainText('Stopped after');
    await expect(dialog.getByRole('row', { name: /^Gradients/ })).toContainText('ok');
    await dialog.getByRole('button', { name: 'Run again' }).click();
    await expect(state).toHaveAttribute('data-state', 'running');
  },
);
