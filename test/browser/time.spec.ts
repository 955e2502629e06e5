import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

const wide = { width: 1280, height: 720 };

function timeline(page: Page): Locator {
  return page.getByRole('slider', { name: 'Timeline' });
}

/** What a run shows of itself, in full precision. */
async function numbers(lab: Lab): Promise<string[]> {
  const names = ['Step', 'Time t', 'Cost', 'Kinetic energy'];
  return Promise.all(names.map(async (name) => lab.value(name)));
}

/** Types into a field as a person does: it selects its number when it gets the focus. */
async function typeNumber(field: Locator, value: string): Promise<void> {
  await field.click();
  await field.press('Control+a');
  await field.pressSequentially(value);
  await field.press('Enter');
  await field.blur();
}

test('timeline: keys go to any step, whose numbers are those seen before bit for bit', async ({ page }) => {
  const lab = new Lab(page);
  await page.setViewportSize(wide);
  await lab.open();
  const seen: string[][] = [await numbers(lab)];
  for (let step = 1; step <= 12; step++) {
    await lab.step(1);
    seen.push(await numbers(lab));
  }
  const slider = timeline(page);
  await slider.focus();
  for (let step = 11; step >= 7; step--) {
    await page.keyboard.press('ArrowLeft');
    await lab.settled(step);
    expect(await numbers(lab)).toEqual(seen[step]);
  }
  await page.keyboard.press('Home');
  await lab.settled(0);
  expect(await numbers(lab)).toEqual(seen[0]);
  await expect(slider).toHaveAttribute('aria-valuetext', /^t 0\.00, step 0/);
  await page.keyboard.press('End');
  await lab.settled(12);
  expect(await numbers(lab)).toEqual(seen[12]);
  // Resumed from the past, the run is the same again.
  await page.keyboard.press('PageDown');
  await lab.settled(11);
  await page.keyboard.press(',');
  await lab.settled(10);
  await lab.step(2);
  expect(await numbers(lab)).toEqual(seen[12]);
});

test('timeline: dragged by the pointer the run follows, and plays on where it is let go', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.setViewportSize({ width: 1600, height: 900 });
  await lab.open();
  await lab.step(3);
  const box = (await timeline(page).boundingBox())!;
  // The axis ends at step 100: half of it is step 50.
  const x = (step: number): number => box.x + 8 + ((box.width - 16) * step) / 100;
  const y = box.y + box.height / 2;
  await page.mouse.move(x(3), y);
  await page.mouse.down();
  await page.mouse.move(x(30), y, { steps: 5 });
  await page.mouse.move(x(50), y, { steps: 5 });
  await lab.settled(50);
  const there = await numbers(lab);
  await page.mouse.move(x(20), y, { steps: 5 });
  await lab.settled(20);
  await page.mouse.up();
  await timeline(page).focus();
  await page.keyboard.press('End');
  await lab.settled(50);
  expect(await numbers(lab)).toEqual(there);

  await lab.button('Play').click();
  await expect.poll(() => lab.number('Step')).toBeGreaterThan(52);
  await page.mouse.move(x(45), y);
  await page.mouse.down();
  await page.mouse.move(x(10), y, { steps: 4 });
  await page.mouse.up();
  await expect(lab.button('Pause')).toBeVisible();
  await expect.poll(() => lab.number('Step')).toBeGreaterThan(12);
  await lab.button('Pause').click();
});

test('undo: an edit is named, taken back by Ctrl+Z, and made again by Ctrl+Shift+Z @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.setViewportSize(wide);
  await lab.open();
  await expect(lab.button('Undo')).toHaveAttribute('aria-disabled', 'true');
  await lab.step(2);
  const friction = page.getByRole('textbox', { name: /friction/ });
  const before = await friction.inputValue();
  await typeNumber(friction, '2');
  await expect(page.getByRole('button', { name: /^Undo: friction .* to 2$/ })).toBeEnabled();
  await expect(timeline(page)).toHaveAttribute('aria-valuetext', /γ .* → 2/);
  await page.keyboard.press('Control+z');
  await expect(friction).toHaveValue(before);
  await expect(page.locator('[data-live]')).toContainText('Undone: friction');
  await page.getByRole('button', { name: /^Redo: friction/ }).click();
  await expect(friction).toHaveValue('2.00');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+Shift+z');
  await expect(friction).toHaveValue('2.00');
});

