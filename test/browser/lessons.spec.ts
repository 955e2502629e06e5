import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

const own = {
  version: 1,
  kind: 'lesson',
  id: 'mine',
  title: 'A lesson of mine',
  about: 'One step on one ring.',
  language: 'en',
  steps: [
    { id: 'one', title: 'The ring', text: 'It **rings** at $\\omega$.', claim: 'exact', open: 'underdamped' },
    {
      id: 'two',
      title: 'More friction',
      text: 'The run goes on with $\\gamma = 2$.',
      claim: 'approximate',
      patch: [{ path: 'expansion.gamma', value: 2 }],
    },
  ],
};

const panel = (page: Page) => page.getByRole('complementary', { name: 'Lesson' });

/** Opens a step by its address, and waits until its run and its words are there. */
async function openStep(page: Page, lesson: string, step: number): Promise<Lab> {
  const lab = new Lab(page);
  await page.goto(`./?quality=test&lesson=${lesson}&step=${step}`);
  await expect(panel(page).getByRole('heading', { level: 2 })).toBeVisible();
  await lab.atRest();
  return lab;
}

const heading = (page: Page) => panel(page).getByRole('heading', { level: 2 });

test('a lesson: predicted, revealed, fulfilled by a drag of friction, left and come back to', async ({
  page,
}) => {
  const lab = await openStep(page, 'friction', 2);
  await expect(heading(page)).toHaveText(/Step 2 of 4.*Where the swinging stops/);
  await expect(panel(page).locator('.katex').first()).toBeVisible();
  // The answer is not there before a choice is made.
  await expect(panel(page).getByText('You were right')).toHaveCount(0);
  await expect(lab.button('Reveal')).toHaveCount(0);
  await panel(page).getByRole('radio', { name: 'Ever more slowly' }).check();
  await lab.button('Reveal').click();
  await expect(panel(page).locator('.lesson-reason')).toBeFocused();
  await expect(panel(page).locator('.lesson-reason')).toContainText('You were right');
  await expect(panel(page).getByRole('radio').first()).toBeDisabled();

  await expect(panel(page).getByText('Do:')).toBeVisible();
  const friction = page.locator('.key-strip').getByRole('slider').first();
  const box = await friction.boundingBox();
  if (box === null) throw new Error('no slider of friction');
  await page.mouse.move(box.x + 0.4 * box.width, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 4, box.y + box.height / 2, { steps: 8 });
  await page.mouse.up();
  await expect(panel(page).getByText('Done:')).toBeVisible();
  await expect(page.locator('[data-live]')).toContainText('Done: Drag friction above critical');
  expect(await lab.violations('.lesson')).toEqual([]);

  await lab.button('Next').click();
  await expect(heading(page)).toContainText('The creeping side');
  await expect(heading(page)).toBeFocused();
  await expect(page).toHaveURL(/lesson=friction&step=creep(#|$)/);
  await expect.poll(() => lab.number('Step')).toBeGreaterThan(0);
  await lab.button('Pause').click();
  await lab.atRest();
  const step = await lab.number('Step');
  expect(step).toBeGreaterThan(0);
  await page.reload();
  await lab.settled(step);
  await expect(heading(page)).toContainText('The creeping side');
  await lab.button('Back').first().click();
  await expect(panel(page).getByText('Done:'), 'what was done is kept').toBeVisible();
  await expect(panel(page).getByText('You were right')).toBeVisible();
  await lab.button('Start the lesson afresh').click();
  await expect(heading(page)).toContainText('Weights that swing');
  await lab.button('Next').click();
  await expect(lab.button('Reveal without choosing'), 'forgotten').toBeVisible();
});

test(
  'another run: the lesson stays, says so, and leads back; undo brings step and run back; Escape closes',
  { tag: '@long' },
  async ({ page }) => {
    const lab = await openStep(page, 'friction', 3);
    await lab.button('Pause').click();
    await page.keyboard.press('c');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /A splash on a torus/ })
      .first()
      .click();
    await expect(panel(page).getByText('This is not the run of this step')).toBeVisible();
    await lab.button('Back to it').click();
    await expect(panel(page).getByText('This is not the run of this step')).toHaveCount(0);
    await expect(page.locator('.key-strip .regime')).toContainText('overdamped');
    await lab.button('Next').click();
    await expect(heading(page)).toContainText('No friction at all');
    await page.keyboard.press('Control+z');
    await expect(heading(page)).toContainText('The creeping side');
    await heading(page).focus();
    await page.keyboard.press('Escape');
    await expect(panel(page)).toHaveCount(0);
    await expect(page).not.toHaveURL(/lesson=/);
    await page.keyboard.press('t');
    const entry = page.getByRole('dialog').getByRole('button', { name: /ringing to creeping/ });
    await expect(entry).toContainText('2 of 4 steps');
    await entry.click();
    await expect(heading(page)).toContainText('The creeping side');
  },
);

