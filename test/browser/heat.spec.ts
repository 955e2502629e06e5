import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });

test('heat: every mode of a field in a bath comes to T; a slider turns it; wound back and played again it is the same run @long', async ({
  page,
}) => {
  test.slow();
  const lab = new Lab(page);
  await lab.open('heat-bath');
  const left = page.locator('[data-slot="left"]');
  await expect(left.getByRole('tab', { name: 'Heat' })).toHaveAttribute('aria-selected', 'true');
  await expect(left.locator('.chart-empty')).toContainText('Press play');
  // As fast as it goes: what is read depends on steps, not on the clock.
  await page.getByRole('slider', { name: 'Speed' }).focus();
  await page.keyboard.press('End');
  await lab.button('Play').click();
  // The thermometers read when they have something to tell, and read T within what they say they know.
  const row = (name: string) => left.getByRole('row', { name });
  const motion = row('motion');
  for (const name of ['motion', 'position', '⟨C⟩ − C₀']) {
    await expect(row(name)).toContainText('±', { timeout: 60_000 });
  }
  await lab.button('Pause').click();
  const said = (await motion.getByRole('cell').first().textContent()) ?? '';
  const [mean, error] = [.../([\d.]+) ± ([\d.]+)/.exec(said)!].slice(1).map(Number);
  // T(1 − h²λ/4) on average over the modes is 0.490, and stands beside it, as T and (T/2) rank H do.
  expect(Math.abs(mean - 0.49)).toBeLessThan(6 * error);
  await expect(motion.getByRole('cell').last()).toHaveText('0.490');
  await expect(row('position').getByRole('cell').last()).toHaveText('0.500');
  await expect(row('⟨C⟩ − C₀').getByRole('cell').last()).toHaveText('12.0');
  // Its positions are no momentum SGD's.
  await expect(page.getByText('momentum', { exact: true })).toHaveCount(0);
  await expect(page.locator('[data-slot="right"] .chart-label', { hasText: 'Gibbs' })).toBeVisible();

  // A hot run is lived again to the last bit.
  await lab.atRest();
  const step = await lab.number('Step');
  const cost = await lab.cost();
  const timeline = page.getByRole('slider', { name: 'Timeline' });
  await timeline.focus();
  await page.keyboard.press('Home');
  await lab.settled(0);
  expect(await lab.cost()).not.toBe(cost);
  await page.keyboard.press('End');
  await lab.settled(step);
  expect(await lab.cost()).toBe(cost);

  // Another temperature from here on: live, an edit like any other, which can be taken back.
  const temperature = page.locator('.key-strip').getByRole('slider', { name: 'temperature T' });
  await expect(temperature).toHaveAttribute('aria-valuetext', '0.500');
  await temperature.focus();
  await page.keyboard.press('ArrowRight');
  await expect(temperature).not.toHaveAttribute('aria-valuetext', '0.500');
  await expect.poll(async () => (await lab.saved()).edits.length).toBe(1);
  expect(await lab.value('Step')).toBe(String(step));
  expect(await lab.violations('.drawer')).toEqual([]);

  // Where the dynamics has no bath there is no temperature to turn.
  await page.getByRole('combobox', { name: 'Method' }).selectOption('second-order');
  await expect(page.getByRole('slider', { name: 'temperature T' })).toHaveCount(0);
});

test(
  'samples drawn beside a bath: their noise is called no temperature',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('no-temperature');
    const left = page.locator('[data-slot="left"]');
    await lab.button('Play').click();
    await expect(left.locator('.chart-facts')).toContainText('samples: no temperature', { timeout: 60_000 });
    await expect(left.locator('figcaption')).toContainText('samples: no temperature');
    await lab.button('Pause').click();
  },
);
