import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parseTalk } from '../../src/scenario/talk/talk.ts';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

const example = readFileSync('public/talks/training.json', 'utf8');
const { states } = parseTalk(example);

// A talk goes through seven runs.
test.describe.configure({ timeout: 180_000 });

/** Opens the example talk by its address and presents it. */
async function present(page: Page): Promise<Lab> {
  const lab = new Lab(page);
  await page.goto('./?quality=test&talk=training');
  await lab.settled(0);
  await page.keyboard.press('p');
  await shows(page, 0);
  return lab;
}

/** The state of the example that is shown: its title, and which of how many. */
async function shows(page: Page, index: number): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(states[index].title);
  await expect(page.locator('.present-count')).toHaveText(`${index + 1} of ${states.length}`);
}

test('a talk: states are added, named, put in order, deleted and brought back; its file holds them @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('ring-wave');
  await page.keyboard.press('y');
  const dialog = page.getByRole('dialog', { name: 'Talk' });
  await dialog.getByRole('button', { name: 'Add this state' }).click();
  await dialog.getByLabel('Title of state 1').fill('The bump');
  await dialog.getByLabel('Notes of state 1').fill('say hello');
  await page.keyboard.press('Escape');
  await lab.step(2);
  await page.keyboard.press('a');
  await page.keyboard.press('y');
  await dialog.getByLabel('Title of state 2').fill('Two steps on');
  await dialog.getByRole('button', { name: 'Move Two steps on up' }).click();
  await expect(dialog.getByLabel('Title of state 1')).toHaveValue('Two steps on');
  // The focus stays with what was moved.
  await expect(dialog.getByRole('button', { name: 'Move Two steps on up' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Delete The bump' }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Notes of state 2')).toHaveValue('say hello');
  await dialog.getByLabel('Title of the talk').fill('Mine');
  expect(await lab.violations('.modal')).toEqual([]);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the talk' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('mine.json');
  const talk = parseTalk(readFileSync(await saved.path(), 'utf8'));
  expect(talk.states.map(({ title, document }) => [title, document.view.step])).toEqual([
    ['Two steps on', 2],
    ['The bump', 0],
  ]);
  // Both have a small picture of what the screen showed, and not of one colour.
  for (const { picture } of talk.states) {
    const colours = await page.evaluate(async (src = '') => {
      const image = new Image();
      image.src = src;
      await image.decode();
      const sheet = new OffscreenCanvas(image.width, image.height).getContext('2d');
      sheet?.drawImage(image, 0, 0);
      const { data } = sheet?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
      return new Set(Array.from({ length: data.length / 4 }, (_, n) => data.slice(4 * n, 4 * n + 3).join()))
        .size;
    }, picture);
    expect(colours).toBeGreaterThan(50);
  }
  await page.keyboard.press('Escape');
  // The file opens it elsewhere, at the step of its first state.
  await page.evaluate(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  await lab.open('friction');
  await lab.openFile('mine.json', readFileSync(await saved.path(), 'utf8'));
  await lab.settled(2);
  await expect(dialog.getByLabel('Title of the talk')).toHaveValue('Mine');
});

test('walking: page keys and arrows, as saved on the way on, as left on the way back; Home gives the saved one', async ({
  page,
}) => {
  const lab = await present(page);
  await page.keyboard.press('PageDown');
  await shows(page, 1);
  await page.keyboard.press('ArrowRight');
  await shows(page, 2);
  await page.keyboard.press('PageDown');
  await shows(page, 3);
  await lab.settled(96);
  // What a hand does in state 4 is found again when it comes back to it.
  await page.keyboard.press(',');
  await lab.settled(95);
  await page.keyboard.press('PageDown');
  await shows(page, 4);
  await lab.settled(200);
  await page.keyboard.press('PageUp');
  await shows(page, 3);
  await lab.settled(95);
  await expect(page.locator('.present-left')).toContainText('As you left it.');
  await page.keyboard.press('Home');
  await lab.settled(96);
  await expect(page.locator('.present-left')).toHaveCount(0);
  for (const index of [4, 5, 6, 6]) {
    await page.keyboard.press('PageDown');
    await shows(page, index);
  }
  await lab.settled(40);
});

test('Escape leaves one level at a time, and no wrong key loses the run @long', async ({ page }) => {
  const lab = await present(page);
  for (const key of ['n', 'o', 'c', 'x', 'Shift+B', 'd', 'g', 'h', 'y', 'a', 'Enter'])
    await page.keyboard.press(key);
  await shows(page, 0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await lab.settled(0);
  await page.keyboard.press('s');
  await expect(page.locator('.present-veil')).toBeVisible();
  await page.keyboard.press('.');
  const blank = page.getByRole('button', { name: 'The screen is blank: show the pictures again' });
  await expect(blank).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(blank).toHaveCount(0);
  await expect(page.locator('.present-veil')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.present-veil')).toHaveCount(0);
  await shows(page, 0);
  await page.keyboard.press('Escape');
  await expect(page.locator('.stage-head')).toHaveCount(0);
  await lab.settled(0);
  expect(Object.keys((await lab.saved()).view)).not.toContain('branches');
});

test('the spotlight follows the pointer, and the keyboard where there is none @long', async ({ page }) => {
  await present(page);
  await page.mouse.move(480, 300);
  await page.keyboard.press('s');
  const light = (): Promise<string> =>
    page.locator('.present-veil').evaluate((veil) => veil.style.getPropertyValue('--light-x'));
  await expect.poll(light).toBe('50.00%');
  await page.mouse.move(240, 300);
  await expect.poll(light).toBe('25.00%');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(light).toBe('29.00%');
});

test('a reload in the middle of a talk: the state, its step, the screen, notes and timer are back @long', async ({
  page,
}) => {
  const lab = await present(page);
  for (const index of [1, 2, 3]) {
    await page.keyboard.press('PageDown');
    await shows(page, index);
  }
  await lab.settled(96);
  await page.keyboard.press('i');
  await page.keyboard.press(',');
  await lab.settled(95);
  await page.reload();
  await shows(page, 3);
  await lab.settled(95);
  const notes = page.getByRole('complementary', { name: 'Notes and timer' });
  await expect(notes.getByText('Stationary is not least', { exact: false })).toBeVisible();
  await expect(notes.getByText(states[4].title)).toBeVisible();
  // It began with the presentation, though an address opened the talk.
  await expect(notes.getByRole('button', { name: 'Stop the timer' })).toBeVisible();
  // A state that was written by hand has no picture of its own.
  const name = /^Picture of the scenario “A bump runs round the ring: Small mass”, not of this state$/;
  await expect(notes.getByRole('img', { name })).toBeVisible();
  // What the speaker hid stays hidden.
  await page.keyboard.press('b');
  await page.reload();
  await expect(page.locator('.present-blank')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.present-blank')).toHaveCount(0);
  await shows(page, 3);
  await lab.settled(95);
  await page.keyboard.press('PageDown');
  await shows(page, 4);
  await lab.settled(200);
});

test('a slider keeps its arrows, a clicker walks all the same; the pictures are the same ones @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.goto('./?quality=test&talk=training');
  await lab.settled(0);
  await page
    .locator('[data-pane="field"] canvas')
    .first()
    .evaluate((canvas) => canvas.setAttribute('data-mine', ''));
  await page.keyboard.press('p');
  await shows(page, 0);
  await expect(page.locator('canvas[data-mine]')).toBeVisible();
  const friction = page.locator('.key-strip .friction').getByRole('slider');
  await friction.focus();
  const before = await friction.inputValue();
  await page.keyboard.press('ArrowRight');
  await shows(page, 0);
  await expect(friction).not.toHaveValue(before);
  await page.keyboard.press('PageDown');
  await shows(page, 1);
  expect(await lab.violations()).toEqual([]);
});

test('without a talk the run itself is presented; a lesson gives its step as the title @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('ring-wave');
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A bump runs round the ring: Small mass');
  await expect(page.locator('.present-count')).toHaveCount(0);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Space');
  await expect(lab.button('Pause')).toBeVisible();
  await page.goto('./?quality=test&lesson=friction&step=2');
  await expect(page.getByRole('complementary', { name: 'Lesson' }).getByRole('heading')).toBeVisible();
  const title = await page.locator('.lesson-body h2').evaluate((h) => h.lastChild?.textContent ?? '');
  await page.keyboard.press('p');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.locator('.present-count')).toContainText('2 of');
  await page.keyboard.press('PageDown');
  await expect(page.locator('.present-count')).toContainText('3 of');
});

test('an address of another site, and a file that is no talk, are refused with what was expected @long', async ({
  page,
  problems,
}) => {
  const lab = new Lab(page);
  await page.goto('./?quality=test&talk=https://elsewhere.example/t.json');
  await lab.settled(0);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('the name of a shipped talk, or an address of this site');
  await page.goto('./?quality=test&talk=nowhere');
  await lab.settled(0);
  await expect(alert).toContainText('404');
  const broken = JSON.parse(example) as { states: { document: { scenario: { system: { N: number } } } }[] };
  broken.states[2].document.scenario.system.N = -1;
  await lab.openFile('broken.json', broken);
  await expect(alert).toContainText('states[2].document.scenario.system.N');
  problems.splice(0);
});
