import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

/** The lab as one HTML file: alone in a folder, as on a memory stick, and without a network. */
test.describe('the single file', { tag: '@long' }, () => {
  test.use({ viewport: { width: 1280, height: 720 } });
  let folder = '';
  let address = '';
  let asked: string[] = [];

  test.beforeAll(() => {
    test.setTimeout(240_000);
    const vite = 'node_modules/vite/bin/vite.js';
    const built = spawnSync(process.execPath, [vite, 'build', '--mode', 'single', '--logLevel', 'error']);
    expect(built.status, built.stderr.toString()).toBe(0);
    folder = mkdtempSync(join(tmpdir(), 'lab-stick-'));
    const stick = join(folder, 'lecture 3.html');
    copyFileSync('dist-single/synaptic-field-lab.html', stick);
    address = pathToFileURL(stick).href;
  });
  test.afterAll(() => rmSync(folder, { recursive: true }));

  test.beforeEach(async ({ page, context }) => {
    test.setTimeout(180_000);
    asked = [];
    page.on('request', (request) => {
      const url = request.url();
      if (!/^(?:data|blob):/.test(url)) asked.push(url.replace(/[?#].*/, ''));
    });
    await context.setOffline(true);
  });
  test.afterEach(() => {
    expect([...new Set(asked)], 'all that was asked for').toEqual([address]);
  });

  async function open(page: Page, search: string): Promise<Lab> {
    await page.goto(`${address}?quality=test&${search}`);
    const lab = new Lab(page);
    await lab.settled(0);
    return lab;
  }

  async function find(page: Page, words: string): Promise<void> {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Command, scenario or parameter' }).fill(words);
    await page.keyboard.press('Enter');
  }

  test('runs, and has its gallery, lessons, talks and large charts in itself', async ({ page }) => {
    const lab = await open(page, 'scenario=ring-wave');
    await lab.step(2);
    expect(await lab.number('Cost')).toBeGreaterThan(0);
    await page
      .locator('[data-slot="left"]')
      .getByRole('button', { name: 'Explore: zoom and read values' })
      .click();
    const large = page.getByRole('dialog', { name: /^Explore/ }).locator('.main-svg');
    await expect(large.first()).toBeVisible();
    await page.keyboard.press('Escape');

    await page.keyboard.press('c');
    await page.getByRole('textbox', { name: 'Search scenarios' }).fill('exclusive or');
    await expect(page.locator('canvas.thumb').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/[?&]scenario=xor\b/);
    await lab.settled(0);

    await page.goto(`${address}?quality=test&talk=training`);
    // A key that is pressed before the page listens is nobody's.
    await expect(lab.output('Step')).not.toHaveAttribute('data-value', '');
    await page.keyboard.press('p');
    await expect(page.locator('.present-count')).toContainText('1 of');

    await page.goto(`${address}?quality=test&lesson=friction&step=1`);
    const lesson = page.getByRole('complementary', { name: 'Lesson' });
    await expect(lesson.getByRole('heading', { level: 2 })).toBeVisible();
    await lab.atRest();
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Offline and updates' }).click();
    await expect(page.getByRole('dialog', { name: 'Offline and updates' })).toContainText(
      'This page is a file: it needs no network.',
    );
  });

  test('a link to a run opens it in the file again, where it stood', async ({ page, context }) => {
    const lab = await open(page, 'scenario=xor');
    await lab.step(2);
    await page.keyboard.press('Shift+L');
    const link = await page.getByRole('textbox', { name: 'The link' }).inputValue();
    expect(link.startsWith(`${address}#v1.`)).toBe(true);
    const other = new Lab(await context.newPage());
    await other.page.goto(link.replace('#', '?quality=test#'));
    await other.settled(2);
    expect(await other.cost()).toBe(await lab.cost());
  });

  test('its other workers run: a sweep, a file of numbers, the checks', async ({ page }) => {
    const lab = await open(page, 'scenario=ring-wave');
    await lab.step(2);
    await page.keyboard.press('x');
    const output = page.getByRole('dialog', { name: 'Export' });
    await output.getByRole('tab', { name: 'Data' }).click();
    await output.getByRole('combobox', { name: 'Data' }).selectOption('csv-traces');
    const coming = page.waitForEvent('download');
    await output.getByRole('button', { name: 'Save', exact: true }).click();
    const written = readFileSync(await (await coming).path(), 'utf8')
      .trim()
      .split('\n');
    expect(written.filter((line) => /^\d/.test(line))).toHaveLength(3);
    await page.keyboard.press('Escape');

    await find(page, 'sweep parameters');
    const sweep = page.getByRole('dialog', { name: 'Sweep' });
    for (const [name, value] of [
      ['Across: values', '3'],
      ['Length of a run, in units of t', '5'],
    ] as const) {
      await sweep.getByRole('textbox', { name }).fill(value);
      await sweep.getByRole('textbox', { name }).press('Enter');
    }
    await sweep.getByRole('button', { name: 'Run the sweep' }).click();
    await expect(sweep.locator('.sweep-state')).toHaveAttribute('data-state', 'done');
    await page.keyboard.press('Escape');

    await find(page, 'verify');
    const checks = page.getByRole('dialog', { name: 'Verify' });
    // Its first figure comes out of its worker.
    await expect(checks.getByRole('row').filter({ hasText: /ok/ }).first()).toBeVisible();
  });
});
