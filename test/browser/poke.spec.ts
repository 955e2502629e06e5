import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('poke: by keyboard at the chosen synapse, named on the timeline, taken back to the same numbers @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open();
  await lab.step(4);
  await page.locator('[data-pane="field"] [role="application"]').first().focus();
  await page.keyboard.press('PageDown');
  const synapse = page.locator('[data-section="synapse"]');
  const before = await lab.value('Cost');
  const height = synapse.getByRole('textbox', { name: 'Height of the poke' });
  await height.focus();
  await page.keyboard.press('ArrowUp');
  await expect(height).toHaveValue('0.600');
  await height.fill('2');
  await page.keyboard.press('Enter');
  await synapse.getByRole('button', { name: 'Poke 0' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => lab.value('Cost')).not.toBe(before);
  const poked = await lab.value('Cost');
  const undo = page.getByRole('button', { name: /Undo.*poke at site 0/ });
  await expect(undo).toBeEnabled();
  await lab.step(3);
  const later = await lab.value('Cost');
  await undo.click();
  await lab.settled(7);
  await expect.poll(() => lab.value('Cost')).not.toBe(later);
  // The synapse is still chosen: another poke at the same step and back again.
  await page.getByRole('button', { name: /Redo.*poke at site 0/ }).click();
  await expect.poll(() => lab.value('Cost')).toBe(later);
  await page.getByRole('button', { name: /Undo.*poke at site 0/ }).click();
  await expect.poll(() => lab.value('Cost')).not.toBe(later);
  await page.keyboard.press(',');
  for (let press = 0; press < 2; press++) await page.keyboard.press(',');
  await lab.settled(4);
  await expect.poll(() => lab.value('Cost')).toBe(before);
  expect(before).not.toBe(poked);
  await expect(synapse.getByRole('button', { name: 'Poke 0' })).toBeVisible();
});
