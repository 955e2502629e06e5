import { test as base, expect } from '@playwright/test';

/**
 * The test of this folder: like Playwright's, but any uncaught error, console error or breach of the
 * content-security policy in the page fails it, and so does a page that is larger than its window or was moved in
 * it. A test that provokes an error empties `problems` itself.
 */
export const test = base.extend<{ problems: string[] }>({
  problems: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
      page.on('console', (message) => {
        // Chromium asks for the icon again when the address changes, also without a network.
        const isIcon = message.location().url.endsWith('/favicon.svg');
        if (message.type() === 'error' && !isIcon) problems.push(`console: ${message.text()}`);
      });
      await use(problems);
      expect(problems, 'errors in the page').toEqual([]);
      const sizes = await page.evaluate(() => {
        // A test's own page, an article around the lab, may be as long as it likes.
        if (globalThis.document.getElementById('app') === null) return null;
        const { scrollWidth, scrollHeight, scrollLeft, scrollTop } = globalThis.document.documentElement;
        const { offsetTop, scrollTop: shifted } = globalThis.document.body;
        return {
          page: [scrollWidth, scrollHeight, scrollLeft, scrollTop, offsetTop, shifted],
          window: [innerWidth, innerHeight, 0, 0, 0, 0],
        };
      });
      expect(sizes?.page, 'the page is as large as the window, and stands where it stood').toEqual(
        sizes?.window,
      );
    },
    { auto: true },
  ],
});

export { expect };
