import { expect, test } from './fixture.ts';
import type { Locator } from '@playwright/test';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });

/** A number of the table beside the map. */
const read = async (cell: Locator): Promise<number> => Number((await cell.textContent())?.replace('−', '-'));

test('near is an index: shuffled names reach as far as chance, the spectral order brings the ring back; the run notices nothing @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('near-ring');
  const right = page.locator('[data-slot="right"]');
  await expect(right.getByRole('tab', { name: 'Locality' })).toHaveAttribute('aria-selected', 'true');
  const figure = right.locator('figure.nonlocality');
  await expect(figure).toHaveAttribute('data-order', 'lattice');
  await expect(figure.locator('figcaption')).toContainText('the farthest coupled pair is 3 steps apart');

  const mean = figure.getByRole('row', { name: 'mean reach' }).getByRole('cell');
  await figure.getByRole('radio', { name: 'shuffled' }).check();
  await expect(figure).toHaveAttribute('data-order', 'shuffled');
  const ordered = await read(mean.nth(0));
  expect(await read(mean.nth(1))).toBeGreaterThan(4 * ordered);

  await figure.getByRole('radio', { name: 'spectral' }).check();
  await expect(figure).toHaveAttribute('data-order', 'spectral');
  expect(await read(mean.nth(1))).toBeLessThan(1.5 * ordered);

  await figure.getByRole('radio', { name: 'Cuthill' }).check();
  await expect(figure).toHaveAttribute('data-order', 'cuthill-mckee');
  const band = figure.getByRole('row', { name: 'bandwidth' }).getByRole('cell');
  expect(await read(band.nth(1))).toBeLessThan((await read(band.nth(0))) / 3);
  const canvas = figure.locator('canvas').first();
  await expect(canvas).toHaveAttribute('data-moving', 'false');
  // F(r) stands beside them, and the run's own field on the chart's lattice.
  await expect(canvas).toHaveAttribute('data-profile', 'true');
  await expect(figure.locator('canvas.live')).toHaveAttribute('data-step', '0');
  expect(await lab.value('Step')).toBe('0');
  expect(await lab.violations('.drawer')).toEqual([]);
  // Under other names the run goes on: the field on the chart's lattice follows it.
  await lab.button('Step').click();
  await expect(figure.locator('canvas.live')).toHaveAttribute('data-step', '1');
});

test(
  'near is an index: in a dense network no order makes the matrix narrower',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('near-dense');
    const figure = page.locator('figure.nonlocality');
    await figure.getByRole('radio', { name: 'spectral' }).check();
    await expect(figure).toHaveAttribute('data-order', 'spectral');
    const band = figure.getByRole('row', { name: 'bandwidth' }).getByRole('cell');
    await expect(band).toHaveText(['84', '84']);
  },
);

test(
  'reach: the study beside the run finds that the run’s own kind falls as 1/N and dense ones stay, with errors',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('near-ring');
    await lab.chart('Reach against size');
    const right = page.locator('[data-slot="right"]');
    await right.getByRole('button', { name: 'Run the study' }).click();
    await expect(right.locator('.study')).toHaveAttribute('data-state', 'done');
    for (const [name, slope] of [
      ['this kind', -1],
      ['dense', 0],
    ] as const) {
      const [value, error] = (
        (await right.getByRole('row', { name }).getByRole('cell').first().textContent()) ?? ''
      ).split(' ± ');
      expect(Math.abs(Number(value.replace('−', '-')) - slope), name).toBeLessThan(0.15);
      expect(Number(error), name).toBeGreaterThan(0);
    }
  },
);
