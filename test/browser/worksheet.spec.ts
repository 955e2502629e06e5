import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

/** What a browser that prints by its own menu finds, in the very task in which it asks. */
interface Sheet {
  readonly canvases: readonly { readonly corner: readonly number[]; readonly inks: number }[];
  readonly labels: number;
  readonly waiting: number;
  readonly text: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly plots: number;
  /** Names of lines, which charts write once they know their size. */
  readonly names: number;
}

async function sheetOf(page: Page): Promise<Sheet> {
  return page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'));
    const sheet = document.querySelector('.worksheet');
    if (sheet === null) throw new Error('no worksheet');
    const all = (selector: string): HTMLElement[] => [...sheet.querySelectorAll<HTMLElement>(selector)];
    const canvases = [...sheet.querySelectorAll<HTMLCanvasElement>('.stage-picture canvas')].map((canvas) => {
      const { width, height } = canvas;
      const pixels =
        canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray(4);
      const inks = new Set<number>();
      for (let i = 0; i < pixels.length; i += 4) {
        inks.add((pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2]);
      }
      return { corner: Array.from(pixels.subarray(0, 4)), inks: inks.size };
    });
    return {
      canvases,
      labels: all('.label').filter((label) => getComputedStyle(label).visibility === 'visible').length,
      waiting: all('.loading').length,
      text: sheet.textContent ?? '',
      values: Object.fromEntries(
        all('tr[data-path]').map((row) => [
          row.dataset.path ?? '',
          [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''),
        ]),
      ),
      names: all('.worksheet-chart .chart-label').length,
      plots: all('.worksheet-chart .chart-plot svg').length,
    };
  });
}

/** Everything that comes later is there, as it is a few seconds after a visitor came. */
async function fetched(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('fetched-ahead').length > 0);
}

for (const { name, width, height, ground } of [
  { name: 'the dark stage', width: 960, height: 600, ground: 'stage' },
  {
    name: 'a phone on the projector ground, whose charts and network are out of sight',
    width: 390,
    height: 844,
    ground: 'projector',
  },
]) {
  const tag = ground === 'stage' ? [] : ['@long'];
  const title = `worksheet: printed from ${name} it stands at once, on white, with pictures, values and charts`;
  test(title, { tag }, async ({ page }) => {
    await page.addInitScript((chosen) => localStorage.setItem('synaptic-field-lab.ground', chosen), ground);
    await page.setViewportSize({ width, height });
    const lab = new Lab(page);
    await page.goto('./?quality=test&scenario=ring-wave');
    await expect(
      page.getByText('step 0').or(page.locator('output[aria-label="Step"]')).first(),
    ).toBeVisible();
    await fetched(page);
    for (let step = 0; step < 3; step++) await page.keyboard.press('.');
    await expect(lab.output('Step')).toHaveAttribute('data-value', '3');
    const sheet = await sheetOf(page);
    expect(sheet.canvases).toHaveLength(2);
    for (const { corner, inks } of sheet.canvases) {
      expect(corner).toEqual([255, 255, 255, 255]);
      expect(inks).toBeGreaterThan(50);
    }
    expect(sheet.labels).toBeGreaterThan(4);
    expect(sheet.waiting).toBe(0);
    expect(sheet.names).toBeGreaterThanOrEqual(3);
    expect(sheet.plots).toBeGreaterThanOrEqual(1);
    expect(sheet.values['expansion.gamma']).toEqual(['0.12']);
    expect(sheet.values['system.N']).toEqual(['96']);
    for (const words of ['A bump runs round the ring', 'step 3', 'Name', 'Date', '?scenario=ring-wave']) {
      expect(sheet.text).toContain(words);
    }
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('#app')).toBeHidden();
    await expect(page.locator('.worksheet-head')).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(page.locator('.worksheet')).toHaveCount(0);
    await expect(page.locator('html')).toHaveAttribute('data-ground', ground);
  });
}

test(
  'worksheet: two pages of A4 and of Letter; Ctrl+P prints once all of it is there',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('ring-wave');
    await lab.step(3);
    // The drawer is shut: nothing of the space-time diagram is known before the worksheet asks.
    await expect(page.locator('.drawer.closed')).toBeVisible();
    await page.evaluate(() => {
      window.print = () => {
        window.dispatchEvent(new Event('beforeprint'));
        const waiting = document.querySelectorAll('.worksheet .loading, .worksheet .chart-empty').length;
        document.documentElement.dataset.printed = `${document.querySelectorAll('.worksheet canvas').length > 1} ${waiting}`;
        window.dispatchEvent(new Event('afterprint'));
      };
    });
    // On a machine under load the engine's answer may come after the wait: then it is printed again.
    await expect(async () => {
      await page.keyboard.press('Control+p');
      await expect(page.locator('html')).toHaveAttribute('data-printed', 'true 0');
    }).toPass();
    await expect(page.locator('.worksheet')).toHaveCount(0);
    await fetched(page);
    for (const format of ['A4', 'Letter']) {
      const pages = (await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g);
      expect(pages, format).toHaveLength(2);
    }
  },
);

test(
  'worksheet: where a comparison is made its table holds the values of both runs',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('ring-wave');
    await fetched(page);
    await lab.openFile('two.json', {
      version: 1,
      scenario: {
        title: 'Two frictions',
        system: { kind: 'ring-shared', N: 24 },
        expansion: { kind: 'de-sitter', gamma: 0.2 },
      },
      tracks: [{ id: 'compare', role: 'other', sections: { expansion: { kind: 'de-sitter', gamma: 3 } } }],
      view: { comparison: { track: 'compare', mode: 'twin' } },
    });
    await expect(page.getByRole('button', { name: 'Two frictions' }).first()).toBeVisible();
    await lab.settled(0);
    const sheet = await sheetOf(page);
    expect(sheet.values['expansion.gamma']).toEqual(['0.2', '3']);
    expect(sheet.canvases).toHaveLength(3);
    expect(sheet.text).toContain('save it as a file');
  },
);
