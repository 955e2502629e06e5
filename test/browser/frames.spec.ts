import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from './fixture.ts';

test('sandboxed frame: a page of no origin starts its worker from a blob, and a run steps and plays', async ({
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

test('opened as a file: the page says in words why it cannot start', async ({ page, problems }) => {
  await page.goto(pathToFileURL(resolve('dist/index.html')).href);
  await expect(page.locator('#unstarted')).toBeVisible();
  await expect(page.locator('#unstarted')).toContainText('npm start');
  // The browser refuses the modules; that is what the words are about.
  expect(problems.length).toBeGreaterThan(0);
  problems.length = 0;
});

test('started: the words of a page that has not are gone', async ({ page }) => {
  await page.goto('./?quality=test');
  await expect(page.locator('output[aria-label="Step"]')).toHaveAttribute('data-value', '0');
  await expect(page.locator('#unstarted')).toHaveCount(0);
});
