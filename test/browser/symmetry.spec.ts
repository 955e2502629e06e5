import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });

test(
  'boosted packet: it runs one way, and the study says what breaks its symmetry, each by its power',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('boosted-packet');
    const left = page.locator('[data-slot="left"]');
    await expect(left.locator('figcaption')).toContainText('shorter by 1.25');
    const right = page.locator('[data-slot="right"]');
    await expect(right.locator('.chart-empty')).toContainText('A moving packet beside the resting one');
    await right.getByRole('button', { name: 'Run the study' }).click();
    await expect(right.locator('.study')).toHaveAttribute('data-state', 'done');
    const expected = { lattice: 2, friction: 1, uneven: 1 };
    for (const [name, slope] of Object.entries(expected)) {
      const cells = right.getByRole('row', { name }).getByRole('cell');
      // Drawn once the study has said so.
      await expect(cells.nth(0)).toHaveText(/\d/);
      expect(Math.abs(parseFloat((await cells.nth(0).textContent()) ?? '') - slope), name).toBeLessThan(0.1);
      await expect(cells.nth(1)).toHaveText(String(slope));
    }
    await expect(right.locator('figcaption')).toContainText('for a boost of 0.600');
    expect(await lab.value('Step')).toBe('0');
    expect(await lab.violations('.drawer')).toEqual([]);
  },
);
