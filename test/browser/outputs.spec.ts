import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });

test('@long outputs: a wide network keeps its kernel, a narrow one does not; scrubbed it is the same; a slider widens it', async ({
  page,
}) => {
  test.slow();
  const lab = new Lab(page);
  await lab.open('wide-outputs');
  const [left, right] = ['left', 'right'].map((slot) => page.locator(`[data-slot="${slot}"]`));
  await expect(right.locator('svg image.kernel-map')).toBeVisible();
  const drift = async (): Promise<number> => {
    const said = await left.getByRole('row', { name: 'drift of Θ' }).getByRole('cell').first().textContent();
    return Number(said);
  };
  const run = async (step: number): Promise<void> => {
    await lab.button('Play').click();
    await expect.poll(() => lab.number('Step'), { timeout: 60_000 }).toBeGreaterThan(step);
    await lab.button('Pause').click();
    await lab.atRest();
  };
  // Before the first step there is the forecast of the frozen kernel.
  await expect(left.locator('figcaption')).toContainText('Their forecast for a frozen kernel reaches to t =');
  await run(128);
  await expect(left.getByRole('row', { name: 'right side ρ' })).toBeVisible();
  const wide = await drift();
  expect(wide).toBeGreaterThan(0);
  expect(wide).toBeLessThan(0.15);
  const summary = left.locator('figcaption');
  const step = await lab.number('Step');
  // The chart has come to the step that the run rests at.
  const time = (await lab.number('Time t')).toPrecision(3);
  await expect(summary).toContainText(`At t = ${time} `);
  const before = await summary.textContent();
  const timeline = page.getByRole('slider', { name: 'Timeline' });
  await timeline.focus();
  await page.keyboard.press('Home');
  await lab.settled(0);
  await page.keyboard.press('End');
  await lab.settled(step);
  await expect(summary).toHaveText(before ?? '');

  // The hidden width is one slider; another width is another run.
  const width = page.locator('.key-strip').getByRole('slider', { name: 'hidden width' });
  await expect(width).toHaveAttribute('aria-valuetext', '256');
  await width.focus();
  for (let press = 0; press < 20 && (await width.getAttribute('aria-valuetext')) !== '4'; press++) {
    await page.keyboard.press(press === 0 ? 'Home' : 'ArrowRight');
  }
  await expect(width).toHaveAttribute('aria-valuetext', '4');
  await lab.settled(0);
  await run(256);
  expect(await drift()).toBeGreaterThan(3 * wide);
  expect(await lab.violations('.drawer')).toEqual([]);
});
