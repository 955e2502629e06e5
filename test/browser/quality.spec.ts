import { Lab } from './lab.ts';
import { expect, test } from './fixture.ts';

test.use({ deviceScaleFactor: 2 });

test('the meter says how finely pictures are drawn; a level that is chosen is kept, and numbers stay @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command, scenario or parameter' }).fill('meter');
  await page.keyboard.press('Enter');
  const detail = page.getByLabel('detail', { exact: true });
  const canvas = page.locator('.stage-picture canvas').first();
  const ratio = (): Promise<number> =>
    canvas.evaluate((element: HTMLCanvasElement) => Math.round((10 * element.width) / element.clientWidth));
  await expect(detail).toHaveValue('low');
  await expect.poll(ratio).toBe(10);
  const numbers = await lab
    .output('Step')
    .evaluate((element) => element.closest('section, div')?.textContent);
  await detail.selectOption('high');
  await expect.poll(ratio).toBe(15);
  await expect
    .poll(() => lab.output('Step').evaluate((element) => element.closest('section, div')?.textContent))
    .toBe(numbers);
  await detail.selectOption('medium');
  await expect.poll(ratio).toBe(10);
  await page.goto('./?tour=0');
  await expect(detail).toHaveValue('medium');
  await expect.poll(ratio).toBe(10);
});
