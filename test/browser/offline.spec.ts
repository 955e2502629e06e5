import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

/** Keys that a hand may press; F5 and the like belong to the browser. */
const keys = [
  '?',
  'g',
  'c',
  'Control+k',
  'e',
  'u',
  'f',
  'Shift+B',
  't',
  'p',
  'n',
  'm',
  's',
  'o',
  'l',
  '.',
  ',',
];

test('network gone before any part came: one key blanks nothing, and the part comes when the network is back @long', async ({
  page,
  context,
  problems,
}) => {
  // A page that never is idle fetches nothing ahead.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const lab = new Lab(page);
  await lab.open('ring-wave');
  await context.setOffline(true);
  for (const [key, name] of [
    ['?', 'Keys'],
    ['g', 'Ground'],
    ['Control+k', 'Commands'],
  ] as const) {
    await page.keyboard.press(key);
    const fault = page.locator('.fault.floating');
    await expect(fault).toContainText(`${name}: this part could not be fetched`);
    await expect(fault.getByRole('button', { name: 'Try again' })).toBeFocused();
    await fault.getByRole('button', { name: 'Close' }).click();
    await expect(fault).toBeHidden();
  }
  await page.keyboard.press('e');
  await expect(page.locator('[data-pane="universe"] .fault')).toContainText('could not be fetched');
  await lab.step(2);
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Try again' }).last().click();
  await expect(page.locator('.fault.floating')).toBeVisible();
  await context.setOffline(false);
  await page.locator('.fault.floating').getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('[data-pane="universe"] .fault').getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('[data-pane="universe"] canvas').first()).toBeVisible();
  await expect(page.locator('.fault')).toHaveCount(0);
  await lab.step(1);
  // What failed is told by the browser; nothing else went wrong.
  const others = problems.filter((problem) => !/Failed to (load resource|fetch)|LoadError/.test(problem));
  problems.length = 0;
  expect(others).toEqual([]);
});

test('network gone after the first picture: everything has been fetched ahead, every key works', async ({
  page,
  context,
  problems,
}) => {
  // A hundred parts come one by one, each when the page is idle, which a busy machine seldom is.
  test.setTimeout(180_000);
  const lab = new Lab(page);
  await lab.open('ring-wave');
  await page.waitForFunction(() => performance.getEntriesByName('fetched-ahead').length > 0);
  await context.setOffline(true);
  for (const [key, name] of [
    ['?', 'Keys'],
    ['g', 'Ground'],
    ['Control+k', 'Commands'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog.modal')).toHaveCount(0);
  }
  await page.keyboard.press('e');
  await expect(page.locator('[data-pane="universe"] canvas').first()).toBeVisible();
  await page.keyboard.press('e');
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await expect(page.locator('#app .lab, #app .phone')).toBeVisible();
  }
  await expect(page.locator('.fault')).toHaveCount(0);
  expect(problems).toEqual([]);
});

test('a page that is never idle has fetched everything ahead as well @long', async ({ page, context }) => {
  // What a run in motion on a slow machine leaves: every wait lasts as long as it may.
  await page.addInitScript(() => {
    window.requestIdleCallback = (callback, options) =>
      window.setTimeout(() => callback({ didTimeout: true, timeRemaining: () => 0 }), options?.timeout);
  });
  await new Lab(page).open('ring-wave');
  await page.waitForFunction(() => performance.getEntriesByName('fetched-ahead').length > 0);
  await context.setOffline(true);
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Search scenarios' }).fill('kination');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]scenario=kination\b/);
});