test('undo: a restarted run comes back where it stood, bit for bit', async ({ page }) => {
  const lab = new Lab(page);
  await page.setViewportSize(wide);
  await lab.open();
  await lab.step(5);
  const there = await numbers(lab);
  await lab.button('New seed').click();
  await lab.settled(0);
  await page.getByRole('button', { name: /^Undo: seed/ }).click();
  await lab.settled(5);
  expect(await numbers(lab)).toEqual(there);
  await lab.open('xor');
  await expect(lab.button('Undo')).toBeVisible();
});

test(
  'branches: put aside, changed, and back; an edit of the past keeps its future',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await page.setViewportSize(wide);
    await lab.open();
    await lab.step(12);
    const there = await numbers(lab);
    await page.keyboard.press('Shift+B');
    await lab.button('Branches (1)').click();
    const panel = page.getByRole('dialog', { name: /^Branches/ });
    await expect(panel).toContainText('step 12');
    expect(await lab.violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();

    await timeline(page).focus();
    await page.keyboard.press('Home');
    await lab.settled(0);
    const friction = page.getByRole('textbox', { name: /friction/ });
    await typeNumber(friction, '3');
    await expect(lab.button('Branches (2)')).toBeVisible();
    await lab.step(4);
    await lab.button('Branches (2)').click();
    await panel
      .getByRole('button', { name: /step 12$/ })
      .first()
      .click();
    await lab.settled(12);
    expect(await numbers(lab)).toEqual(there);
    await expect(lab.button('Branches (2)')).toBeVisible();
  },
);

test('stop conditions: the run stops by itself at a time and says so @long', async ({ page }) => {
  const lab = new Lab(page);
  await page.setViewportSize(wide);
  await lab.open();
  await lab.button('Stop conditions').click();
  const panel = page.getByRole('dialog', { name: 'Stop conditions' });
  const field = panel.getByRole('textbox', { name: /time reaches/ });
  await typeNumber(field, '0.5');
  await expect(panel.getByRole('checkbox', { name: 'time reaches' })).toBeChecked();
  expect(await lab.violations()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await lab.button('Play').click();
  const status = page.getByRole('status').filter({ hasText: 'Stopped: time reached 0.5' });
  await expect(status).toBeVisible();
  await expect(lab.button('Play')).toBeVisible();
  await expect.poll(() => lab.value('Time t')).toBe('0.5');
  // It has had its stop: played again the run goes on.
  await lab.button('Play').click();
  await expect.poll(() => lab.number('Time t')).toBeGreaterThan(0.8);
  await expect(status).toBeHidden();
});

test('slow motion: a tenth of the speed and back @long', async ({ page }) => {
  const lab = new Lab(page);
  await page.setViewportSize(wide);
  await lab.open();
  const speed = page.getByRole('slider', { name: 'Speed' });
  const before = await speed.getAttribute('aria-valuetext');
  await lab.button('Slow motion').click();
  await expect(lab.button('Slow motion')).toHaveAttribute('aria-pressed', 'true');
  await expect(speed).toHaveAttribute('aria-valuetext', /^0\.1×/);
  await page.keyboard.press('l');
  await expect(speed).toHaveAttribute('aria-valuetext', before ?? '');
});

test('phone: the timeline stands in the transport and answers keys', { tag: '@long' }, async ({ page }) => {
  const lab = new Lab(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await lab.open();
  await lab.step(3);
  await timeline(page).focus();
  await page.keyboard.press('ArrowLeft');
  await lab.settled(2);
  expect((await timeline(page).boundingBox())!.width).toBeGreaterThan(100);
  await page.getByRole('tab', { name: 'Controls' }).click();
  await expect(lab.button('Stop conditions')).toBeVisible();
  expect(await lab.violations()).toEqual([]);
});
