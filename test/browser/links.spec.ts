import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { modulesOf, qrText } from '../helpers/qrText.ts';
import { Lab } from './lab.ts';

const LONG = { tag: '@long' };
// Each opens several pages.
test.beforeEach(() => test.setTimeout(240_000));

/** An address of the lab as the dialog gives it, opened as tests open it. */
const tame = (address: string): string => address.replace('/#', '/?quality=test#');

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Link to this run' });

/** The link that the dialog shows. */
async function linkOf(page: Page): Promise<string> {
  await page.keyboard.press('Shift+L');
  const address = await dialogOf(page).getByRole('textbox', { name: 'The link' }).inputValue();
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toHaveCount(0);
  return address;
}

/** A run that has gone on: a wave at step 5 with a chosen site, friction changed on the way. */
async function wentOn(page: Page): Promise<Lab> {
  const lab = new Lab(page);
  await lab.open('ring-wave');
  await lab.step(3);
  const friction = page.locator('.key-strip .friction input.val');
  await friction.fill('0.3');
  await friction.press('Enter');
  await expect(friction).toHaveValue('0.300');
  await lab.step(2);
  await lab.atRest();
  return lab;
}

test('a link that is copied opens the same state elsewhere, to the last digit, and is told with its length', async ({
  page,
  browser,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lab = await wentOn(page);
  await page.keyboard.press('Shift+L');
  const dialog = dialogOf(page);
  const address = await dialog.getByRole('textbox', { name: 'The link' }).inputValue();
  await expect(dialog).toContainText(`${address.length} characters`);
  await expect(dialog).toContainText('at step 5');
  expect(await lab.violations('.link-dialog')).toEqual([]);
  await dialog.getByRole('button', { name: 'Copy the link' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  await page.keyboard.press('Escape');

  const elsewhere = await browser.newContext({ viewport: { width: 960, height: 600 } });
  const other = new Lab(await elsewhere.newPage());
  await other.page.goto(tame(address));
  await other.settled(5);
  expect(await other.cost()).toBe(await lab.cost());
  expect(await other.value('Kinetic energy')).toBe(await lab.value('Kinetic energy'));
  await expect(other.page.locator('.key-strip .friction input.val')).toHaveValue('0.300');
  const [here, there] = [await lab.saved(), await other.saved()];
  expect(there.edits).toHaveLength(1);
  expect(there).toEqual(here);
  // Steps on from there are the same, too.
  await lab.step(2);
  await other.step(2);
  expect(await other.cost()).toBe(await lab.cost());
  await elsewhere.close();
});

test(
  'a broken link says so and shows nothing else silently: the named scenario on arrival, the run that stands later',
  LONG,
  async ({ page }) => {
    const lab = await wentOn(page);
    const { hash } = new URL(await linkOf(page));
    const alert = page.getByRole('alert').filter({ hasText: 'The link could not be opened' });
    await page.goto(`./?quality=test&scenario=xor${hash.slice(0, -20)}`);
    await lab.settled(0);
    await expect(alert).toContainText(`${hash.length - 24} of its ${hash.length - 4} characters came`);
    await expect(page.locator('.scene').first()).toContainText('Small dense networks');
    await expect(page).toHaveURL(/scenario=xor$/);

    await lab.step(2);
    await page.getByRole('button', { name: 'Dismiss the message' }).click();
    const changed = hash.slice(0, 30) + (hash[30] === 'A' ? 'B' : 'A') + hash.slice(31);
    await page.evaluate((broken) => (window.location.hash = broken), changed);
    await expect(alert).toContainText('some letter was changed');
    await lab.settled(2);
    await expect(page.locator('.scene').first()).toContainText('Small dense networks');
    await page.evaluate(() => (window.location.hash = '#v2.AAAAz'));
    await expect(alert).toContainText('newer lab');
  },
);

test(
  'a link pasted into the address opens its run; Back brings the run before it, Forward the link’s',
  LONG,
  async ({ page }) => {
    const lab = await wentOn(page);
    const cost = await lab.cost();
    const { hash } = new URL(await linkOf(page));
    await lab.open('xor');
    await lab.step(2);
    await page.evaluate((link) => (window.location.hash = link), hash);
    await lab.settled(5);
    expect(await lab.cost()).toBe(cost);
    await expect(page).toHaveURL(/scenario=ring-wave#v1\./);
    await page.goBack();
    await lab.settled(2);
    await expect(page.locator('.scene').first()).toContainText('Small dense networks');
    await page.goForward();
    await lab.settled(5);
    expect(await lab.cost()).toBe(cost);
    await page.reload();
    await lab.settled(5);
    expect(await lab.cost()).toBe(cost);
  },
);

test(
  'a hash that is edited while a run plays, and a storm of Back and Forward: what stands is what the address says',
  LONG,
  async ({ page }) => {
    const lab = await wentOn(page);
    const { hash } = new URL(await linkOf(page));
    const cost = await lab.cost();
    await lab.open('xor');
    await page.keyboard.press('Space');
    await expect(lab.button('Pause')).toBeVisible();
    await page.evaluate((cut) => (window.location.hash = cut), hash.slice(0, hash.length / 2));
    await expect(page.getByRole('alert').filter({ hasText: 'The link could not be opened' })).toBeVisible();
    // The run was not touched by it.
    await expect(lab.button('Pause')).toBeVisible();
    await expect(page.locator('.scene').first()).toContainText('Small dense networks');
    for (let times = 0; times < 3; times++) {
      await page.evaluate((link) => {
        window.location.hash = link;
        window.location.hash = '#nothing';
        window.location.hash = link;
      }, hash);
    }
    await lab.settled(5);
    // The run of each of these hashes comes, one after the other.
    await expect.poll(() => lab.cost()).toBe(cost);
    await page.evaluate(async () => {
      for (let times = 0; times < 12; times++) {
        window.history.go(times % 3 === 2 ? 1 : -1);
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    });
    await page.evaluate((link) => (window.location.hash = link), hash);
    await lab.settled(5);
    await lab.atRest();
    expect(await lab.cost()).toBe(cost);
    await expect(page).toHaveURL(/scenario=ring-wave#v1\./);
  },
);

test(
  'the address of a run at rest opens it; while it plays it has no link, and neither has an untouched scenario',
  LONG,
  async ({ page, browser }) => {
    const lab = new Lab(page);
    await lab.open('ring-wave');
    expect(new URL(page.url()).hash).toBe('');
    await lab.step(4);
    await expect(page).toHaveURL(/scenario=ring-wave#v1\./);
    const cost = await lab.cost();
    const elsewhere = await browser.newContext({ viewport: { width: 960, height: 600 } });
    const other = new Lab(await elsewhere.newPage());
    await other.page.goto(page.url());
    await other.settled(4);
    expect(await other.cost()).toBe(cost);
    await elsewhere.close();
    await page.keyboard.press('Space');
    await expect(page).not.toHaveURL(/#/);
    await page.keyboard.press('Space');
    await expect(page).toHaveURL(/#v1\./);
    await page.keyboard.press('r');
    await lab.settled(0);
  },
);

test(
  'the code fills the screen on white for a hall, and Escape leaves that alone; a long run has none and says why',
  LONG,
  async ({ page }) => {
    const lab = await wentOn(page);
    await page.keyboard.press('Shift+L');
    const dialog = dialogOf(page);
    const address = await dialog.getByRole('textbox', { name: 'The link' }).inputValue();
    await dialog.getByRole('button', { name: 'Fill the screen' }).click();
    const hall = page.getByRole('dialog', { name: 'QR code of the link, as large as the screen' });
    const code = hall.locator('svg');
    const drawn = await code.locator('path').last().getAttribute('d');
    const side = Number((await code.getAttribute('viewBox'))?.split(' ')[2]);
    // What is drawn is read back, as a phone would.
    expect(qrText(modulesOf(drawn ?? '', side, 4))).toBe(address);
    const box = await code.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThan(450);
    await expect(hall).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await page.keyboard.press('Escape');
    await expect(hall).toBeHidden();
    await expect(dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);

    const weights = Array.from({ length: 400 }, (_, n) => Math.fround(Math.sin(n * n)));
    await lab.openFile('long.json', {
      version: 1,
      system: { kind: 'ring-shared', N: 400 },
      initial: { kind: 'explicit', weights },
    });
    await lab.settled(0);
    await lab.atRest();
    await page.keyboard.press('Shift+L');
    await expect(dialog).toContainText('longer than 2000 characters');
    await expect(dialog).toContainText('too long for a QR code');
    await expect(dialog.getByRole('button', { name: 'Fill the screen' })).toHaveCount(0);
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save a file' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.json$/);
  },
);

test(
  'a frame opens a link where it stood, “Open in the lab” takes the run as it stands along; a broken link shows no other run',
  LONG,
  async ({ page }) => {
    const lab = await wentOn(page);
    const { hash } = new URL(await linkOf(page));
    await page.goto(`./?embed=run&quality=test${hash}`);
    await lab.settled(5);
    await lab.button('Step').click();
    await lab.settled(6);
    await lab.atRest();
    const out = page.getByRole('link', { name: 'Open in the lab' });
    await out.hover();
    await expect(out).toHaveAttribute('href', /\/#v1\.[\w-]+z$/);
    await page.goto(tame((await out.getAttribute('href')) ?? ''));
    await lab.settled(6);
    await expect(page.locator('.key-strip .friction input.val')).toHaveValue('0.300');
    await page.goto(`./?embed=run&quality=test&scenario=xor${hash.slice(0, -9)}`);
    const alert = page.getByRole('alert').filter({ hasText: 'The link could not be opened' });
    await expect(alert).toContainText('cut or changed');
    await expect(page.locator('[data-pane]')).toHaveCount(0);
  },
);

test(
  'a real link as it comes out of mail and chats opens its run or says what is wrong with it, and never opens another',
  LONG,
  async ({ page, browser }) => {
    const lab = await wentOn(page);
    const cost = await lab.cost();
    const { hash } = new URL(await linkOf(page));
    const other = `${hash.slice(0, 40)}${hash[40] === 'Q' ? 'R' : 'Q'}${hash.slice(41)}`;
    const here = './?quality=test&scenario=xor';
    /** Addresses, and what is told: null where the run opens. */
    const addresses: readonly (readonly [address: string, told: string | null])[] = [
      [`${here}${hash}`, null],
      ...['.', '”', '-', ' and so on', '?fbclid=7'].map((mark) => [`${here}${hash}${mark}`, null] as const),
      [`${here}${encodeURIComponent(hash)}`, null],
      [`./?quality=test&scenario=xor%2523${hash.slice(1)}`, null],
      [`./%23${hash.slice(1)}`, null],
      [`${here}${hash.slice(0, 30)}\u200B${hash.slice(30)}`, null],
      [`${here}${hash}${hash}`, null],
      [`${here}${hash}https://lab.example/${other}`, 'one link: open them one after the other'],
      [`${here}${hash.slice(0, -1)}`, 'cut or changed'],
      [`${here}${hash.slice(0, 40)}…`, 'characters came before “…”'],
      [`${here}${other}`, 'some letter was changed'],
      [`${here}${hash.toLowerCase()}`, 'small letters and capitals differ'],
      [`${here}${hash.toUpperCase()}`, 'small letters and capitals differ'],
      [`${here}${hash.replace('v1', 'v3')}`, 'newer lab'],
      [`${here}#v1`, 'a link of the lab'],
    ];
    const elsewhere = await browser.newContext({ viewport: { width: 960, height: 600 } });
    for (const [address, told] of addresses) {
      const there = new Lab(await elsewhere.newPage());
      await there.page.goto(address);
      await there.settled(told === null ? 5 : 0);
      const alert = there.page.getByRole('alert').filter({ hasText: 'The link could not be opened' });
      if (told === null) {
        expect(await there.cost(), address).toBe(cost);
        await expect(there.page.locator('.key-strip .friction input.val'), address).toHaveValue('0.300');
        await expect(alert, address).toHaveCount(0);
      } else {
        await expect(alert, address).toContainText(told);
        // Nor does the address of what stands in its place say that it is the link's.
        expect(new URL(there.page.url()).hash, address).toBe('');
      }
      await there.page.close();
    }
    await elsewhere.close();
  },
);
