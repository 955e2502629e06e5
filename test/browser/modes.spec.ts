import { readFileSync } from 'node:fs';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });

test('modes: a struck ring is measured while it plays, over its exact band; more friction begins anew @long', async ({
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
  await expect(chart.locator('.chart-plot svg').first()).toBeVisible();
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
  'modes in time lie on their closed form, the field has a power spectrum, and the space-time diagram scrolls',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open();
    const file = readFileSync('public/scenarios/hear-the-modes.json', 'utf8');
    const document = JSON.parse(file) as { view: Record<string, unknown> };
    await lab.openFile('late.json', { ...document, view: { ...document.view, step: 400 } });
    await lab.settled(400);
    const left = page.locator('[data-slot="left"] figcaption');
    await lab.chart('Modes in time: over closed forms', 'left');
    await expect(left).toContainText(/k = 0: now .*, never farther than 0?\.?\d.* % from its closed form/);
    await lab.chart('Power spectrum', 'left');
    await expect(left).toContainText(/Power of 64 waves now/);
    await lab.chart('Space-time diagram');
    const right = page.locator('[data-slot="right"]');
    await expect(right.locator('figcaption')).toContainText('from time 0.00');
    await right.getByRole('combobox', { name: 'show' }).selectOption('Last 256 steps');
    await expect(right.locator('figcaption')).not.toContainText('from time 0.00');
    expect(await lab.violations('.drawer')).toEqual([]);
  },
);

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
