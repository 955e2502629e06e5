import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

/** A computed value of the first element that fits, or of a piece drawn before it. */
async function style(page: Page, selector: string, property: string, piece?: string): Promise<string> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, [name, part]) => getComputedStyle(element, part ?? null).getPropertyValue(name), [
      property,
      piece,
    ] as const);
}

for (const scheme of ['dark', 'light'] as const) {
  test(
    `forced colours, ${scheme}: thumbs, tracks, ticks, checks, tabs, marks and keys are seen`,
    { tag: scheme === 'light' ? '@long' : [] },
    async ({ page }) => {
      await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
      await page.setViewportSize({ width: 1280, height: 900 });
      const lab = new Lab(page);
      await lab.open('ring-wave');
      const background = (selector: string): Promise<string> => style(page, selector, 'background-color');
      const canvas = await background('body');

      for (const part of [
        '.slider-thumb',
        '.slider-track',
        '.slider-tick',
        '.timeline-thumb',
        '.timeline-base',
      ]) {
        expect(await background(part), part).not.toBe(canvas);
      }
      expect(await background('.slider-fill')).not.toBe(await background('.slider-track'));

      const checked = await background('.box input:checked');
      expect(checked).not.toBe(canvas);
      expect(await background('.box input:not(:checked)')).not.toBe(checked);
      expect(await style(page, '.box input:checked + svg', 'color')).not.toBe(checked);

      const line = (selected: boolean): Promise<string> =>
        style(page, `.chart-tabs button[aria-selected="${selected}"]`, 'border-bottom-color');
      expect(await line(false)).toBe(canvas);
      expect(await line(true)).not.toBe(canvas);

      // What shows physics keeps its colours, on its own ground.
      expect(await style(page, '.color-key-map', 'background-image')).toContain('gradient');
      expect(await style(page, '.sample.role-second', 'color')).not.toBe(
        await style(page, '.sample.role-ghost', 'color'),
      );
      expect(await background('.pane')).not.toBe('rgba(0, 0, 0, 0)');

      await lab.step(2);
      await page.getByRole('textbox', { name: 'friction' }).fill('0.5');
      await page.keyboard.press('Enter');
      await expect(page.locator('.timeline-mark')).toHaveCount(1);
      const edge = (side: string): Promise<string> =>
        style(page, '.timeline-mark', `border-${side}-color`, '::before');
      expect(await edge('left')).toBe('rgba(0, 0, 0, 0)');
      expect(await edge('bottom')).not.toBe(canvas);
    },
  );
}
