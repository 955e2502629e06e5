import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

/** A title as nobody would write it: 200 letters and no place to break. */
const LONG = 'x'.repeat(200);

async function larger(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return [scrollWidth - innerWidth, scrollHeight - innerHeight];
  });
}

for (const [width, height] of [
  [390, 844],
  [1024, 768],
  [1600, 900],
] as const) {
  test(
    `titles at ${width} × ${height}: 200 letters without a space stay in their place`,
    { tag: '@long' },
    async ({ page }) => {
      await page.setViewportSize({ width, height });
      const lab = new Lab(page);
      await lab.open('ring-wave');
      await lab.openFile('long.json', { version: 1, title: LONG, system: { kind: 'ring-shared', N: 24 } });
      const scene = page.locator('.scene').first();
      await expect(scene).toContainText('xxxx');
      expect(await larger(page)).toEqual([0, 0]);
      const words = await scene.locator('span').first().boundingBox();
      const room = await scene.boundingBox();
      expect(words?.width).toBeLessThanOrEqual(room?.width ?? 0);
      expect((room?.x ?? 0) + (room?.width ?? width)).toBeLessThanOrEqual(width);
    },
  );
}

test(
  'a title from right to left keeps the sign in front of its number',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await page.setViewportSize({ width: 1600, height: 900 });
    await lab.open('ring-wave');
    const title = 'גל עם חיכוך -0.5 בזמן';
    await lab.openFile('rtl.json', { version: 1, title, system: { kind: 'ring-shared', N: 24 } });
    const span = page.locator('.scene > span').first();
    await expect(span).toContainText('גל');
    const places = await span.evaluate((element) => {
      const node = element.firstChild as Text;
      const at = (sign: string): number => {
        const range = document.createRange();
        const start = node.data.indexOf(sign);
        range.setStart(node, start);
        range.setEnd(node, start + 1);
        return range.getBoundingClientRect().left;
      };
      return { minus: at('-'), digit: at('0') };
    });
    expect(places.minus).toBeLessThan(places.digit);
  },
);

test('the palette stays in the window on the projector and on a phone, and a jump moves nothing @long', async ({
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem('synaptic-field-lab.ground', 'projector'));
  const lab = new Lab(page);
  for (const [width, height] of [
    [1280, 720],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await lab.open('ring-wave');
    await page.keyboard.press('Control+k');
    const box = await page.locator('.modal.palette').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? height)).toBeLessThanOrEqual(height);
    await page.keyboard.type('friction');
    await page.keyboard.press('Enter');
    await expect(page.locator('.found')).toHaveCount(1);
    expect(await larger(page)).toEqual([0, 0]);
    expect(
      await page.evaluate(() => [scrollX, scrollY, document.body.scrollTop, document.body.offsetTop]),
    ).toEqual([0, 0, 0, 0]);
  }
});

test('a refused number keeps its text and its error when Tab leaves it @long', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('ring-wave');
  const field = page.locator('[data-path="expansion.gamma"] input.val').first();
  await field.fill('1,000');
  await page.keyboard.press('Tab');
  await expect(field).not.toBeFocused();
  await expect(field).toHaveValue('1,000');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('.field-error').first()).toBeVisible();
  expect(await lab.value('Step')).toBe('0');
});
