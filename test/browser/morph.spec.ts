import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1440, height: 800 } });

test('the morph: the slider on the seam merges the pictures, wires fly by key, the run goes on, and zero parts them', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('network-to-field');
  const slider = page.getByRole('slider', { name: 'From the graph to the lattice' });
  const picture = page.getByRole('application', { name: /^From network to field\./ });
  // It opens half way, as its document says, with its synapse.
  await expect(slider).toHaveAttribute('aria-valuetext', '50 % on its way');
  await expect(picture).toHaveAttribute(
    'aria-label',
    /16 weights stand on their sites, 16 are on their way, 16 are still wires/,
  );
  await expect(page.locator('[data-section="synapse"]')).toContainText('on its way');
  await expect(page.locator('[data-pane="network"]')).toHaveCount(0);
  await expect(page.locator('[data-section="output"] .katex').first()).toBeVisible();
  expect(await lab.violations()).toEqual([]);

  // Training goes on under it, in the picture too.
  const canvas = page.locator('[data-pane="morph"] canvas').first();
  const still = await canvas.screenshot();
  await lab.step(3);
  expect((await canvas.screenshot()).equals(still)).toBe(false);

  // By hand: every step is a step of the way; a file keeps it.
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '51 % on its way');
  expect((await lab.saved()).view).toMatchObject({ scene: 'morph', way: 0.51 });
  // So does the page itself, though nothing of the run has changed since.
  await page.reload();
  await lab.settled(3);
  await expect(slider).toHaveAttribute('aria-valuetext', '51 % on its way');
  await slider.focus();
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', 'lattice');

  // The key flies back to the wires, and there the pictures stand beside each other again.
  await page.keyboard.press('w');
  await expect(page.locator('[data-pane="network"]')).toHaveCount(1, { timeout: 20_000 });
  await expect(slider).toHaveAttribute('aria-valuetext', 'network');
  expect((await lab.saved()).view.way).toBe(undefined);

  // The slider leaves zero: they merge under the hand, which keeps it.
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(picture).toBeVisible();
  await expect(slider).toBeFocused();
  await expect(slider).toHaveAttribute('aria-valuetext', '1 % on its way');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-pane="field"]')).toHaveCount(1);
  await expect(slider).toHaveAttribute('aria-valuetext', 'network');
});

test('@long the morph without motion: the key is there at once, and back', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lab = new Lab(page);
  await lab.open('xor');
  const slider = page.getByRole('slider', { name: 'From the graph to the lattice' });
  await expect(slider).toHaveAttribute('aria-valuetext', 'network');
  await page.keyboard.press('w');
  await expect(slider).toHaveAttribute('aria-valuetext', 'lattice');
  await expect(
    page.getByRole('application', { name: /25 weights stand on their sites, 0 are on their way/ }),
  ).toBeVisible();
  await page.keyboard.press('w');
  await expect(page.locator('[data-pane="network"]')).toHaveCount(1);
  // A field that is given has no wires: nothing is offered.
  await lab.open('scalar-field');
  await expect(slider).toHaveCount(0);
});

test('@long the flight into the universe: whatever is asked for on its way is done at once, and nothing of it stays', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('ring-wave');
  const panes = (): Promise<(string | undefined)[]> =>
    page.locator('[data-pane]').evaluateAll((all) => all.map((pane) => (pane as HTMLElement).dataset.pane));
  const leaving = page.locator('[data-leaving]');
  const horn = page.getByRole('img', { name: /^Universe\./ });

  // There and back: while one flies the others are still to be seen, out of everybody's reach.
  await page.keyboard.press('e');
  await expect(horn).toBeVisible();
  await expect(leaving).toHaveCount(0);
  expect(await panes()).toEqual(['universe']);
  await page.keyboard.press('e');
  await expect(page.getByRole('application', { name: /^Network\./ })).toBeVisible();
  await expect(horn).toHaveCount(0);
  await expect(leaving).toHaveCount(0);
  expect(await panes()).toEqual(['network', 'field']);

  // Twice quickly, and Escape on the way: the last wish holds.
  for (let press = 0; press < 5; press++) await page.keyboard.press('e');
  await expect(horn).toBeVisible();
  await expect(leaving).toHaveCount(0);
  expect(await panes()).toEqual(['universe']);
  await page.keyboard.press('e');
  await page.keyboard.press('e');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('application', { name: /^Field\./ })).toBeVisible();
  await expect(leaving).toHaveCount(0);
  expect(await panes()).toEqual(['network', 'field']);

  // Another scenario on the way: its own picture stands, and runs.
  await page.keyboard.press('e');
  await lab.openFile('torus.json', {
    version: 1,
    title: 'Torus',
    seed: 1,
    system: { kind: 'torus-shared', rows: 6, columns: 8 },
    data: { kind: 'uniform-bonds', J: 0.1, K: 1 },
    batch: { kind: 'full' },
    initial: { kind: 'bump', width: 2, amplitude: 1 },
    dynamics: { kind: 'second-order', dt: 0.05 },
    expansion: { kind: 'de-sitter', gamma: 0.4 },
  });
  await expect(page.getByText('Torus').first()).toBeVisible();
  await expect(leaving).toHaveCount(0);
  await lab.step(2);
  await page.keyboard.press('e');
  await expect(page.getByRole('img', { name: /6 × 8 sites/ })).toBeVisible();

  // Without motion there is a cut: nothing is kept for a flight.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('e');
  expect(await panes()).toEqual(['network', 'field']);
});
