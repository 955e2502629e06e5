import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

/** A picture in words. */
const words = (page: Page, pane: 'network' | 'field') =>
  page.locator(`[data-pane="${pane}"] .stage-picture`).first();

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1440, height: 900 });
});

test(
  'deep ring: a ring of levels beside a sheet per component; steps move it, depth begins it anew',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('deep-ring');
    await expect(words(page, 'network')).toHaveAttribute('aria-label', /24 neurons on 9 levels, 576 weights/);
    await expect(words(page, 'field')).toHaveAttribute(
      'aria-label',
      /3 sheets of 8 layers × 24 sites, 576 weights/,
    );
    for (const name of ['W−1  8 × 24', 'W0  8 × 24', 'W+1  8 × 24', 'site →', '↓ layer']) {
      await expect.poll(() => new Lab(page).labels('field')).toContain(name);
    }

    const before = await lab.picture('field');
    const cost = await lab.number('Cost');
    await lab.step(8);
    expect(await lab.number('Cost')).toBeLessThan(cost);
    await expect.poll(async () => (await lab.picture('field')).equals(before)).toBe(false);

    // The eighth weight: component 0, layer 0, site 2, the same in both pictures and the rail.
    await words(page, 'field').focus();
    for (let press = 0; press < 8; press++) await page.keyboard.press('PageUp');
    const named = /^W0; 0, 2[+−]/;
    for (const pane of ['field', 'network'] as const) {
      await expect
        .poll(async () => (await new Lab(page).labels(pane)).some((label) => named.test(label)))
        .toBe(true);
    }
    await expect(page.getByText('W₀: layer 0, site 2')).toBeVisible();
    await page.keyboard.press('Escape');

    const depth = page.getByRole('slider', { name: /^depth/ });
    await depth.focus();
    await depth.press('ArrowRight');
    await lab.settled(0);
    await expect(words(page, 'network')).toHaveAttribute(
      'aria-label',
      /24 neurons on 10 levels, 648 weights/,
    );
    await expect(words(page, 'field')).toHaveAttribute('aria-label', /3 sheets of 9 layers × 24 sites/);
    const reach = page.getByRole('slider', { name: /^reach/ });
    await reach.focus();
    await reach.press('ArrowRight');
    await lab.settled(0);
    await expect(words(page, 'field')).toHaveAttribute('aria-label', /5 sheets of 9 layers × 24 sites/);
    await lab.step(2);
  },
);
