import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from './fixture.ts';

test('sandboxed frame: a page of no origin starts its worker from a blob, and a run steps and plays @long', async ({
  page,
}) => {
  const html = `<!doctype html><iframe sandbox="allow-scripts" width="940" height="580"
    src="./?quality=test&scenario=ring-wave"></iframe>`;
  await page.route('**/article.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('./article.html');
  const frame = page.frameLocator('iframe');
  const step = frame.locator('output[aria-label="Step"]');
  await expect(step).toHaveAttribute('data-value', '0');
  expect(await frame.locator('body').evaluate(() => window.origin)).toBe('null');
  await frame.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(step).toHaveAttribute('data-value', '1');
  await frame.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(async () => Number(await step.getAttribute('data-value'))).toBeGreaterThan(5);
  await expect(frame.locator('#unstarted')).toHaveCount(0);
});

test(
  'opened as a file: the page says in words why it cannot start',
  { tag: '@long' },
  async ({ page, problems }) => {
    await page.goto(pathToFileURL(resolve('dist/index.html')).href);
    await expect(page.locator('#unstarted')).toBeVisible();
    await expect(page.locator('#unstarted')).toContainText('npm start');
    // The browser refuses the modules; that is what the words are about.
    expect(problems.length).toBeGreaterThan(0);
    problems.length = 0;
  },
);

test('started: the words of a page that has not are gone @long', async ({ page }) => {
  await page.goto('./?quality=test');
  await expect(page.locator('output[aria-label="Step"]')).toHaveAttribute('data-value', '0');
  await expect(page.locator('#unstarted')).toHaveCount(0);
});

test('a frame of another origin, where nothing may be stored: the lab starts, steps and says nothing of it @long', async ({
  page,
  baseURL,
}) => {
  // What a browser does that keeps strangers' frames from storing: every access throws.
  await page.addInitScript(() => {
    if (window === window.top) return;
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html');
    answer.end(`<!doctype html><title>article</title><iframe title="lab" width="940" height="560"
      src="${baseURL}?quality=test&scenario=ring-wave"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    // Another host as well as another port: another site.
    await page.goto(`http://localhost:${port}/`);
    const frame = page.frameLocator('iframe');
    const step = frame.locator('output[aria-label="Step"]');
    await expect(step).toHaveAttribute('data-value', '0');
    await frame.getByRole('button', { name: 'Step', exact: true }).click();
    await expect(step).toHaveAttribute('data-value', '1');
    await frame.getByRole('button', { name: 'Play', exact: true }).click();
    await expect.poll(async () => Number(await step.getAttribute('data-value'))).toBeGreaterThan(3);
    await frame.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(frame.locator('canvas').first()).toBeVisible();
  } finally {
    server.close();
  }
});
