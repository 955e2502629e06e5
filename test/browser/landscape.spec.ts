import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

// Wide enough for the rail that holds the cost.
test.use({ viewport: { width: 1440, height: 800 } });

test('the landscape: it opens with its scenario, two balls part, one is dropped by keyboard and by a click, and undo takes it back @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('honey');
  const picture = page.getByRole('application', { name: /^Landscape\./ });
  await expect(picture).toHaveAttribute('aria-label', /along W¹ 0.*along W² 0.*γ = 0\.4 at \(2\.00, 1\.60\)/);
  // The slice is complete: no word of progress is left.
  await expect(page.getByText(/Computing the landscape/)).toHaveCount(0);
  await expect(page.getByText('holds all of the motion')).toBeVisible();
  await expect(page.locator('[data-pane="network"]')).toHaveCount(0);

  // Dropped by keyboard: the sliders move the ring, Enter lets go, and the run goes on from there.
  const across = page.getByRole('slider', { name: 'place along the first axis' });
  await across.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => lab.number('Step')).toBeGreaterThan(2);
  await lab.button('Pause').click();
  const dropped = await lab.saved();
  expect(dropped.edits).toHaveLength(1);
  expect(dropped.edits[0]).toMatchObject({ step: 0, command: { kind: 'state', velocity: [0, 0] } });
  expect(dropped.view.scene).toBe('landscape');

  // Undo lives the run again without it: at its step the weights are those that were.
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await lab.saved()).edits).toHaveLength(0);
  const before = await lab.cost();
  expect(before).not.toBe('');

  // One ball alone: the others go on.
  await page.getByRole('combobox', { name: 'Which balls are dropped' }).selectOption('Drop γ = 8 alone');
  await lab.button('Drop here').click();
  await lab.button('Pause').click();
  const [alone] = (await lab.saved()).edits as { command: { track?: string } }[];
  expect(alone.command.track).toBeTruthy();
  expect(alone.command.track).not.toBe('main');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await lab.saved()).edits).toHaveLength(0);
  await page.getByRole('combobox', { name: 'Which balls are dropped' }).selectOption('Drop the balls');

  // A click on the surface drops the balls there.
  const box = await picture.boundingBox();
  if (box === null) throw new Error('the landscape has no place');
  await expect(page.getByText(/Computing the landscape/)).toHaveCount(0);
  await expect(async () => {
    await page.mouse.click(box.x + box.width / 2, box.y + 0.56 * box.height);
    await expect.poll(async () => (await lab.saved()).edits.length, { timeout: 5000 }).toBeGreaterThan(0);
  }).toPass();
  await lab.button('Pause').click();

  await page.keyboard.press('k');
  await expect(page.locator('[data-pane="network"] canvas').first()).toBeVisible();
});

test(
  'the landscape of a network: planes of the path and of curvature, each says what it holds; it begins anew and can be stopped',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('xor');
    await page.keyboard.press('k');
    const picture = page.getByRole('application', { name: /^Landscape\./ });
    await expect(picture).toHaveAttribute('aria-label', /along path, component 1: \d/);
    await expect(page.getByText(/holds [\d.]+ % of the motion/)).toBeVisible();
    await page.getByRole('combobox', { name: 'Plane' }).selectOption('steepest and flattest');
    await expect(picture).toHaveAttribute(
      'aria-label',
      /1 from the steepest, λ = .*1 from the flattest, λ = /,
    );
    expect(await lab.violations('.pane-landscape')).toEqual([]);
    // The plane goes with the document.
    expect((await lab.saved()).view.plane).toMatchObject({ plane: 'steepFlat' });
  },
);
