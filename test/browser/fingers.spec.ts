import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

/** Phones and tablets: what a finger hits, measured by asking the page what lies under it. */

test.use({ hasTouch: true, isMobile: true });

/** Side of the least target, CSS pixels (WCAG 2.5.5), less a hairline on each side. */
const LEAST = 42;

/**
 * Controls whose target is smaller than a finger needs: from the middle of each the page is asked, pixel by pixel, up to
 * where another thing lies. A box counts with its label.
 *  @param within  a selector: what of the page is looked at
 */
async function tooSmall(page: Page, within = 'body'): Promise<string[]> {
  return page.evaluate(
    ([least, root]) => {
      const found: string[] = [];
      const { clientWidth: width, clientHeight: height } = document.documentElement;
      const pressed = ':is(button, input:not([type=hidden]), select, a[href], [role=tab], summary)';
      for (const control of document.querySelectorAll<HTMLElement>(`${root} ${pressed}`)) {
        const style = getComputedStyle(control);
        const hidden =
          style.visibility === 'hidden' || control.closest('[aria-hidden=true], [inert]') !== null;
        if (hidden || control.getClientRects().length === 0) continue;
        let scroller = control.parentElement;
        const scrolls = (element: HTMLElement): boolean =>
          ['auto', 'scroll'].includes(getComputedStyle(element).overflowY) &&
          element.scrollHeight > element.clientHeight;
        while (scroller !== null && !scrolls(scroller)) scroller = scroller.parentElement;
        if (scroller !== null)
          scroller.scrollTop +=
            control.getBoundingClientRect().top -
            scroller.getBoundingClientRect().top -
            scroller.clientHeight / 2;
        const box = control.getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const label = (control as HTMLInputElement).labels?.[0];
        const hits = (dx: number, dy: number): boolean => {
          const under = document.elementFromPoint(x + dx, y + dy);
          return under !== null && (control.contains(under) || label?.contains(under) === true);
        };
        // What lies outside of the window or under a sheet is met where it is uncovered.
        if (x < 0 || y < 0 || x > width || y > height || !hits(0, 0)) continue;
        const reach = (dx: number, dy: number): number => {
          let far = 0;
          while (far < least && hits(dx * (far + 1), dy * (far + 1))) far += 1;
          return far;
        };
        const wide = 1 + reach(1, 0) + reach(-1, 0);
        const tall = 1 + reach(0, 1) + reach(0, -1);
        if (Math.min(wide, tall) < least)
          found.push(
            `${control.getAttribute('aria-label') ?? control.textContent}: ${String(wide)} x ${String(tall)}`,
          );
      }
      return found;
    },
    [LEAST, within] as const,
  );
}

test.describe('a phone of 360 px', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  for (const scenario of ['ring-wave', 'circle'])
    test(`${scenario}: all that can be pressed is as large as a finger, on every tab @long`, async ({
      page,
    }) => {
      const lab = new Lab(page);
      await lab.open(scenario);
      const tabs = page.locator('.tabs').getByRole('tab');
      const row = page.locator('.tabs');
      // More than stand there: that they go on is seen, and what is chosen is whole.
      await expect(row).toHaveAttribute('data-hidden', /^(start|end|both)$/);
      await expect(row).toHaveCSS('mask-image', /gradient/);
      for (const tab of await tabs.all()) {
        await tab.tap();
        await expect(tab).toHaveAttribute('aria-selected', 'true');
        await expect(tab).toBeInViewport({ ratio: 0.95 });
        await expect(page.locator('.phone-panel .loading')).toHaveCount(0);
        await expect.poll(() => tooSmall(page), (await tab.textContent()) ?? '').toEqual([]);
      }
    });
});

test.describe('a phone of 360 px, its dialogs', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  for (const words of ['scenarios', 'own data', 'sweep parameters'])
    test(`${words}: targets of a finger, and nothing wider than the screen @long`, async ({ page }) => {
      const lab = new Lab(page);
      await lab.open('ring-wave');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Command, scenario or parameter' }).fill(words);
      await page.keyboard.press('Enter');
      await expect(page.locator('dialog.modal h2')).toBeVisible();
      await expect(page.locator('dialog .loading')).toHaveCount(0);
      await expect.poll(() => tooSmall(page, 'dialog'), words).toEqual([]);
      // Rows of links are turned; nothing else goes sideways.
      const wide = await page
        .locator('dialog *:not(.turned, .turned *)')
        .evaluateAll((all) =>
          all
            .filter(
              (one) =>
                ['auto', 'scroll'].includes(getComputedStyle(one).overflowX) &&
                one.tagName !== 'TEXTAREA' &&
                one.scrollWidth > one.clientWidth,
            )
            .map((one) => one.className),
        );
      expect(wide).toEqual([]);
    });
});

for (const [width, height] of [
  [768, 1024],
  [1024, 768],
])
  test.describe(`a tablet of ${String(width)} px`, () => {
    test.use({ viewport: { width, height } });

    test('controls in the rail, the drawer and the panes are as large as a finger @long', async ({
      page,
    }) => {
      const lab = new Lab(page);
      await lab.open('ring-wave');
      await expect.poll(() => tooSmall(page)).toEqual([]);
      // However many lines the tools take, the title stands over the key.
      for (const pane of ['network', 'field']) {
        const boxOf = (part: string) => page.locator(`[data-pane="${pane}"] ${part}`).first().boundingBox();
        const [title, key] = [await boxOf('.pane-title'), await boxOf('.color-key')];
        if (title === null || key === null) throw new Error('no title, or no key');
        expect(title.y + title.height, pane).toBeLessThanOrEqual(key.y);
      }
      await lab.button('Controls').tap();
      await expect(page.locator('.rail.left')).toBeVisible();
      await expect.poll(() => tooSmall(page, '.rail.left')).toEqual([]);
      await page.keyboard.press('Escape');
      await lab.button('Open the chart').tap();
      await expect(page.locator('.chart-slot .plot').first()).toBeVisible();
      await expect.poll(() => tooSmall(page)).toEqual([]);
    });
  });
