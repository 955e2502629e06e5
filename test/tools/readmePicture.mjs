/**
 * Draws the picture of the README: serves ./dist (built before), opens a scenario on the stage ground at
 * 1600 × 900, plays to about t = 6 and saves .github/readme.png.
 *   node test/tools/readmePicture.mjs [scenario]
 */
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { launchOptions } from './browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const file = join(root, '.github', 'readme.png');
const scenario = process.argv[2] ?? 'ring-wave';
/** Time at which the run is shown, and bytes that the picture may have. */
const TIME = 6;
const MOST_BYTES = 400_000;

const server = await preview({ root, logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
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
  const time = page.locator('output[aria-label="Time t"]').first();
  const now = async () => Number(await time.getAttribute('data-value'));
  await page.getByRole('button', { name: 'Play', exact: true }).first().click();
  while ((await now()) < TIME) await page.waitForTimeout(50);
  await page.getByRole('button', { name: 'Pause', exact: true }).first().click();
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
  await page.screenshot({ path: file });
} finally {
  await browser.close();
  await server.close();
}
const { size } = statSync(file);
process.stdout.write(`${file}: ${size} bytes\n`);
if (size > MOST_BYTES) {
  process.stderr.write(`the picture may have ${MOST_BYTES} bytes at most\n`);
  process.exitCode = 1;
}
