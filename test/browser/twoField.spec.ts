import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test(
  'two fields: the limits of Eq. 19 are told, follow the mesh, and a mesh finer than the neurons is refused',
  { tag: '@long' },
  async ({ page }) => {
    await page.setViewportSize({ width: 1600, height: 900 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const lab = new Lab(page);
    await lab.open('two-fields');
    const note = page.getByRole('note', { name: 'Validity' });
    const errata = page.locator('[data-section="errata"]');
    await expect(note).toContainText('this mesh reaches ka = 0.785: kept');
    for (const erratum of ['E4', 'E5', 'E6', 'E7', 'E15']) {
      await expect(errata.getByText(erratum, { exact: true })).toBeVisible();
    }
    const before = await lab.picture('field');
    const cost = await lab.number('Cost');
    await lab.step(8);
    expect(await lab.number('Cost')).toBeLessThan(cost);
    expect((await lab.picture('field')).equals(before)).toBe(false);

    const points = page.getByRole('textbox', { name: /points per cell/ });
    await points.fill('2');
    await points.press('Enter');
    await expect(note).toContainText('ka = 1.57: short waves may run away');
    await expect(note).toHaveAttribute('data-kept', 'false');
    await lab.settled(0);
    await points.fill('5');
    await points.press('Enter');
    await expect(page.getByRole('alert')).toContainText('closer than the neurons');
    await expect(note).toContainText('ka = 1.57');

    await page.getByRole('combobox', { name: /theory/ }).selectOption('four-field');
    await expect(note).toContainText('2 copies that never meet');
    await expect(errata.getByText('E16', { exact: true })).toBeVisible();
    await expect(errata.getByText('E4', { exact: true })).toBeHidden();
    await lab.settled(0);
    await lab.step(2);
    await expect(page.locator('[data-pane="network"]')).toContainText('256 sites of 4 fields');
  },
);
