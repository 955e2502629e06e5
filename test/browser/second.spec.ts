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
  await expect(otherPage.getByRole('alert')).toContainText('pop-ups');
  await otherPage.keyboard.press('Escape');
  await other.step(2);
  await lab.step(1);
  await same(page, second, 1);
  await otherPage.close();
});
