import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });

test('modes: a struck ring is measured while it plays, over its exact band; more friction begins anew', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('hear-the-modes');
  const chart = page.locator('[data-slot="right"]');
  const words = chart.locator('figcaption');
  await expect(chart.getByRole('tab', { name: 'Modes', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(words).toContainText('0 of 33 modes measured');
  await lab.button('Play').click();
  await expect(words).toContainText('33 of 33 modes measured');
  await lab.button('Pause').click();
  await expect(words).toContainText('Friction measured: 0.800 – 0.800; set: 0.800. Modes above 0.400 swing.');
  await expect(chart.locator('.chart-plot .main-svg').first()).toBeVisible();
  // Another friction is another run from here on: what was measured at the old one is no part of it.
  const friction = page.getByRole('slider', { name: /friction/i }).first();
  await friction.focus();
  await page.keyboard.press('ArrowRight');
  await expect(words).toContainText('0 of 33 modes measured');
  await lab.button('Play').click();
  await expect(words).toContainText('33 of 33 modes measured');
  await lab.button('Pause').click();
  await expect(words).not.toContainText('set: 0.800');
});

test(
  'modes: the saddle of the paper’s second example: one band grows, and is drawn below 0',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('saddle-bands');
    const chart = page.locator('[data-slot="right"]');
    await lab.button('Play').click();
    await expect(chart.locator('figcaption')).toContainText(/3\d of 52 modes measured.*negative ones grow/);
    await lab.button('Pause').click();
    await expect(chart.locator('.chart-axis', { hasText: 'imaginary' })).toBeVisible();
  },
);
