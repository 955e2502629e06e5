import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

/** A ring with every kind of track, and one more at γ = 2. */
const compared = (mode: 'twin' | 'difference') => ({
  version: 1,
  scenario: {
    version: 1,
    title: 'Two frictions',
    system: { kind: 'ring-shared', N: 16 },
    data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
    initial: { kind: 'bump', center: 8, width: 2 },
    dynamics: { kind: 'second-order', dt: 0.125 },
    expansion: { kind: 'de-sitter', gamma: 0.5 },
  },
  edits: [],
  tracks: [
    {
      id: 'ghost',
      role: 'ghost',
      sections: { dynamics: { kind: 'gradient-flow', dt: 'auto', substeps: 'auto' } },
    },
    { id: 'compare', role: 'other', sections: { expansion: { kind: 'de-sitter', gamma: 2 } } },
  ],
  view: { comparison: { track: 'compare', mode } },
});

const picture = (page: Page, pane: 'network' | 'field') =>
  page.locator(`[data-pane="${pane}"] .stage-picture`).first();
/** The linked weight's label of a pane, as 'w6+0.0540'; empty while there is none. */
const linked = async (page: Page, pane: 'network' | 'field'): Promise<string> =>
  (await new Lab(page).labels(pane)).find((label) => /^w\d+[+−0]/.test(label)) ?? '';
