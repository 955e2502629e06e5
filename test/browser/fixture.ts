import { test as base, expect } from '@playwright/test';

/**
 * The test of this folder: like Playwright's, but any uncaught error, console error or breach of the
 * content-security policy in the page fails it. A test that provokes an error empties `problems` itself.
 */
export const test = base.extend<{ problems: string[] }>({
  problems: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`console: ${message.text()}`);
      });
      await use(problems);
      expect(problems, 'errors in the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
