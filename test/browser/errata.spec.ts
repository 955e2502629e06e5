import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });

test('errata: every one has its place and formula, and a button opens the scenario that shows it @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open();
  await page.getByRole('button', { name: 'All errata' }).click();
  const dialog = page.getByRole('dialog', { name: 'Errata of the paper' });
  await expect(dialog.getByRole('listitem')).toHaveCount(16);
  await expect(dialog.locator('.katex-html')).toHaveCount(16);
  expect(await lab.violations('dialog')).toEqual([]);
  await dialog
    .getByRole('button', { name: 'Open the scenario of E10: Universes of one fluid: Radiation' })
    .click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Preset' })).toHaveValue('radiation');
});
