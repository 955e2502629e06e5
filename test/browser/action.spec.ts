import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });
test.describe.configure({ timeout: 120_000 });

test('wiggle the path: stationary, a saddle after two half periods, turned over by the bump’s width, least when overdamped @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.goto('./?quality=test&scenario=least-action');
  await lab.settled(96);
  const right = page.locator('[data-slot="right"]');
  const wiggle = right.locator('figure.wiggle');
  await expect(wiggle).toHaveAttribute('data-descending', '2');
  await expect(wiggle).toHaveAttribute('data-turn', 'lowers');
  await expect(wiggle.locator('figcaption')).toContainText('each half period 5.25');
  await expect(wiggle.locator('.conjugate')).toHaveCount(2);

  // Narrower than half a period of 5.25, of a path of 12, a bump lifts the action; the path stays a saddle.
  const width = wiggle.getByRole('slider', { name: 'Width of the bump' });
  await width.fill('0.4');
  await expect(wiggle).toHaveAttribute('data-turn', 'lifts');
  await width.fill('0.5');
  await expect(wiggle).toHaveAttribute('data-turn', 'lowers');
  await expect(wiggle).toHaveAttribute('data-descending', '2');

  // A hand on the picture, and the keyboard, move the same ε; a handle moves the width.
  const epsilon = wiggle.getByRole('slider', { name: 'Size of the wiggle' });
  const ball = wiggle.locator('.ball');
  const place = (): Promise<number> => ball.evaluate((dot) => Number(dot.getAttribute('cx')));
  const before = await place();
  const box = await wiggle.locator('.wiggle-plot').boundingBox();
  if (box === null) throw new Error('no picture');
  await page.mouse.move(box.x + 0.3 * box.width, box.y + 0.4 * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.3 * box.width, box.y + 0.9 * box.height, { steps: 4 });
  await page.mouse.up();
  expect(Number(await epsilon.inputValue())).toBeLessThan(0.5);
  await expect.poll(place).toBeLessThan(before);
  await epsilon.focus();
  await page.keyboard.press('End');
  await expect(epsilon).toHaveValue('1');
  await expect.poll(place).toBeGreaterThan(before);
  const handle = await wiggle.locator('.handle[data-side="to"]').first().boundingBox();
  if (handle === null) throw new Error('no handle');
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.05 * box.width, handle.y, { steps: 4 });
  await page.mouse.up();
  expect(Number(await width.inputValue())).toBeLessThan(0.4);
  await expect(wiggle).toHaveAttribute('data-turn', 'lifts');
  expect(await lab.violations('.drawer')).toEqual([]);

  // What late times weigh, beside it; the equation of the discrete action holds to round-off.
  const said = page.locator('[data-slot="left"] figcaption');
  await expect(said).toContainText('volume has grown by 1.0');
  await expect(said).toContainText(/equation holds to \d×10⁻¹/);

  // Overdamped, the same path of a run from the start is least for ever.
  await page.getByRole('textbox', { name: 'friction' }).first().fill('5');
  await page.keyboard.press('Enter');
  await lab.button('Reset').click();
  await lab.settled(0);
  await lab.step(3);
  await expect(wiggle).toHaveAttribute('data-descending', '0');
  await expect(wiggle.locator('.wiggle-verdict')).toContainText('for ever: it does not swing');
});
