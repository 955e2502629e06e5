import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { defineConfig } from '@playwright/test';
import { launchOptions } from './test/tools/browser.mjs';

/** A free port, so that several runs on one machine never meet. Workers inherit it. */
async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

process.env.LAB_PORT ??= await freePort();
const address = `http://127.0.0.1:${process.env.LAB_PORT}/`;

export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // Limits, not waits: a machine that draws in software beside other work takes ten times as long as a quiet one.
  timeout: 150_000,
  expect: { timeout: 40_000 },
  workers: 1,
  // Two busy cores without a GPU: what fails once and then passes is told as flaky.
  retries: 1,
  // Tests of many pages wait for `npm run test:long`.
  grepInvert: process.env.LAB_LONG === undefined ? /@long/ : undefined,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'node_modules/.cache/synaptic-field-lab/browser-tests.json' }]],
  use: {
    baseURL: address,
    viewport: { width: 960, height: 600 },
    launchOptions: await launchOptions(),
    // 8 MB fetched in every test's own browser; the tests of what is kept allow it (installed.spec.ts).
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${process.env.LAB_PORT} --strictPort`,
    url: address,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
