import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

const quiet = readFileSync(new URL('../inputs/quiet-after-loud.json', import.meta.url), 'utf8');

/** The limit that a picture's colour key writes. */
async function limit(page: Page, pane: 'network' | 'field'): Promise<string> {
  const written = page.locator(`[data-pane="${pane}"] .color-key-scale span`).last();
  // Before the first frame no number is known.
  await expect(written).not.toHaveText('max');
  return (await written.textContent()) ?? '';
}

/** Turns of the display in which anything that a clock moved would have moved. */
async function twentyFrames(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
  });
}

test(
  'a wave that dies keeps the scale of its start, whatever is hovered, focused, maximised or opened',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open();
    const first = await limit(page, 'field');
    const before = await lab.picture('field');
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('.play')?.click();
    });
    await expect.poll(() => lab.number('Step')).toBeGreaterThan(60);
    await lab.button('Pause').click();
    await twentyFrames(page);
    const dying = await lab.picture('field');
    expect(dying.equals(before)).toBe(false);
    expect(await limit(page, 'field')).toBe(first);
    expect(await limit(page, 'network')).toBe(first);

    const field = page.locator('[data-pane="field"]');
    await field.hover({ position: { x: 180, y: 150 } });
    await page.mouse.move(2, 2);
    await twentyFrames(page);
    expect((await lab.picture('field')).equals(dying)).toBe(true);
    expect(await limit(page, 'field')).toBe(first);

    // Maximised and back, the universe and back: the same picture.
    for (const key of ['f', 'e']) {
      await page.keyboard.press(key);
      await twentyFrames(page);
      await page.keyboard.press(key);
      await expect(field.locator('canvas').first()).toBeVisible();
      await twentyFrames(page);
      expect(await limit(page, 'field')).toBe(first);
    }
    // Wound back and forth it stays, for these steps are known.
    await page.keyboard.press(',');
    await page.keyboard.press('.');
    await twentyFrames(page);
    expect(await limit(page, 'field')).toBe(first);
  },
);

test('magnify: the key says by how much, again and back; what is opened begins at ×1 with its own scale @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open();
  const full = Number(await limit(page, 'field'));
  const before = await lab.picture('field');
  await page.keyboard.press('m');
  const chip = page.locator('[data-pane="field"] .color-key-magnified');
  await expect(chip).toContainText('×10 of the largest so far');
  await expect.poll(async () => Number(await limit(page, 'field'))).toBeCloseTo(full / 10, 6);
  expect((await lab.picture('field')).equals(before)).toBe(false);
  // The button says what it will do; both pictures follow.
  await page
    .locator('[data-pane="network"]')
    .locator('..')
    .getByRole('button', { name: 'Magnify ×100' })
    .first()
    .click();
  await expect(page.locator('[data-pane="network"] .color-key-magnified')).toContainText('×100');
  await chip.click();
  await expect(chip).toHaveCount(0);
  await expect.poll(async () => Number(await limit(page, 'field'))).toBe(full);

  await page.keyboard.press('m');
  await expect(chip).toHaveCount(1);
  await lab.openFile('quiet.json', quiet);
  await expect.poll(async () => Number(await limit(page, 'field'))).toBe(0.05);
  await expect(chip).toHaveCount(0);
  expect(await lab.violations('[data-pane="field"]')).toEqual([]);
});
