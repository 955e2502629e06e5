/**
 * Draws the icons of the installed app from public/favicon.svg: `node test/tools/icons.mjs`. Maskable ones have a ground
 * without corners, and their drawing within the circle that every system leaves.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { launchOptions } from './browser.mjs';
import { repack } from './png.mjs';

const icon = readFileSync('public/favicon.svg', 'utf8');
const maskable = icon
  .replace('viewBox="0 0 64 64"', 'viewBox="-10 -10 84 84"')
  .replace('<rect width="64" height="64" rx="14"', '<rect x="-10" y="-10" width="84" height="84"');
if (maskable.split('-10').length !== 5)
  throw new Error('public/favicon.svg: expected its view box and its ground');

const browser = await chromium.launch(await launchOptions());
for (const [name, svg] of Object.entries({ icon, maskable })) {
  for (const size of [192, 512]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
    writeFileSync(
      `public/icons/${name}-${size}.png`,
      repack(await page.screenshot({ omitBackground: true })),
    );
    await page.close();
  }
}
await browser.close();
