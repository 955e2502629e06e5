import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

const shown = (page: Page, name: 'Step' | 'Cost'): Promise<string | null> =>
  page.locator(`output[aria-label="${name}"]`).first().getAttribute('data-value');

/** Opens the window for the projector as a speaker does. */
async function openSecond(page: Page): Promise<Page> {
  await page.keyboard.press('v');
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Open the window' }).click();
  const second = await popup;
  await second.setViewportSize({ width: 800, height: 500 });
  await expect(second.locator('[data-link]')).toHaveAttribute('data-link', 'here');
  await page.keyboard.press('Escape');
  return second;
}

/** Both pages stand at the same step and show the same cost. */
async function same(page: Page, second: Page, step?: number): Promise<void> {
  if (step !== undefined) await expect.poll(() => shown(page, 'Step')).toBe(String(step));
  await expect.poll(() => shown(second, 'Step')).toBe(await shown(page, 'Step'));
  await expect.poll(() => shown(second, 'Cost')).toBe(await shown(page, 'Cost'));
}

/** What a browser does to a page that is covered: no drawings, timers of its own held back for a minute. */
async function cover(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.requestAnimationFrame = () => 0;
    const later = globalThis.setTimeout;
    globalThis.setTimeout = ((act: TimerHandler) => later(act, 60_000)) as typeof setTimeout;
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

test('@long the window for the projector: the same step and cost, by hand, in play and after an edit; it changes nothing', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('ring-wave');
  const problems: string[] = [];
  const second = await openSecond(page);
  second.on('pageerror', (error) => problems.push(error.message));
  await lab.step(3);
  await same(page, second, 3);
  await expect(second.getByRole('heading', { level: 1 })).toContainText('bump');
  await page.keyboard.press('Space');
  await expect.poll(async () => Number(await shown(second, 'Step'))).toBeGreaterThan(20);
  await page.keyboard.press('Space');
  await lab.atRest();
  await same(page, second);
  const friction = page.getByRole('slider', { name: /friction/i }).first();
  await friction.focus();
  await page.keyboard.press('ArrowRight');
  await lab.step(1);
  await same(page, second);
  await expect(second.locator('.key-strip input').first()).toHaveValue(
    await page.locator('.key-strip input').first().inputValue(),
  );
  // Keys and clicks in the window: nothing of the run changes.
  const before = await shown(page, 'Step');
  for (const key of ['Space', '.', 'r', 'n', 'Control+z']) await second.keyboard.press(key);
  await second.locator('[data-pane="field"]').click({ force: true });
  expect(await second.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await lab.step(1);
  expect(await shown(page, 'Step')).toBe(String(Number(before) + 1));
  await same(page, second);
  const axe = await new Lab(second).violations();
  expect(axe).toEqual([]);
  expect(problems).toEqual([]);
  // Once open it is brought to the front, not opened twice.
  await page.keyboard.press('v');
  await page.getByRole('button', { name: 'Bring it to the front' }).click();
  expect(page.context().pages()).toHaveLength(2);
});

test('@long freeze and blank: the audience keeps its step, and goes on to the present', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('ring-wave');
  const second = await openSecond(page);
  await lab.step(2);
  await same(page, second, 2);
  await lab.button('Freeze').click();
  await expect(page.getByText('The audience sees step 2: frozen.')).toBeVisible();
  await lab.step(3);
  expect(await shown(second, 'Step')).toBe('2');
  // A window that is reloaded meanwhile still shows what was held.
  await second.reload();
  await expect.poll(() => shown(second, 'Step')).toBe('2');
  await lab.button('Go on').click();
  await same(page, second, 5);
  await lab.button('Blank').click();
  await expect(second.locator('.audience-blank')).toBeVisible();
  await lab.button('Show again').click();
  await expect(second.locator('.audience-blank')).toHaveCount(0);
});

test('@long a reload of the laptop, also while it is frozen: the last picture stays, then the window follows again', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('ring-wave');
  const second = await openSecond(page);
  await lab.step(4);
  await same(page, second, 4);
  await page.reload();
  await lab.settled(4);
  await lab.step(1);
  await same(page, second, 5);
  await lab.button('Freeze').click();
  await page.reload();
  await lab.settled(5);
  await expect(page.getByText('The audience sees step 5: frozen.')).toBeVisible();
  await lab.step(2);
  expect(await shown(second, 'Step')).toBe('5');
  await lab.button('Go on').click();
  await same(page, second, 7);
  await second.close();
  await expect(page.getByText('The audience window was closed.')).toBeVisible();
});

test('@long covered pages go on: first the laptop’s, then the window itself', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('ring-wave');
  const second = await openSecond(page);
  await page.keyboard.press('Space');
  await expect.poll(async () => Number(await shown(second, 'Step'))).toBeGreaterThan(5);
  await cover(page);
  const from = Number(await shown(second, 'Step'));
  await expect.poll(async () => Number(await shown(second, 'Step'))).toBeGreaterThan(from + 20);
  await cover(second);
  const then = Number(await shown(second, 'Step'));
  await expect.poll(async () => Number(await shown(second, 'Step'))).toBeGreaterThan(then + 20);
});