test(
  'a file of one’s own: what is wrong with it is told; a good one opens, stays after a reload, is saved and removed',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('ring-wave');
    const [first, second] = own.steps;
    await lab.openFile('bad.lesson.json', { ...own, steps: [first, { ...second, claim: 'certain' }] });
    const alert = page.getByRole('alert').filter({ hasText: 'bad.lesson.json' });
    await expect(alert).toContainText('steps[1].claim');
    await expect(alert).toContainText('certain');
    await expect(panel(page)).toHaveCount(0);
    await lab.openFile('mine.lesson.json', own);
    await expect(heading(page)).toContainText('The ring');
    await expect(panel(page).locator('strong', { hasText: 'rings' })).toBeVisible();
    await lab.atRest();
    await lab.step(5);
    await lab.button('Next').click();
    await expect(heading(page)).toContainText('More friction');
    // The run goes on: what a step without a scenario changes is an edit of it, there.
    await lab.settled(5);
    expect((await lab.saved()).edits).toEqual([
      { step: 5, command: { kind: 'set', path: 'expansion.gamma', value: 2 } },
    ]);
    await page.reload();
    await lab.settled(5);
    await expect(heading(page)).toContainText('More friction');
    const download = page.waitForEvent('download');
    await lab.button('Save the lesson as a file').click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('mine.lesson.json');
    expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toEqual(own);
    await page.keyboard.press('t');
    await lab.button('Remove A lesson of mine from this browser').click();
    await page.keyboard.press('Escape');
    await expect(panel(page)).toHaveCount(0);
  },
);

test(
  'addresses: a lesson or a step that there is none of is told, and the lab opens without',
  { tag: '@long' },
  async ({ page, problems }) => {
    const lab = new Lab(page);
    await page.goto('./?quality=test&lesson=friction&step=9');
    await lab.settled(0);
    await expect(page.getByRole('alert').filter({ hasText: 'friction.json' })).toContainText('1 to 4');
    await expect(panel(page)).toHaveCount(0);
    await page.goto('./?quality=test&lesson=no-such-lesson');
    await lab.settled(0);
    await expect(page.getByRole('alert').filter({ hasText: 'no-such-lesson' })).toBeVisible();
    // The server answered that there is none: the browser tells that in its console.
    problems.length = 0;
  },
);

test.describe('phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('the sheet leaves picture and friction in sight, and peeks', { tag: '@long' }, async ({ page }) => {
    const lab = await openStep(page, 'friction', 2);
    const heightOf = async (selector: string): Promise<number> =>
      (await page.locator(selector).boundingBox())?.height ?? 0;
    expect(await heightOf('.phone-panel')).toBeGreaterThan(200);
    await expect(page.locator('.key-strip').getByRole('slider').first()).toBeInViewport({ ratio: 1 });
    const before = await heightOf('.phone-panel');
    await lab.button('Show less of the lesson').tap();
    await expect.poll(() => heightOf('.phone-panel')).toBeGreaterThan(before + 80);
    await lab.button('Next').tap();
    await expect(heading(page)).toContainText('The creeping side');
    await lab.button('Pause').tap();
    expect(await lab.violations('.lesson')).toEqual([]);
  });
});
