import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });

test('sources flicker: the samples at work are named, their J and K stand step by step, the same after going back @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('sources-flicker');
  const right = page.locator('[data-slot="right"]');
  const said = right.locator('figcaption');
  const sample = page.locator('.pane-sample');
  await expect(right.getByRole('tab', { name: 'Sources' })).toHaveAttribute('aria-selected', 'true');
  const seen: string[] = [];
  for (let step = 1; step <= 6; step++) {
    await lab.step(1);
    const words = (await sample.textContent()) ?? '';
    seen.push(words);
    // Picture and network tell of the same draw.
    await expect(said).toContainText(`to step ${step}.`);
    await expect(said).toContainText(words.replace('at work: ', ''));
  }
  expect(new Set(seen).size).toBeGreaterThan(1);
  for (const map of ['.chart-raster', '.chart-raster-below']) await expect(right.locator(map)).toBeVisible();
  await expect(right.locator('.chart-facts')).toContainText('mean force 1/6');
  // One of six samples costs less than all of them.
  expect(await lab.number('Cost of the samples at work')).toBeLessThan(await lab.number('Cost'));

  // Back and forth: at every step the same draw.
  const slider = page.getByRole('slider', { name: 'Timeline' });
  await slider.focus();
  for (const step of [5, 4, 3]) {
    await page.keyboard.press('ArrowLeft');
    await lab.settled(step);
    await expect(sample).toHaveText(seen[step - 1]);
    await expect(said).toContainText(`to step ${step}.`);
  }
  await page.keyboard.press('ArrowRight');
  await lab.settled(4);
  await expect(sample).toHaveText(seen[3]);

  await right.getByRole('combobox', { name: 'show' }).selectOption({ label: 'Now' });
  await expect(said).toContainText('Sources along the lattice now');
  await expect(right.locator('.chart-facts')).toContainText('dotted: all 6 samples');
  await expect(right.locator('.chart-raster')).toBeHidden();

  // The equation is that of the samples at work, and so is the badge of their mean.
  await expect(page.locator('.eqs')).toContainText('c is the cost of the samples at work');
  await expect(page.locator('.regime-mean')).toHaveText('on average');

  const noise = page.locator('[data-slot="left"]');
  await expect(noise.locator('figcaption')).toContainText(/kicks in about [\d.]+ of 64 directions/);
  await expect(noise.locator('.chart-facts')).toContainText('No temperature');
  expect(await lab.violations('.drawer')).toEqual([]);

  // In a narrow window their cost and its weight stand beside the cost.
  await page.setViewportSize({ width: 900, height: 700 });
  await expect(page.locator('.readout-row')).toContainText('at work × 1');
});

test(
  'mini-batch: four points a step are lit, their cost is weighted, gradient and curvature stand for J and K',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('mini-batch');
    await lab.step(2);
    const right = page.locator('[data-slot="right"]');
    await expect(page.locator('.pane-sample')).toHaveText(/^at work: \d+, \d+, \d+, …$/);
    await expect(right.locator('.chart-facts')).toContainText('green: samples at work');
    expect(await lab.number('Cost of the samples at work times L/size')).toBeGreaterThan(0);
    await lab.chart('Sources in time');
    await expect(right.locator('.chart-facts')).toContainText('about the current weights');
    await expect(right.locator('figcaption')).toContainText('J₁');
  },
);

test('circle: under its sheets stand bars of J₁ and J₂, their scales in a key, and told in words as they change @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('circle');
  const field = page.getByRole('region', { name: 'Field' });
  const key = field.getByRole('table');
  await expect(key.getByRole('columnheader')).toHaveText(['full height', 'W⁰', 'W¹', 'W²']);
  const scales = async (): Promise<string[]> => key.locator('tbody td').allTextContents();
  await expect(key.getByRole('rowheader')).toHaveText(['J1 = ∂C/∂w', 'J2 = ½ ∂²C/∂w²']);
  await expect.poll(async () => (await scales()).filter((scale) => Number(scale) > 0)).toHaveLength(6);
  const words = field.getByRole('application');
  const told =
    /About the current point: largest J₁ = ∂C\/∂w (\S+) at W\S+ [\d, ]+, largest J₂ = ½ ∂²C\/∂w² (\S+) at/;
  await expect(words).toHaveAttribute('aria-label', told);
  const before = (await words.getAttribute('aria-label'))?.match(told)?.slice(1);
  await lab.step(20);
  await expect
    .poll(async () => (await words.getAttribute('aria-label'))?.match(told)?.slice(1))
    .not.toEqual(before);
  // The chosen weight's own: Page Down chooses the first one.
  await words.focus();
  await page.keyboard.press('PageDown');
  await expect(words).toHaveAttribute(
    'aria-label',
    /Chosen: .* about the current point J₁ = ∂C\/∂w = .*, J₂ = ½ ∂²C\/∂w² = /,
  );
});
