/**
 * Draws the picture of the README: serves a build (./dist, made before), opens a scenario on the stage ground at
 * 1600 × 900, plays to about t = 6 and saves .github/readme.png.
 *   node test/tools/readmePicture.mjs [scenario] [folder of the build]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { launchOptions } from './browser.mjs';
import { repack } from './png.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = join(root, '.github', 'readme.png');
const scenario = process.argv[2] ?? 'ring-wave';
const outDir = process.argv[3] ?? 'dist';
/** Time at which the run is shown, and bytes that the picture may have. */
const TIME = 6;
const MOST_BYTES = 400_000;

let packed = Buffer.alloc(0);
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
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 }, colorScheme: 'dark' });
  await page.addInitScript(() => {
    localStorage.setItem('synaptic-field-lab.ground', 'stage');
  });
  await page.goto(`${address}?scenario=${scenario}`);
  const skip = page.getByRole('button', { name: 'Skip the tour' });
  await page.getByRole('button', { name: 'Play', exact: true }).first().click();
  // Inside the page, so that a slow machine does not run far past the time.
  await page.evaluate(
    (until) =>
      new Promise((resolve) => {
        const look = () => {
          const time = document.querySelector('output[aria-label="Time t"]')?.getAttribute('data-value');
          if (Number(time) < until) {
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
    TIME,
  );
  if (await skip.isVisible()) await skip.click();
  // One weight in front is chosen, so that the picture shows what linking is.
  await page.locator('[data-pane="field"] .stage-picture').first().focus();
  for (let press = 0; press < 44; press++) await page.keyboard.press('PageUp');
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.mouse.move(1599, 0);
  await page.waitForTimeout(1500);
  mkdirSync(dirname(file), { recursive: true });
  packed = repack(await page.screenshot());
  writeFileSync(file, packed);
} finally {
  await browser.close();
  await server.close();
}
process.stdout.write(`${file}: ${packed.length} bytes\n`);
if (packed.length > MOST_BYTES) {
  process.stderr.write(`the picture may have ${MOST_BYTES} bytes at most\n`);
  process.exitCode = 1;
}
