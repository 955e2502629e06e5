import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

const wide = { width: 1600, height: 900 };

/** A ring of one frequency band: √λ from √J to √(J + 4K). */
function ring(dynamics: object, gamma: number): object {
  return {
    version: 1,
    title: 'A ring',
    system: { kind: 'ring-shared', N: 16 },
    data: { kind: 'uniform-bonds', K: 1, J: 1 },
    initial: { kind: 'mode', index: 2, amplitude: 1 },
    dynamics,
    expansion: { kind: 'de-sitter', gamma },
  };
}

/** Opens a file and waits until its run stands at its start. */
async function openRing(lab: Lab, dynamics: object, gamma: number): Promise<void> {
  await lab.open();
  const before = await lab.value('Cost');
  await lab.openFile('ring.json', ring(dynamics, gamma));
  await expect(lab.page.getByRole('button', { name: 'A ring', exact: true })).toBeVisible();
  await expect(lab.output('Cost')).not.toHaveAttribute('data-value', before);
  await lab.settled(0);
}

/** Opens the palette, finds something and does it: by keys alone. */
async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Command, scenario or parameter' })).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

test.beforeEach(async ({ page }) => {
  await page.setViewportSize(wide);
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

test('palette: Ctrl+K finds "step" and runs it, by keys alone', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox', { name: 'Command, scenario or parameter' });
  await expect(search).toBeFocused();
  const options = page.getByRole('listbox', { name: 'Commands' }).getByRole('option');
  await page.keyboard.type('step');
  await expect(options.first()).toContainText('Step');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  expect(await lab.violations()).toEqual([]);
  await page.keyboard.press('Enter');
  await lab.settled(1);
  await expect(search).toBeHidden();
});

test('palette: a parameter is brought into sight with the focus, even from behind "More" @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open();
  await find(page, 'gamma');
  await expect(page.getByRole('slider', { name: /friction/ })).toBeFocused();
  await find(page, 'start time');
  await expect(page.getByRole('slider', { name: /start time/ })).toBeFocused();
});

test(
  'tracks: the exact theory is added, agrees, hides and shows; the readouts show it',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await openRing(lab, { kind: 'second-order', dt: 0.125 }, 0.5);
    await lab.step(8);
    const exact = page.getByRole('checkbox', { name: 'Exact theory' });
    await expect(exact).not.toBeChecked();
    await exact.click();
    await expect(lab.output('Cost of Exact theory')).not.toHaveAttribute('data-value', '');
    await lab.settled(8);
    const [cost, theory] = [await lab.number('Cost'), await lab.number('Cost of Exact theory')];
    expect(theory).not.toBe(cost);
    expect(Math.abs(theory - cost) / cost).toBeLessThan(0.05);
    await exact.uncheck();
    await expect(exact).not.toBeChecked();
    await exact.check();
    await expect(exact).toBeChecked();
    expect(await lab.violations()).toEqual([]);
  },
);

test('tracks: textbook steps show their bound; what is not possible says why @long', async ({ page }) => {
  const lab = new Lab(page);
  await openRing(lab, { kind: 'second-order', dt: 0.125 }, 5);
  await lab.step(1);
  await page.getByRole('checkbox', { name: 'Gradient descent' }).click();
  await expect(page.getByText('ηλ = 1.00 < 2: kept')).toBeVisible();
  await expect(lab.output('Cost of Gradient descent')).not.toHaveAttribute('data-value', '');
  await expect(page.locator('[data-section="errata"]')).toContainText('E14');
  await lab.open('xor');
  const exact = page.getByRole('checkbox', { name: 'Exact theory' });
  await expect(exact).toHaveAttribute('aria-disabled', 'true');
  await expect(exact).toHaveAccessibleDescription(/only a quadratic cost/);
});

test(
  'tracks: textbook steps past their bound stop the run, which goes on without them',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    // ηλ = 5/0.5 = 10.
    await openRing(lab, { kind: 'second-order', dt: 0.125 }, 0.5);
    await page.getByRole('checkbox', { name: 'Gradient descent' }).click();
    await expect(page.getByText('ηλ = 10.0 > 2: it runs away')).toBeVisible();
    await page.getByRole('slider', { name: 'Speed' }).focus();
    await page.keyboard.press('End');
    await lab.button('Play').click();
    await page.getByRole('button', { name: 'Go on without Gradient descent' }).click();
    await expect(page.getByRole('checkbox', { name: 'Gradient descent' })).not.toBeChecked();
    const step = await lab.number('Step');
    await expect.poll(() => lab.number('Step')).toBeGreaterThan(step + 5);
  },
);

