import { shippedIndex } from '../helpers/shipped.ts';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

// Wide enough for the rail with the scene's head and the controls.
test.use({ viewport: { width: 1440, height: 900 } });

/** Pixels of a canvas that something was drawn on; run in the page. */
function inked(canvas: HTMLCanvasElement): number {
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
  return Array.from(data).filter((value, n) => n % 4 === 3 && value > 0).length;
}

/** Scenarios and their presets: the list, its search, the choice beside the scene's name, and addresses from before. */
test('list: chapters and presets, found by letters, opened by keys', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('two-samples');
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Scenarios' });
  const field = dialog.getByRole('textbox', { name: 'Search scenarios' });
  await expect(field).toBeFocused();
  await expect(dialog.getByRole('status')).toHaveText(`${shippedIndex.length} scenarios`);
  await expect(dialog.locator('h3')).toHaveText([
    'Start here',
    'Networks',
    'Networks and fields',
    'Universes',
    'Sources and noise',
    'Sibling theories',
    'Lessons',
  ]);
  await expect(dialog.locator('.entry')).toHaveCount(shippedIndex.length);
  await expect(dialog.locator('.presets [aria-current="true"]')).toHaveText('Large mass');
  expect(await lab.violations('dialog.gallery')).toEqual([]);

  // Small pictures of all of them, drawn once they are in sight: not one empty.
  const thumbs = dialog.locator('canvas.thumb');
  await expect(thumbs).toHaveCount(shippedIndex.length);
  await expect.poll(() => thumbs.first().evaluate(inked)).toBeGreaterThan(500);

  // Down to the first card, right to the next, Tab to its presets, and up again into the field; / leads there too.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('button', { name: /^Friction, above and below critical/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Both sides' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('button', { name: 'Underdamped' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.locator('section').nth(1).locator('.entry:focus')).toHaveCount(1);
  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();

  // A link leads to its chapter, and the keyboard with it.
  await dialog.getByRole('button', { name: 'Universes', exact: true }).click();
  await expect(dialog.getByRole('button', { name: /^Universes of one fluid/ })).toBeFocused();
  await expect(dialog.getByRole('heading', { name: 'Universes' })).toBeInViewport();

  await expect(dialog.locator('nav [aria-current]')).toHaveText('Universes');

  // What is found is seen from its first, wherever the list stood; lessons are searched too.
  const list = dialog.locator('.chapters');
  await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(dialog.locator('nav [aria-current]')).toHaveText('Lessons');
  await field.fill('gibbs');
  await expect(list).toHaveJSProperty('scrollTop', 0);
  await expect(dialog.locator('.lesson-entry')).toHaveText([/Heat, and the law of Gibbs/]);
  await expect(dialog.getByRole('button', { name: 'Universes', exact: true })).toBeDisabled();

  // By the name of a part: what a scenario is made of is searched too.
  await field.fill('langevin');
  await expect(dialog.getByRole('button', { name: /^A field in a heat bath/ })).toBeVisible();
  await field.fill('kination');
  await expect(dialog.getByRole('status')).toHaveText(
    '1 scenario, 1 lesson; Enter opens Universes of one fluid: Kination',
  );
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/[?&]scenario=kination\b/);
  await expect(page.locator('[data-pane="universe"]')).toHaveCount(1);
  await lab.settled(0);
});

test('list: letters that nothing has find nothing, and Enter does nothing @long', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('two-samples');
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Scenarios' });
  await dialog.getByRole('textbox').fill('qqq');
  await expect(dialog.getByRole('status')).toHaveText('No scenarios');
  await expect(dialog.getByText('Nothing has “qqq” in its name')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
});

test('preset: chosen beside the name it opens anew, the address follows, and undo goes back', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('underdamped');
  const scene = page.getByRole('button', { name: 'Friction, above and below critical' });
  const preset = page.getByRole('combobox', { name: 'Preset' });
  await expect(scene).toBeVisible();
  await expect(preset).toHaveValue('underdamped');
  await lab.step(3);
  await preset.selectOption('overdamped');
  await lab.settled(0);
  await expect(page).toHaveURL(/[?&]scenario=overdamped\b/);
  const friction = page.getByRole('textbox', { name: /friction/i }).first();
  await expect(friction).toHaveValue('5.00');
  await expect(page.locator('.regime')).toContainText('overdamped');

  await page.keyboard.press('Control+z');
  await lab.settled(3);
  await expect(preset).toHaveValue('underdamped');
  await expect(friction).toHaveValue('0.200');
  await page.keyboard.press('Control+y');
  await expect(preset).toHaveValue('overdamped');

  // Of another kind it is no preset any more; choosing one brings it back.
  await page.locator('[data-path="expansion.kind"] select').selectOption('matter');
  await expect(preset).toHaveValue('');
  await preset.selectOption('overdamped');
  await expect(preset).toHaveValue('overdamped');
  await expect(friction).toHaveValue('5.00');
});

test(
  'both sides of critical friction: two fields, one beside the other, each by its friction',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('friction');
    await expect(page.getByRole('combobox', { name: 'Preset' })).toHaveValue('critical');
    await expect(page.getByRole('button', { name: 'Stop comparing' })).toBeVisible();
    await lab.step(20);
    // ωt = 1.5: the wave swings through, nearly all its energy kinetic; of the 4.42 at the start the other still has 3.13.
    expect(await lab.number('Time t')).toBe(2.5);
    expect(await lab.number('Kinetic energy')).toBeGreaterThan(10 * (await lab.number('Cost of γ = 0.2')));
    expect(await lab.number('Cost of Comparison, γ = 5')).toBeCloseTo(3.13, 2);
  },
);

test('addresses from before: what was one scenario of 44 opens as a preset; a misspelt one names the nearest @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('milne');
  await expect(page.getByRole('button', { name: 'Universes of one fluid' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Preset' })).toHaveValue('milne');
  await page.goto('./?quality=test&scenario=kinatoin');
  await expect(page.getByText(/the nearest is kination/)).toBeVisible();
});

test('phone: the preset stands beside the name, and its sentence in the list @long', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const lab = new Lab(page);
  await lab.open('two-samples');
  const head = page.locator('.phone-head');
  const preset = head.getByRole('combobox', { name: 'Preset' });
  await expect(preset).toHaveValue('two-samples');
  const scene = head.locator('button.scene');
  const [name, choice] = [await scene.boundingBox(), await preset.boundingBox()];
  if (name === null || choice === null) throw new Error('nothing in the head');
  expect(name.x + name.width).toBeLessThanOrEqual(choice.x + 4);
  expect(choice.x + choice.width).toBeLessThanOrEqual(390);
  expect(choice.height).toBeGreaterThanOrEqual(44);
  await scene.click();
  await expect(page.getByRole('dialog', { name: 'Scenarios' })).toContainText(
    'the bump swings and flattens into ripples',
  );
  await page.keyboard.press('Escape');
  await preset.selectOption('ring-wave');
  await expect(page).toHaveURL(/scenario=ring-wave/);
});
