import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });

test('addition: every question has its answer, live, and the one that was not taught is told apart @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('addition');
  const right = page.locator('[data-slot="right"]');
  await expect(right.getByRole('tab', { name: 'Answers' })).toHaveAttribute('aria-selected', 'true');
  const answer = right.getByRole('row', { name: '5 + 4, asked' }).getByRole('cell');
  await expect(answer.nth(0)).toHaveText('9');
  const before = await answer.nth(1).textContent();
  await lab.step(2);
  await expect(answer.nth(1)).not.toHaveText(before ?? '');
  await expect(right.locator('figcaption')).toContainText('5 + 4, asked: ');
  const left = page.locator('[data-slot="left"]');
  await expect(left.locator('figcaption')).toContainText('Cost per sample');
  expect(await lab.violations('.drawer')).toEqual([]);
});

test(
  'one hidden layer: the output is the sum of its units; kinds of cost stand side by side; wider networks reach more',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    const right = page.locator('[data-slot="right"]');
    const left = page.locator('[data-slot="left"]');
    await lab.open('three-units');
    await expect(right.locator('figcaption')).toContainText('as a sum of 4 parts');
    await lab.chart('What wider networks reach');
    await right.getByRole('button', { name: 'Run the study' }).click();
    await expect(right.locator('.study')).toHaveAttribute('data-state', 'done', { timeout: 60_000 });
    await expect(right.locator('figcaption')).toContainText('for 1 to 32 hidden units a layer');
    await lab.open('two-classes');
    await expect(left.locator('figcaption')).toContainText('C = cross-entropy, cross-entropy: mean pull');
    await expect(left.getByRole('row', { name: 'largest pull' }).getByRole('cell')).toHaveCount(2);
  },
);