test('regime: the badge changes where γ crosses 2√λ @long', async ({ page }) => {
  const lab = new Lab(page);
  await openRing(lab, { kind: 'second-order', dt: 0.125 }, 1);
  const badge = page.locator('[data-regime]');
  const field = page.getByRole('textbox', { name: /friction/ });
  // J = 1, K = 1: critical friction is 2 for the slowest mode and 2√5 = 4.47 for the fastest.
  for (const [gamma, regime] of [
    ['1', 'underdamped'],
    ['3', 'mixed'],
    ['4.47', 'critical'],
    ['6', 'overdamped'],
  ]) {
    await field.fill(gamma);
    await field.press('Enter');
    await lab.step(1);
    await expect(badge).toHaveAttribute('data-regime', regime);
  }
  await expect(page.locator('[data-tick="critical"]')).toBeAttached();
});

test('stability: a warning near the bound, another past it, none well below', async ({ page }) => {
  const lab = new Lab(page);
  await openRing(lab, { kind: 'second-order', dt: 0.25 }, 0.3);
  // γ = 0.3, λ = 5: the bound of the step is 0.91.
  const strip = page.locator('.strip');
  const field = page.getByRole('textbox', { name: /time step/ });
  await expect(strip).toHaveAttribute('data-warning', 'none');
  for (const [dt, warning, words] of [
    ['0.87', 'near', 'Near the stability bound'],
    ['0.95', 'past', 'Past the stability bound'],
    ['0.25', 'none', ''],
  ]) {
    await field.fill(dt);
    await field.press('Enter');
    await expect(strip).toHaveAttribute('data-warning', warning);
    await expect(strip).toContainText(words);
  }
  await expect(page.locator('[data-tick="bound"]')).toBeAttached();
});

test('LaTeX: the button puts equations and numbers on the clipboard @long', async ({ page, context }) => {
  const lab = new Lab(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.open();
  await lab.step(2);
  await page.getByRole('button', { name: 'Copy as LaTeX' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('\\ddot w_n');
  expect(copied).toContain('L = T - C');
  expect(copied).toContain('n &= 2');
});

test('LaTeX: where copying is refused the text is selected for a hand @long', async ({ page }) => {
  const lab = new Lab(page);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    });
  });
  await lab.open();
  await page.getByRole('button', { name: 'Copy as LaTeX' }).click();
  await expect(page.getByRole('textbox', { name: 'LaTeX' })).toBeFocused();
  expect(await page.evaluate(() => document.getSelection()?.toString() ?? '')).toContain('\\ddot w_n');
});

test('equations: numbers on demand, and the term of the synapse that is chosen', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await lab.step(4);
  await page.getByRole('button', { name: 'Numbers' }).click();
  await expect(page.locator('.eq-numbers').first()).toContainText('=');
  await expect(page.locator('.eq-line').getByRole('spinbutton', { name: /^friction γ$/i })).toHaveText(
    '0.120',
  );
  await page.locator('[data-pane="field"] [role="application"]').first().focus();
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('group', { name: 'Term of synapse 0' })).toBeVisible();
  await expect(page.locator('[data-section="synapse"]')).toContainText('Synapse 0');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: 'Term of synapse 0' })).toBeHidden();
  await page.locator('[data-section="dictionary"] summary').click();
  await expect(page.locator('[data-section="dictionary"] dl')).toBeHidden();
});

test(
  'compare: one parameter split is laid beside the run, and taken away again',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await openRing(lab, { kind: 'second-order', dt: 0.125 }, 0.5);
    await lab.step(4);
    await page.getByRole('button', { name: 'Compare…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Compare' });
    const value = dialog.getByRole('textbox', { name: 'Second value' });
    await value.fill('3');
    await value.press('Enter');
    expect(await lab.violations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('checkbox', { name: 'Comparison, γ = 3' })).toBeChecked();
    await lab.settled(4);
    const other = lab.output('Cost of Comparison, γ = 3');
    await expect(other).not.toHaveAttribute('data-value', '');
    expect(await other.getAttribute('data-value')).not.toBe(await lab.cost());
    await page.getByRole('button', { name: 'Stop comparing' }).click();
    await expect(other).toBeHidden();
  },
);

