import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1280, height: 720 } });

test(
  'the single file runs from a folder without a network: run, gallery, lesson, charts, sweep of workers, table, saved file',
  { tag: '@long' },
  async ({ page, context }) => {
    const built = spawnSync(process.execPath, [
      'node_modules/vite/bin/vite.js',
      'build',
      '--mode',
      'single',
      '--logLevel',
      'error',
    ]);
    expect(built.status, built.stderr.toString()).toBe(0);
    // On a stick it is alone.
    const stick = join(mkdtempSync(join(tmpdir(), 'lab-stick-')), 'lecture 3.html');
    copyFileSync('dist-single/synaptic-field-lab.html', stick);
    const address = pathToFileURL(stick).href;
    const asked: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (!/^(?:data|blob):/.test(url)) asked.push(url.replace(/[?#].*/, ''));
    });
    await context.setOffline(true);
    const lab = new Lab(page);
    await page.goto(`${address}?quality=test&scenario=ring-wave`);
    await lab.settled(0);
    await lab.step(3);
    const cost = await lab.number('Cost');
    expect(cost).toBeGreaterThan(0);

    // A chart of our own, and the large one that Plotly draws.
    const charts = page.locator('[data-slot="left"]');
    await charts.getByRole('button', { name: 'Explore: zoom and read values' }).click();
    await expect(
      page
        .getByRole('dialog', { name: /^Explore/ })
        .locator('.main-svg')
        .first(),
    ).toBeVisible();
    await page.keyboard.press('Escape');

    // The gallery with its small pictures, and another scenario out of it.
    await page.keyboard.press('c');
    await page.getByRole('textbox', { name: 'Search scenarios' }).fill('exclusive or');
    await expect(page.locator('canvas.thumb').first()).toBeVisible();
    await page.keyboard.press('Escape');
    await page.goto(`${address}?quality=test&scenario=xor`);
    await lab.settled(0);
    await lab.step(2);

    // Numbers that another worker runs the scenario for, as a file.
    const saved = await lab.saved();
    expect(saved.view.step).toBe(2);
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Verify' }).click();
    await expect(page.locator('.verify-state')).toHaveAttribute('data-state', 'running');
    await expect(page.locator('.modal.verify tbody tr').first()).toBeVisible();
    await page.keyboard.press('Escape');

    await page.goto(`${address}?quality=test&lesson=friction&step=1`);
    await expect(
      page.getByRole('complementary', { name: 'Lesson' }).getByRole('heading', { level: 2 }),
    ).toBeVisible();
    await lab.atRest();
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Offline and updates' }).click();
    await expect(page.getByRole('dialog', { name: 'Offline and updates' })).toContainText(
      'This page is a file: it needs no network.',
    );

    expect(new Set(asked)).toEqual(new Set([address]));
  },
);
