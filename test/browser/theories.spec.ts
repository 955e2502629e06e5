import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
});

/** Part that network and continuum are apart, as the rail says it. */
async function apart(lab: Lab): Promise<number> {
  const note = lab.page.locator('[data-difference]');
  await expect(note).toBeVisible();
  return Number(await note.getAttribute('data-difference'));
}

/** Steps until a time is reached. */
async function goTo(lab: Lab, time: number): Promise<void> {
  while ((await lab.number('Time t')) < time) await lab.step(1);
}

test(
  'continuum: halving the lattice spacing brings a true theory nearer; of Example 1 it never does',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('becoming-a-field');
    await expect(page.getByRole('checkbox', { name: 'Continuum theory' })).toBeChecked();
    expect(await lab.violations()).toEqual([]);
    await goTo(lab, 2);
    const coarse = await apart(lab);
    expect(coarse).toBeGreaterThan(0.002);
    const spacing = page.getByRole('slider', { name: 'lattice spacing' });
    await spacing.focus();
    // Two places down: from 1/32 of the ring to 1/64.
    await page.keyboard.press('ArrowLeft');
    await expect(spacing).toHaveAttribute('aria-valuetext', '1/48 of the ring');
    await page.keyboard.press('ArrowLeft');
    await expect(spacing).toHaveAttribute('aria-valuetext', '1/64 of the ring');
    await lab.settled(0);
    await goTo(lab, 2);
    expect(await apart(lab)).toBeLessThan(coarse / 2.5);
    // Two keys of one hand are one change, and can be taken back.
    await page.keyboard.press('Control+z');
    await expect(spacing).toHaveAttribute('aria-valuetext', '1/32 of the ring');

    await lab.open('never-a-field');
    await expect(page.getByText('never the limit of this network')).toBeVisible();
    await goTo(lab, 4);
    expect(await apart(lab)).toBeGreaterThan(0.3);
    const before = await lab.picture('field');
    await page.getByRole('button', { name: 'Show the difference' }).click();
    await expect(page.getByRole('button', { name: 'Show both' })).toBeVisible();
    await expect.poll(async () => (await lab.picture('field')).equals(before)).toBe(false);
  },
);

test(
  'histories: every kind of the list runs; a Big Rip is refused with its reason',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('overdamped');
    const kind = page.locator('[data-path="expansion.kind"] select');
    const kinds = await kind
      .locator('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    expect(kinds).toHaveLength(15);
    for (const each of ['matter', 'cosine', 'warmup', 'step', 'table']) {
      await kind.selectOption(each);
      await lab.settled(0);
      await lab.step(2);
      expect(await lab.number('Step')).toBe(2);
    }
    await kind.selectOption('cosine');
    await lab.settled(0);
    const least = page.getByRole('textbox', { name: /last rate/ });
    await least.fill('0');
    await least.press('Enter');
    await expect(page.getByText(/Big Rip/).first()).toBeVisible();
  },
);

test('two dimensions: a wave on a sheet moves; redshift can be switched on and slows it @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('lens');
  await expect(page.getByText(/Courant number/)).toBeVisible();
  const start = await lab.picture('field');
  await lab.step(4);
  await expect.poll(async () => (await lab.picture('field')).equals(start)).toBe(false);
  const cost = await lab.number('Cost');
  await page.getByRole('combobox', { name: /redshift/ }).selectOption('physical');
  await lab.settled(0);
  await lab.step(4);
  expect(await lab.number('Cost')).not.toBe(cost);
});

test(
  'ill-posed: K < 0 is warned of, and says that the lattice must not be refined (E2)',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open();
    const before = await lab.value('Cost');
    await lab.openFile('soft.json', {
      version: 1,
      title: 'Soft',
      system: { kind: 'scalar-field-1d', N: 16, K: -0.2, J: 2 },
      initial: { kind: 'bump', width: 2, amplitude: 1 },
    });
    await expect(lab.output('Cost')).not.toHaveAttribute('data-value', before);
    await expect(page.getByText(/K < 0 on 16 of 16 bonds/)).toBeVisible();
  },
);
