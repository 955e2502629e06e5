/**
 * Draws the pictures of the README: serves a build (./dist, made before) and saves, on the stage ground at 1600 × 900,
 *   .github/readme.png    the ring of weights beside its field, at about t = 6
 *   .github/universe.png  a learning-rate schedule as the universe it is, at about t = 36
 *   node test/tools/readmePicture.mjs [folder of the build]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { launchOptions } from './browser.mjs';
import { repack } from './png.mjs';

/** @typedef {import('@playwright/test').Page} Page */

const root = fileURLToPath(new URL('../..', import.meta.url));
const outDir = process.argv[2] ?? 'dist';
/** Bytes that a picture may have. */
const MOST_BYTES = 400_000;

const pictures = [
  { name: 'readme', scenario: 'ring-wave', time: 6, arrange: chooseWeight },
  { name: 'universe', scenario: 'schedule-universe', time: 36, arrange: waitForUniverse },
];

/** One weight in front is chosen, so that the picture shows what linking is. */
async function chooseWeight(/** @type {Page} */ page) {
  await page.locator('[data-pane="field"] .stage-picture').first().focus();
  for (let press = 0; press < 44; press++) await page.keyboard.press('PageUp');
}

async function waitForUniverse(/** @type {Page} */ page) {
  await page.locator('[data-pane="universe"] canvas').first().waitFor();
}

/** Plays until a time, then stands still. */
async function playUntil(/** @type {Page} */ page, /** @type {number} */ time) {
  await page.getByRole('button', { name: 'Play', exact: true }).first().click();
  // Inside the page, so that a slow machine does not run far past the time.
  await page.evaluate(
    (until) =>
      new Promise((resolve) => {
        const look = () => {
          const now = document.querySelector('output[aria-label="Time t"]')?.getAttribute('data-value');
          if (Number(now) < until) {
            requestAnimationFrame(look);
            return;
          }
          for (const button of document.querySelectorAll('button')) {
            if (button.getAttribute('aria-label') === 'Pause') button.click();
          }
          resolve(undefined);
        };
        look();
      }),
    time,
  );
}

/** The page, once nothing moves in it: two pictures in a row are the same. */
async function atRest(/** @type {Page} */ page) {
  let last = await page.screenshot();
  for (let tries = 0; tries < 60; tries++) {
    const next = await page.screenshot();
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error('the page never comes to rest');
}

const server = await preview({
  root,
  logLevel: 'error',
  build: { outDir },
  preview: { host: '127.0.0.1', port: 0 },
});
const browser = await chromium.launch(await launchOptions());
try {
  const address = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0];
  if (address === undefined) throw new Error('the preview server has no address');
  for (const { name, scenario, time, arrange } of pictures) {
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 }, colorScheme: 'dark' });
    await page.addInitScript(() => {
      localStorage.setItem('synaptic-field-lab.ground', 'stage');
    });
    await page.goto(`${address}?scenario=${scenario}`);
    const skip = page.getByRole('button', { name: 'Skip the tour' });
    await playUntil(page, time);
    if (await skip.isVisible()) await skip.click();
    await arrange(page);
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await page.mouse.move(1599, 0);
    const shot = await atRest(page);
    const file = join(root, '.github', `${name}.png`);
    mkdirSync(dirname(file), { recursive: true });
    const packed = repack(shot);
    writeFileSync(file, packed);
    process.stdout.write(`${file}: ${packed.length} bytes\n`);
    if (packed.length > MOST_BYTES) {
      process.stderr.write(`a picture may have ${MOST_BYTES} bytes at most\n`);
      process.exitCode = 1;
    }
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
