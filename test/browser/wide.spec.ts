import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });

test(
  'wide networks: the run moves over the edge of chaos, networks are drawn by other cores, a ring is decimated',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('edge-of-chaos');
    const left = page.locator('[data-slot="left"]');
    const right = page.locator('[data-slot="right"]');
    const words = left.locator('figcaption');
    await expect(words).toContainText('Chaos: small differences grow');
    await expect(words).toContainText('Class: critical at length');
    await expect(right.locator('figcaption')).toContainText('through 9 layers');
    await expect(right.locator('figcaption')).toContainText('Lengths that a wide layer keeps');
    await right.getByRole('spinbutton', { name: 'The other sample' }).fill('5');
    await expect(right.locator('figcaption')).toContainText('Samples 1 and 5 through 9 layers');
    // Dragged below the edge the same network is in order, in the picture at once.
    const sigma = page.getByRole('slider', { name: /weight scale/ }).first();
    await sigma.fill('0.8');
    await expect(words).toContainText('σ_w = 0.8');
    await expect(words).toContainText('Order: differences die out');
    await expect(right.locator('figcaption')).toContainText(/ξ = \d/);
    expect(await lab.violations('.drawer')).toEqual([]);

    await lab.open('wide-networks');
    await lab.button('Draw networks').click();
    await expect(lab.button('Draw again')).toBeVisible({ timeout: 60_000 });
    const drawn = right.locator('figcaption');
    await expect(drawn).toContainText(
      /Widths 8 to 512\. .*kurtosis −(?:0\.9|1\.0)\d* ± .*kernel −0\.(?:4|5)\d* ±/,
    );
    await right.getByRole('combobox', { name: 'show' }).selectOption('outputs at n = 8');
    await expect(drawn).toContainText(/40000 networks of width 8: excess kurtosis of their outputs 0\.\d+ ±/);

    await lab.open('pairs-apart');
    await expect(words).toContainText('Level 0 of 5: 64 sites');
    await left.getByRole('slider', { name: 'Levels of decimation' }).fill('1');
    await expect(words).toContainText(/Level 1 of 5: 32 sites, .* mean K = 0, x = J\/K = ∞/);
    await expect(right.locator('figcaption')).toContainText('one step takes x to ∞');
    expect(await lab.violations('.drawer')).toEqual([]);
  },
);
