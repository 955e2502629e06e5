import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test('space: plays and pauses after a click on any button; a control that Tab reached presses itself', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('ring-wave');
  for (const name of ['Step', 'Reset', 'New seed']) {
    await lab.step(1);
    await lab.button(name).click();
    await lab.settled(name === 'Step' ? 2 : 0);
    await page.keyboard.press('Space');
    await expect(lab.button('Pause')).toBeVisible();
    // What the button does was not done again: the run goes on.
    await expect.poll(() => lab.number('Step')).toBeGreaterThan(4);
    await page.keyboard.press('Space');
    await expect(lab.button('Play')).toBeVisible();
    await lab.button('Reset').click();
    await lab.settled(0);
  }
  await lab.button('Step').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(lab.button('Step')).toBeFocused();
  await page.keyboard.press('Space');
  await lab.settled(1);
});

test('a clicker: full stop, b, page keys and Escape leave a playing run alone', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('ring-wave');
  await page.keyboard.press('Space');
  await expect(lab.button('Pause')).toBeVisible();
  for (const key of ['.', 'b', 'PageUp', 'PageDown', 'Escape']) await page.keyboard.press(key);
  await expect(lab.button('Pause')).toBeVisible();
  const before = await lab.number('Step');
  await expect.poll(() => lab.number('Step')).toBeGreaterThan(before);
  await page.keyboard.press('Space');
  await expect(lab.button('Play')).toBeVisible();
  await expect(page.getByText('Branch kept')).toHaveCount(0);
});

test('layouts: Cyrillic and Korean letters call by their place; a held R resets once @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('ring-wave');
  interface Press {
    readonly key: string;
    readonly code: string;
    readonly isComposing?: boolean;
    readonly repeat?: boolean;
  }
  const press = (init: Press): Promise<void> =>
    page.evaluate((each) => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...each }));
    }, init);
  await press({ key: 'ю', code: 'Period' });
  await lab.settled(1);
  await press({ key: 'ㄱ', code: 'KeyR', isComposing: true });
  await press({ key: '.', code: 'Period' });
  await lab.settled(2);
  await press({ key: 'ㄱ', code: 'KeyR', repeat: true });
  await press({ key: '.', code: 'Period' });
  await lab.settled(3);
  await press({ key: 'ㄱ', code: 'KeyR' });
  await lab.settled(0);
});

test('in an article: the wheel over a picture scrolls the page, and zooms once the picture has the focus', async ({
  page,
}) => {
  await page.goto('./?quality=test');
  const address = page.url();
  await page.route('**/article.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<p style="height:300px">text</p><iframe title="lab" style="width:1200px;height:620px" src="${address}"></iframe><p style="height:1500px">text</p>`,
    }),
  );
  await page.goto('./article.html');
  const frame = page.frameLocator('iframe');
  const picture = frame.locator('[data-pane="field"] .stage-picture').first();
  await expect(frame.locator('output[aria-label="Step"]')).toHaveAttribute('data-value', '0');
  await expect(picture).toHaveCSS('touch-action', 'pan-y');
  const scrolled = (): Promise<number> => page.evaluate(() => window.scrollY);
  // Hovering brings the picture into sight first.
  await picture.hover();
  const before = await scrolled();
  await page.mouse.wheel(0, 120);
  await expect.poll(scrolled).toBe(before + 120);
  await picture.click();
  await expect(picture).toBeFocused();
  await expect(picture).toHaveCSS('touch-action', 'none');
  const at = await scrolled();
  await picture.evaluate((element) =>
    element.addEventListener(
      'wheel',
      (event) => setTimeout(() => element.setAttribute('data-taken', String(event.defaultPrevented)), 0),
      true,
    ),
  );
  await page.mouse.wheel(0, 120);
  await expect(picture).toHaveAttribute('data-taken', 'true');
  expect(await scrolled()).toBe(at);
});

test('a second value that is refused is not compared; Escape and another dialog at key speed @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.setViewportSize({ width: 1600, height: 900 });
  await lab.open('underdamped');
  await page.getByRole('button', { name: 'Compare…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Compare' });
  const value = dialog.getByRole('textbox', { name: 'Second value' });
  const compare = dialog.getByRole('button', { name: 'Compare', exact: true });
  await value.fill('1,000');
  await value.press('Enter');
  await expect(compare).toBeDisabled();
  await value.fill('2');
  await value.press('Enter');
  await expect(compare).toBeEnabled();
  await value.fill('abc');
  await value.press('Enter');
  await expect(compare).toBeDisabled();
  // Both keys in a row: what Escape closes is closed before the next one.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  await expect(dialog).toHaveCount(0);
});

/** Holds the palette's file back. @returns what lets it come */
async function holdPalette(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/PaletteDialog-*.js', async (route) => {
    await held;
    await route.continue();
  });
  return () => release();
}

test(
  'the palette: what is typed while it is fetched stands in its field, and Escape gives it up',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    const release = await holdPalette(page);
    await lab.open('ring-wave');
    await page.keyboard.press('Control+k');
    await page.keyboard.press('p');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('sead');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('ed');
    release();
    const field = page.getByRole('dialog').getByRole('combobox');
    await expect(field).toHaveValue('seed');
    await page.keyboard.type('!');
    await expect(field).toHaveValue('seed!');
    // None of them was a command.
    await expect(lab.button('Play')).toBeVisible();
    expect(await lab.number('Step')).toBe(0);
  },
);

test(
  'the palette: Enter typed while it is fetched does what was typed, not what has the focus',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    const release = await holdPalette(page);
    await lab.open('ring-wave');
    await lab.button('Play').focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('errata of the paper');
    await page.keyboard.press('Enter');
    release();
    await expect(page.getByRole('dialog', { name: 'Errata of the paper' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(lab.button('Play')).toBeVisible();
    expect(await lab.number('Step')).toBe(0);
  },
);