/** The frame that is under way, and the next one. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
const thread = (page: Page) => page.locator('svg.pane-thread path');

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 800 });
});

test('linked: Page Up chooses a weight, both panes show it with the same value, a thread ties them', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('two-samples');
  await lab.step(3);
  await expect(thread(page)).toHaveCount(0);
  await picture(page, 'field').focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('PageUp');
  await expect.poll(() => linked(page, 'field')).toMatch(/^w3[+−0]/);
  await expect.poll(() => linked(page, 'network')).toBe(await linked(page, 'field'));
  await expect(thread(page)).toHaveCount(1);
  // It begins in one pane and ends in the other.
  const seam = await page
    .locator('[data-pane="field"]')
    .evaluate((pane) => pane.getBoundingClientRect().left);
  const ends = (await thread(page).getAttribute('d'))?.match(/-?[\d.]+/g)?.map(Number) ?? [];
  expect(ends[0]).toBeLessThan(seam);
  expect(ends[6]).toBeGreaterThan(seam);
  await page.keyboard.press('Escape');
  await expect(thread(page)).toHaveCount(0);
  expect(await linked(page, 'network')).toBe('');
});

test('linked: the pointer on a site lights its wire, a click keeps it, Escape lets go', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('two-samples');
  const field = picture(page, 'field');
  await field.focus();
  for (let press = 0; press < 8; press++) await page.keyboard.press('PageUp');
  // Every press is drawn, in both panes, before the thread says where the site is.
  await expect.poll(() => linked(page, 'field')).toMatch(/^w7[+−0]/);
  await expect.poll(() => linked(page, 'network')).toMatch(/^w7[+−0]/);
  await expect(thread(page)).toHaveCount(1);
  await drawn(page);
  const d = (await thread(page).getAttribute('d')) ?? '';
  // The thread stops 11 px before its site (threadPath.ts), which is further than half the way to a neighbour.
  const [twoX, twoY, endX, endY] = (d.match(/-?[\d.]+/g) ?? []).map(Number).slice(4);
  const on = 11 / Math.hypot(endX - twoX, endY - twoY);
  const [x, y] = [endX + on * (endX - twoX), endY + on * (endY - twoY)];
  const chosen = await linked(page, 'field');
  await page.keyboard.press('Escape');
  await expect(thread(page)).toHaveCount(0);
  await page.mouse.move(x, y);
  await expect.poll(() => linked(page, 'network')).toBe(chosen);
  await page.mouse.down();
  await page.mouse.up();
  await page.mouse.move(5, 5);
  await expect.poll(() => linked(page, 'network')).toBe(chosen);
  await page.keyboard.press('Escape');
  await expect.poll(() => linked(page, 'network')).toBe('');
});

test('sources: Enter shows J of the chosen weight and the samples that make it', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('two-samples');
  const field = picture(page, 'field');
  await field.focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press('PageUp');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await lab.labels('field')).find((label) => label.startsWith('J2')))
    .toMatch(/^J2\+.*\nfrom sample/);
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await lab.labels('field')).some((label) => label.startsWith('J2')))
    .toBe(false);
});

test('samples: the stepper changes what the neurons show @long', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('two-samples');
  const group = page.getByRole('group', { name: 'Sample shown by the neurons' });
  await expect(group).toContainText('sample 1 of 2');
  const before = await lab.picture('network');
  await group.getByRole('button', { name: 'Next sample' }).click();
  await expect(group).toContainText('sample 2 of 2');
  await expect.poll(async () => (await lab.picture('network')).equals(before)).toBe(false);
  await group.getByRole('button', { name: 'Next sample' }).click();
  await expect(group).toContainText('sample 1 of 2');
});

test(
  'samples: where they come one by one, the one at work is named and changes with the steps',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('flickering');
    const said = page.locator('.pane-sample');
    await expect(said).toHaveText('at work: sample 1');
    const seen = new Set<string>();
    for (let step = 0; step < 8; step++) {
      await lab.step(1);
      seen.add((await said.textContent()) ?? '');
    }
    expect(seen.size).toBeGreaterThan(1);
  },
);

test('camera: presets move both panes, by key and by button, and 0 brings both home @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('two-samples');
  const both = async (): Promise<[Buffer, Buffer]> => [
    await lab.picture('network'),
    await lab.picture('field'),
  ];
  // Labels may come back at another of their places, and focus has its ring: only what is drawn is compared.
  await page.addStyleTag({ content: '.stage-labels, .stage-picture::after { display: none !important }' });
  await picture(page, 'field').focus();
  const home = await both();
  let before = home;
  for (const key of ['1', '2', '3']) {
    await page.keyboard.press(key);
    await expect.poll(async () => (await lab.picture('network')).equals(before[0])).toBe(false);
    await expect.poll(async () => (await lab.picture('field')).equals(before[1])).toBe(false);
    before = await both();
  }
  await page.locator('[data-pane="network"]').getByRole('button', { name: 'Look from' }).click();
  await page.getByRole('button', { name: /^home/ }).click();
  await expect.poll(async () => (await lab.picture('network')).equals(home[0])).toBe(true);
  await expect.poll(async () => (await lab.picture('field')).equals(home[1])).toBe(true);
});

test(
  'compare: twin draws two fields with one camera, each under its name',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open();
    await lab.openFile('twin.json', compared('twin'));
    const halves = page.locator('[data-pane="field"] .stage-picture');
    await expect(halves).toHaveCount(2);
    await lab.settled(0);
    await lab.step(6);
    await expect
      .poll(() => new Lab(page).labels('field'))
      .toEqual(expect.arrayContaining(['γ = 0.5', 'γ = 2']));
    const keys = page.locator('[data-pane="field"] .color-key-scale');
    expect(await keys.nth(0).textContent()).toBe(await keys.nth(1).textContent());
    const shots = async (): Promise<[Buffer, Buffer]> => [
      await halves.nth(0).locator('canvas').screenshot(),
      await halves.nth(1).locator('canvas').screenshot(),
    ];
    const before = await shots();
    expect(before[0].equals(before[1])).toBe(false);
    await halves.nth(1).focus();
    await page.keyboard.press('2');
    await expect.poll(async () => (await shots())[0].equals(before[0])).toBe(false);
    await expect.poll(async () => (await shots())[1].equals(before[1])).toBe(false);
  },
);

test('compare: the difference is one field with its own scale, written as Δw @long', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open();
  await lab.openFile('difference.json', compared('difference'));
  await expect(page.locator('[data-pane="field"] .color-key')).toContainText('own scale');
  await lab.settled(0);
  await lab.step(6);
  await expect.poll(() => new Lab(page).labels('field')).toContain('difference: γ = 0.5 − γ = 2');
  await picture(page, 'field').focus();
  for (let press = 0; press < 9; press++) await page.keyboard.press('PageUp');
  const delta = async (): Promise<string> =>
    (await lab.labels('field')).find((label) => label.startsWith('Δw8')) ?? '';
  await expect.poll(delta).toMatch(/^Δw8[+−0]/);
  expect((await delta()).slice(3)).not.toBe((await linked(page, 'network')).slice(2));
});

test('touch: pictures take it for themselves (touch-action none), so the page does not scroll @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('two-samples');
  for (const pane of ['network', 'field'] as const) {
    await expect(picture(page, pane)).toHaveCSS('touch-action', 'none');
  }
});

test('phone: nothing offers to maximise, the camera is at hand @long', async ({ page }) => {
  const lab = new Lab(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await lab.open('two-samples');
  await page.getByRole('tab', { name: 'Field' }).click();
  await expect(page.getByRole('button', { name: 'Maximise' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Look from' })).toBeVisible();
});
