import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

/** The lesson of friction: two values beside each other, and what parts two runs from where they are. */

/** A ring whose modes are critical between γ = 1.1 and γ = 4.1. */
const ring = {
  version: 1,
  scenario: {
    version: 1,
    system: { kind: 'ring-shared', N: 24 },
    data: { kind: 'uniform-bonds', K: 1, J: 0.3 },
    initial: { kind: 'bump', center: 6, width: 2, amplitude: 1 },
    dynamics: { kind: 'second-order', dt: 0.125 },
    expansion: { kind: 'de-sitter', gamma: 0.2 },
  },
  edits: [],
  tracks: [],
};

/** Costs of the run and of its twin, every digit of them. */
const costs = async (lab: Lab, main: number): Promise<readonly [string, string]> => [
  await lab.value(`Cost of γ = ${main}`),
  await lab.value('Cost of Comparison, γ = 5'),
];

const frictionField = (page: Page) => page.locator('.key-strip').getByRole('textbox', { name: /friction/ });

async function apart(lab: Lab, main: number): Promise<number> {
  const [one, other] = await costs(lab, main);
  return Math.abs(Number(one) / Number(other) - 1);
}

test(
  'lesson: twins across critical friction by their values, met again where the run stands',
  { tag: '@long' },
  async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width: 1366, height: 768 });
    const lab = new Lab(page);
    await lab.open();
    await lab.openFile('friction.json', ring);
    await lab.settled(0);
    await lab.step(2);

    await page.getByRole('button', { name: 'Compare…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Compare' });
    // 2√(J + 4K) = 4.15: the second value lies beyond it.
    await expect(dialog.getByRole('textbox', { name: 'Second value' })).toHaveValue(/^5(\.0+)?$/);
    await expect(dialog.getByRole('radio', { name: /Twin/ })).toBeChecked();
    await dialog.getByRole('button', { name: 'Compare', exact: true }).click();
    await expect(dialog).toBeHidden();
    await lab.settled(2);

    await expect(page.locator('[data-pane="field"] .stage-picture')).toHaveCount(2);
    await expect.poll(() => lab.labels('field')).toEqual(expect.arrayContaining(['γ = 0.2', 'γ = 5']));
    // What moves comes before what it costs.
    const tabs = page.locator('[role="tablist"]').first().getByRole('tab');
    await expect(tabs.nth(0)).toHaveText('Weights');
    await expect(tabs.nth(0)).toHaveAttribute('aria-selected', 'true');
    await expect(tabs.nth(1)).toHaveText('Cost');

    await lab.step(6);
    expect(await apart(lab, 0.2)).toBeGreaterThan(0.05);
    await frictionField(page).fill('0.5');
    await frictionField(page).press('Enter');
    await expect.poll(() => lab.labels('field')).toEqual(expect.arrayContaining(['γ = 0.5', 'γ = 5']));
    await page.getByRole('button', { name: /^Start both here/ }).click();
    // The same state to the last bit: the same cost, at the same step and time.
    await expect.poll(() => apart(lab, 0.5)).toBe(0);
    await lab.settled(8);
    await lab.step(4);
    expect(await apart(lab, 0.5)).toBeGreaterThan(0.01);
    const parted = await costs(lab, 0.5);

    await page.keyboard.press('Control+z');
    await lab.settled(8);
    expect(await apart(lab, 0.5)).toBeGreaterThan(0.05);
    await expect(page.locator('[data-pane="field"] .stage-picture')).toHaveCount(2);
    await page.keyboard.press('Control+Shift+z');
    await lab.settled(12);
    await expect.poll(() => costs(lab, 0.5)).toEqual(parted);

    // A reload brings the same two runs back, as they were.
    await page.reload();
    await lab.settled(12);
    await expect.poll(() => costs(lab, 0.5)).toEqual(parted);
  },
);

test('start here: with nothing beside the run it says so @long', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await lab.openFile('alone.json', ring);
  await lab.settled(0);
  await expect(page.getByRole('button', { name: /^Start both here/ })).toHaveCount(0);
  await page.keyboard.press('h');
  await expect(page.getByText('There is no other run to start here.')).toBeAttached();
});
