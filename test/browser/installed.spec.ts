import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { choicesOf } from '../../src/scenario/shipped.ts';
import { shippedIndex } from '../helpers/shipped.ts';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';
import { Host } from './server.ts';

/** The lab kept in the browser: by a host that can go away, under a path of its own, as a course's page has it. */
test.describe('kept in the browser', { tag: '@long' }, () => {
  test.use({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'allow' });
  /** For all files to come, four hundred. */
  const ALL = { timeout: 180_000 };
  let host: Host;
  test.beforeEach(async () => {
    test.setTimeout(400_000);
    host = await Host.start();
  });
  test.afterEach(() => host.stop());

  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Offline and updates' });

  async function open(page: Page, search = 'scenario=ring-wave'): Promise<Lab> {
    const lab = new Lab(page);
    await page.goto(`${host.address}?quality=test&${search}`);
    await lab.atRest();
    return lab;
  }

  async function openDialog(page: Page): Promise<void> {
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Offline and updates' }).click();
    await expect(dialog(page)).toBeVisible();
  }

  /** Has the lab kept. Test pages have it kept only when a hand asks for it. */
  async function keep(page: Page): Promise<void> {
    await openDialog(page);
    await dialog(page).getByRole('button', { name: 'Make ready offline' }).click();
    await expect(dialog(page).getByRole('heading', { name: 'Ready offline' })).toBeVisible(ALL);
    await page.keyboard.press('Escape');
  }

  test('ready is said when every file is there, not before; without its server it opens, with scenarios, lessons, charts', async ({
    page,
  }) => {
    let release = (): void => undefined;
    // What is asked for by the worker alone; it comes when the test says so.
    host.heldUp = { name: /icon-512\.png$/, until: new Promise((resolve) => (release = resolve)) };
    let lab = await open(page);
    await openDialog(page);
    await dialog(page).getByRole('button', { name: 'Make ready offline' }).click();
    await expect(dialog(page).getByRole('heading', { name: 'Being made ready' })).toBeVisible();
    // A file that is kept already is proof that the worker is at work.
    await expect
      .poll(() =>
        page.evaluate(
          async () => (await globalThis.caches.match('./index.html', { ignoreSearch: true })) !== undefined,
        ),
      )
      .toBe(true);
    await expect(dialog(page).getByRole('heading', { name: 'Ready offline' })).toHaveCount(0);
    expect(await lab.violations('dialog')).toEqual([]);
    release();
    await expect(dialog(page).getByRole('heading', { name: 'Ready offline' })).toBeVisible(ALL);
    expect(await lab.violations('dialog')).toEqual([]);

    await host.stop();
    await page.reload();
    await lab.atRest();
    const ids = choicesOf(shippedIndex).map(({ id }) => id);
    const wrong = await page.evaluate(async (all) => {
      const answers = all.map(async (id) => ((await fetch(`./scenarios/${id}.json`)).ok ? [] : [id]));
      return (await Promise.all(answers)).flat();
    }, ids);
    expect(wrong).toEqual([]);
    lab = await open(page, 'scenario=xor');
    await expect(page.locator('[data-pane="network"] canvas').first()).toBeVisible();
    await lab.step(2);
    const charts = page.locator('[data-slot="left"]');
    await charts.getByRole('button', { name: 'Explore: zoom and read values' }).click();
    await expect(
      page
        .getByRole('dialog', { name: /^Explore/ })
        .locator('.main-svg')
        .first(),
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await page.goto(`${host.address}?quality=test&lesson=friction&step=1`);
    await expect(
      page.getByRole('complementary', { name: 'Lesson' }).getByRole('heading', { level: 2 }),
    ).toBeVisible();
    await lab.atRest();
    await page.keyboard.press('?');
    await expect(page.locator('.offline-sign')).toHaveText('Ready offline');
    await page.keyboard.press('Escape');
    await expect(page.locator('.fault')).toHaveCount(0);
  });

  test('a visitor’s first page is kept by itself, and says so once, at rest', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('synaptic-field-lab.quality', 'low');
      localStorage.setItem('synaptic-field-lab.tour', 'seen');
      localStorage.setItem('synaptic-field-lab.motion', 'off');
    });
    await page.goto(host.address);
    const line = page.locator('.notice[data-notice="offline"]');
    await expect(line).toContainText('Ready offline: the lab now opens without a network.', ALL);
    await expect(page.getByRole('status').filter({ has: line })).toHaveCount(1);
    await line.getByRole('button', { name: 'Details' }).click();
    await expect(dialog(page).getByRole('heading', { name: 'Ready offline' })).toBeVisible();
    await host.stop();
    await page.reload();
    await new Lab(page).atRest();
    await openDialog(page);
    await expect(dialog(page).getByRole('heading', { name: 'Ready offline' })).toBeVisible();
    await expect(line).toHaveCount(0);
  });

  test('files that the browser threw away are counted, and come again by a button; not where a new version would mix with them', async ({
    page,
  }) => {
    await open(page);
    await keep(page);
    const thrown = await page.evaluate(async () => {
      let count = 0;
      for (const name of await globalThis.caches.keys()) {
        const cache = await globalThis.caches.open(name);
        for (const request of await cache.keys()) {
          if (!/\.csv|scenarios\/xor/.test(request.url)) continue;
          await cache.delete(request);
          count++;
        }
      }
      return count;
    });
    expect(thrown).toBeGreaterThan(2);
    await page.reload();
    await new Lab(page).atRest();
    await openDialog(page);
    await expect(dialog(page).getByRole('heading', { name: 'Not ready offline' })).toBeVisible();
    const [, files, of] = /(\d+) of (\d+) files/.exec((await dialog(page).textContent()) ?? '') ?? [];
    expect(Number(of) - Number(files)).toBe(thrown);
    expect(await new Lab(page).violations('dialog')).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Fetch again' }).click();
    await expect(dialog(page).getByRole('heading', { name: 'Ready offline' })).toBeVisible(ALL);
    await host.stop();
    await page.reload();
    await new Lab(page).atRest();
    expect(await page.evaluate(async () => (await fetch('./scenarios/xor.json')).ok)).toBe(true);
  });

  test('in an article and in the audience’s window nothing is kept', async ({ page }) => {
    // Detail as visitors have it, small enough for a machine without a GPU.
    await page.setViewportSize({ width: 480, height: 360 });
    for (const search of ['embed=run&scenario=ring-wave', 'audience=nobody']) {
      await page.goto(`${host.address}?${search}`);
      if (search.startsWith('embed')) await new Lab(page).atRest();
      await page.waitForLoadState('networkidle');
      const kept = await page.evaluate(async () => {
        const all = await navigator.serviceWorker.getRegistrations();
        return all.length;
      });
      expect(kept).toBe(0);
    }
  });

  test('a new version waits until it is asked for, not while another page runs, and the run comes back where it stood', async ({
    page,
    context,
  }) => {
    const lab = await open(page);
    await keep(page);
    const first =
      /"revision":\s*"([0-9a-f]+)",\s*"url":\s*"index\.html"|"?url"?:\s*"index\.html",\s*"?revision"?:\s*"([0-9a-f]+)"/;
    const worker = readFileSync('dist/sw.js', 'utf8');
    const found = first.exec(worker);
    const revision = found?.[1] ?? found?.[2] ?? '';
    expect(revision).not.toBe('');
    await lab.step(3);
    await openDialog(page);
    await dialog(page).getByRole('button', { name: 'Look for a new version' }).click();
    await expect(dialog(page)).toContainText('This is the newest version.');
    host.changed.set('index.html', (text) => text.replace('<title>', '<title>Second: '));
    host.changed.set('sw.js', (text) => text.replace(revision, 'second'));
    await dialog(page).getByRole('button', { name: 'Look for a new version' }).click();
    await expect(dialog(page)).toContainText('A new version is here.', ALL);
    // What runs is still the first one, also after a reload.
    await page.reload();
    await lab.settled(3);
    await expect(page).not.toHaveTitle(/^Second/);

    // The same host has other pages; one of them is an article that shows the lab, and one the audience's window.
    const article = await context.newPage();
    await article.goto(new URL('/course/article.html', host.address).href);
    await article.setContent(`<iframe title="lab" src="${host.address}?embed=run&quality=test"></iframe>`);
    const audience = await context.newPage();
    await audience.goto(`${host.address}?audience=nobody`);
    await page.bringToFront();
    await openDialog(page);
    const load = dialog(page).getByRole('button', { name: 'Load the new version' });
    await load.click();
    await expect(dialog(page)).toContainText('2 other pages of the lab are open: close them first.');
    await audience.close();
    await load.click();
    await expect(dialog(page)).toContainText('Another page of the lab is open: close it first.');
    await expect(page).not.toHaveTitle(/^Second/);
    await article.evaluate(() => globalThis.document.querySelector('iframe')?.remove());
    await load.click();
    await expect(page).toHaveTitle(/^Second/);
    await lab.settled(3);
    await openDialog(page);
    await expect(dialog(page).getByRole('heading', { name: 'Ready offline' })).toBeVisible();
    await expect(dialog(page)).not.toContainText('A new version is here.');
  });
});