test('compare: another scenario, or why it cannot be', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('underdamped');
  await page.getByRole('button', { name: 'Compare…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Compare' });
  await dialog.getByRole('radio', { name: /Another scenario/ }).check();
  await dialog.getByRole('combobox', { name: 'Scenario' }).selectOption('overdamped');
  await dialog.getByRole('radio', { name: /Difference/ }).check();
  await dialog.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Stop comparing' })).toBeVisible();
});

test(
  'tour: leads from play to friction, can be skipped, and stays away',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await page.goto('./?quality=test&tour=1');
    await lab.settled(0);
    const tour = page.getByRole('dialog', { name: 'Tour' });
    await expect(tour).toContainText('Press play');
    expect(await lab.violations()).toEqual([]);
    await lab.button('Play').click();
    await expect(tour).toContainText('Drag friction');
    await lab.button('Pause').click();
    await tour.getByRole('button', { name: 'Next' }).click();
    await expect(tour).toContainText('Tap a synapse');
    await page.keyboard.press('Escape');
    await expect(tour).toBeHidden();
    // A visit of somebody who has seen it.
    await page.goto('./');
    await lab.settled(0);
    await expect(tour).toBeHidden();
    await find(page, 'tour');
    await expect(tour).toContainText('Press play');
  },
);

test('tour: a first visit shows it, a test of the page does not @long', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  const tour = page.getByRole('dialog', { name: 'Tour' });
  await expect(tour).toBeHidden();
  await page.goto('./');
  await expect(tour).toBeVisible();
  await tour.getByRole('button', { name: 'Skip the tour' }).click();
  await expect(tour).toBeHidden();
});

test('ground: "follow the system" follows it', { tag: '@long' }, async ({ page }) => {
  const lab = new Lab(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await lab.open();
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-ground', 'stage');
  await page.keyboard.press('g');
  await page.getByRole('radio', { name: 'Projector' }).check();
  await expect(root).toHaveAttribute('data-ground', 'projector');
  expect(await lab.violations()).toEqual([]);
  await page.getByRole('radio', { name: 'Follow the system' }).check();
  await expect(root).toHaveAttribute('data-ground', 'stage');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(root).toHaveAttribute('data-ground', 'paper');
});

const sizes = [
  [360, 740],
  [390, 844],
  [600, 560],
  [800, 700],
  [1000, 560],
  [1100, 700],
  [1280, 720],
  [1440, 900],
  [1600, 900],
  [2560, 1440],
  [3840, 2160],
] as const;

/** Parts of the frame that leave the window or lie over each other, in words. */
function frameFaults(): readonly string[] {
  const found: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`page is ${root.scrollWidth} wide`);
  for (const parent of document.querySelectorAll('.lab, .transport, .top, .phone > main')) {
    let last: { left: number; top: number; right: number; bottom: number; name: string } | null = null;
    for (const child of parent.children) {
      const { left, top, right, bottom, width, height } = child.getBoundingClientRect();
      if (width < 2 || height < 2 || child.classList.contains('vh')) continue;
      const name = `${child.tagName} ${child.className}`;
      if (right > innerWidth + 1 || bottom > innerHeight + 1 || left < -1 || top < -1) {
        found.push(`${name} ends at ${Math.round(right)}, ${Math.round(bottom)}`);
      }
      const across = last !== null && left < last.right - 1 && right > last.left + 1;
      if (last !== null && across && top < last.bottom - 1 && bottom > last.top + 1)
        found.push(`${name} over ${last.name}`);
      last = { left, top, right, bottom, name };
    }
  }
  return found;
}

for (const ground of ['stage', 'projector']) {
  const tag = ground === 'stage' ? [] : ['@long'];
  test(
    `layout, ${ground}: from 360 px to 4K nothing leaves the window, nothing overlaps`,
    { tag },
    async ({ page }) => {
      const lab = new Lab(page);
      await page.addInitScript((name) => localStorage.setItem('synaptic-field-lab.ground', name), ground);
      await lab.open();
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        await expect.poll(() => page.evaluate(frameFaults), `${width} × ${height}`).toEqual([]);
      }
    },
  );
}