test('@long two laptops: each window follows its own; a refused window is told', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('ring-wave');
  const second = await openSecond(page);
  const otherPage = await page.context().newPage();
  const other = new Lab(otherPage);
  await other.open('circle');
  await otherPage.evaluate(() => (globalThis.open = () => null));
  await otherPage.keyboard.press('v');
  await otherPage.getByRole('button', { name: 'Open the window' }).click();
  await expect(otherPage.locator('.audience-refused')).toContainText('pop-ups');
  await otherPage.keyboard.press('Escape');
  await other.step(2);
  await lab.step(1);
  await same(page, second, 1);
  await otherPage.close();
});

test('@long while presenting: title and place go over and are held, B blanks the window alone, Escape leaves one level', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.goto('./?quality=test&talk=training');
  await lab.settled(0);
  await page.keyboard.press('p');
  const title = page.locator('.stage-head h1');
  const count = page.locator('.present-count');
  await expect(count).toHaveText('1 of 7');
  const second = await openSecond(page);
  const head = second.getByRole('heading', { level: 1 });
  const place = second.locator('.audience-place');
  // The dialog took one Escape, and the presenter's screen none.
  await expect(count).toHaveText('1 of 7');
  await expect(place).toHaveText('1 of 7');
  await expect(head).toHaveText((await title.textContent()) ?? '');
  await page.keyboard.press('PageDown');
  await expect(place).toHaveText('2 of 7');
  await expect(head).toHaveText((await title.textContent()) ?? '');
  const held = (await head.textContent()) ?? '';
  await page.keyboard.press('b');
  await expect(second.locator('.audience-blank')).toBeVisible();
  await expect(page.getByText('The audience sees nothing: blank.')).toBeVisible();
  await expect(page.locator('.present-blank')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(second.locator('.audience-blank')).toHaveCount(0);
  await lab.button('Blank').click();
  await expect(second.locator('.audience-blank')).toBeVisible();
  await page.keyboard.press('b');
  await expect(second.locator('.audience-blank')).toHaveCount(0);
  await lab.button('Freeze').click();
  await page.keyboard.press('PageDown');
  await expect(count).toHaveText('3 of 7');
  expect([await place.textContent(), await head.textContent()]).toEqual(['2 of 7', held]);
  await lab.button('Go on').click();
  await expect(place).toHaveText('3 of 7');
  await expect(head).toHaveText((await title.textContent()) ?? '');
});

test('@long a picture that stands alone while presenting has its chart in the window; notes stay with the laptop', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('ring-wave');
  const second = await openSecond(page);
  await page.keyboard.press('p');
  await page.keyboard.press('f');
  const chart = page.locator('.present-chart');
  await expect(chart).toBeVisible();
  await expect(second.locator('.present-chart h2')).toHaveText(
    (await chart.locator('h2').textContent()) ?? '',
  );
  await page.keyboard.press('i');
  await expect(page.locator('.speaker')).toBeVisible();
  await expect(second.locator('.speaker')).toHaveCount(0);
  await page.keyboard.press('p');
  await expect(second.locator('.present-chart')).toHaveCount(0);
});

test('@long a window that comes to a frozen picture that was lost says so, and so does the laptop', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('ring-wave');
  const second = await openSecond(page);
  await lab.step(1);
  await same(page, second, 1);
  await lab.button('Freeze').click();
  await page.reload();
  await lab.settled(1);
  await expect(page.getByText('The audience sees step 1: frozen.')).toBeVisible();
  await second.reload();
  await expect(second.getByText('The laptop holds the picture.')).toBeVisible();
  await expect(page.getByText('a newer window has no picture')).toBeVisible();
  await lab.button('Go on').click();
  await same(page, second, 1);
  await expect(page.getByText('The audience sees this run.')).toBeVisible();
});

test('@long a browser without channels, and a window that does not answer, are told', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
  const lab = new Lab(page);
  await lab.open('ring-wave');
  await page.keyboard.press('v');
  await expect(page.locator('.audience-refused')).toContainText('no channel between two windows');
  await expect(lab.button('Open the window')).toBeDisabled();
  // Of all pages that come: a window that is opened has the scripts of its context alone.
  await page.context().addInitScript(() => {
    globalThis.BroadcastChannel.prototype.postMessage = () => undefined;
  });
  const otherPage = await page.context().newPage();
  const other = new Lab(otherPage);
  await other.open('ring-wave');
  await otherPage.keyboard.press('v');
  await other.button('Open the window').click();
  await expect(otherPage.locator('.audience-refused')).toContainText('does not answer');
});
