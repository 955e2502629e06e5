import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });

test(
  'terms: a letter of an equation lights up what it stands for, by pointer, words in the picture and keyboard',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open();
    await lab.step(8);
    const root = page.locator('html');
    const field = page.locator('[data-pane="field"] canvas').first();
    const plain = await field.screenshot();

    const J = page.locator('[data-section="equation"] .eq .katex-html .c-J').first();
    await J.hover();
    await expect(root).toHaveAttribute('data-lit', 'J');
    await expect(page.locator('.tip')).toContainText('Source J of a site');
    // Everything else of the picture steps back.
    await expect.poll(async () => (await field.screenshot()).equals(plain)).toBe(false);
    await page.mouse.move(5, 890);
    await expect(root).not.toHaveAttribute('data-lit', /./);
    await expect.poll(async () => (await field.screenshot()).equals(plain)).toBe(true);

    // The words in the picture do the same.
    const words = page.locator('[data-pane="field"] .label[data-term]').filter({ visible: true }).first();
    await expect(words).toContainText(/source J|coupling K/);
    const named = (await words.getAttribute('data-term')) ?? '';
    await words.hover();
    await expect(root).toHaveAttribute('data-lit', named);
    await expect(page.locator('.tip')).toContainText(
      named === 'J' ? 'Source J of a site' : 'Coupling K of a bond',
    );
    await page.mouse.move(5, 890);

    // Friction has no colour: its slider is lit.
    await page.locator('[data-section="equation"] .eq .katex-html .c-friction').first().hover();
    await expect(root).toHaveAttribute('data-lit', 'friction');
    const slider = page.locator('.ctl[data-path="expansion.gamma"]');
    await expect(slider).toHaveCSS('outline-style', 'solid');
    await page.mouse.move(5, 890);
    await expect(slider).toHaveCSS('outline-style', 'none');

    // By the keyboard: buttons that come into sight with the focus.
    const key = page
      .getByRole('group', { name: 'Terms of the equations' })
      .getByRole('button', { name: 'source J' });
    await key.focus();
    await expect(root).toHaveAttribute('data-lit', 'J');
    await page.keyboard.press('Tab');
    await expect(root).toHaveAttribute('data-lit', 'K');
    await key.evaluate(
      (element: HTMLElement) =>
        element.ownerDocument.activeElement instanceof HTMLElement &&
        element.ownerDocument.activeElement.blur(),
    );
    await expect(root).not.toHaveAttribute('data-lit', /./);
    expect(await lab.violations('[data-section="equation"]')).toEqual([]);
  },
);

test(
  'numbers in equations: dragged and stepped they change the run as their slider does, one undo each',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open();
    await lab.step(8);
    const equation = page.locator('[data-section="equation"]');
    const gamma = equation.getByRole('spinbutton', { name: 'friction γ' });
    await expect(gamma).toHaveText('0.120');
    await expect(gamma).toHaveAttribute('aria-valuemin', '0.01');
    const strip = page.locator('.key-strip').getByRole('textbox', { name: /friction/i });

    const box = await gamma.boundingBox();
    if (box === null) throw new Error('no number');
    await page.mouse.move(box.x + 8, box.y + 8);
    await page.mouse.down();
    // A quarter of 240 px is a quarter of the decades from 0.01 to 20: 0.12 × 2000^(1/4) = 0.802.
    await page.mouse.move(box.x + 40, box.y + 8);
    await page.mouse.move(box.x + 68, box.y + 8);
    await page.mouse.up();
    await expect(strip).toHaveValue('0.802');
    await expect(gamma).toHaveText('0.802');
    await page.keyboard.press('Control+z');
    await expect(strip).toHaveValue('0.120');
    await expect(gamma).toHaveText('0.120');

    const K = equation.getByRole('spinbutton', { name: /K$/ });
    await expect(K).toHaveText('4.00');
    await K.focus();
    await page.keyboard.press('ArrowRight');
    await expect(K).not.toHaveText('4.00');
    const stepped = await K.textContent();
    await expect(page.locator('[data-path="data.K"]').getByRole('textbox')).toHaveValue(String(stepped));
    await page.keyboard.press('Control+z');
    await expect(K).toHaveText('4.00');
  },
);

test(
  'in motion: a scenario that asks for it plays as it opens, with all its pictures; under reduced motion it rests',
  { tag: '@long' },
  async ({ page }) => {
    await page.goto('./?quality=test&motion=1&scenario=circle');
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    // A picture that comes while the run plays already is drawn at once.
    await expect(page.locator('[data-pane="network"] canvas').first()).toBeVisible();
    await page.keyboard.press(' ');
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto('./?quality=test&motion=1&scenario=torus-wave');
    await expect(page.locator('[data-settled="true"]')).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  },
);
