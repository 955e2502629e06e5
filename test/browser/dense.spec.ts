import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test(
  'circle: neurons are maps, the output stands large with all its samples counted, for both runs',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('circle');
    const network = page.getByRole('region', { name: 'Network' });
    const labels = network.locator('.stage-labels');
    const words = network.getByRole('application');
    await lab.step(3);
    // Counted by the labels, by the words, and by the chart of what is learned: the same.
    await expect(labels.getByText(/second order: \d+ of 60 right/)).toBeVisible();
    await expect(labels.getByText(/gradient flow: \d+ of 60 right/)).toBeVisible();
    const counted = /second order: (\d+) of 60 samples right; gradient flow: (\d+) of 60/;
    await expect(words).toHaveAttribute('aria-label', counted);
    await expect(labels.getByText('(X₁, X₂)')).toBeVisible();

    // The other run's neurons are other maps.
    const before = await lab.picture('network');
    await network.getByRole('combobox', { name: 'Answers of' }).selectOption('gradient flow');
    await expect.poll(async () => (await lab.picture('network')).equals(before)).toBe(false);

    // One sample instead: discs, and a stepper.
    await network.getByRole('button', { name: 'Answers to all inputs' }).click();
    await expect(network.getByRole('group', { name: 'Sample shown by the neurons' })).toContainText(
      'sample 1 of 60',
    );
  },
);

test(
  'layers by hand: at their feet and between them, each change one to take back, and the circle comes back with two inputs',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('circle');
    const network = page.getByRole('region', { name: 'Network' });
    const width = (layer: number) => network.getByRole('spinbutton', { name: `Neurons: hidden ${layer}` });
    await expect(width(1)).toHaveText('14');
    // Steps in a row: shown at once, one change; those of another layer are another.
    await width(1).hover();
    await network.getByRole('button', { name: 'One neuron fewer: hidden 1' }).click();
    await expect(width(1)).toHaveText('13');
    await lab.atRest();
    const many = (name: string): Promise<void> =>
      network.getByRole('button', { name, includeHidden: true }).evaluate(async (button: HTMLElement) => {
        for (let press = 0; press < 8; press++) {
          button.click();
          // A hand's presses are events of their own.
          await new Promise((resolve) => setTimeout(resolve));
        }
      });
    await many('One neuron more: hidden 2');
    await many('One neuron more: hidden 1');
    await expect(width(1)).toHaveText('21');
    await expect(width(2)).toHaveText('22');
    await lab.atRest();
    await page.keyboard.press('Control+z');
    await expect(width(1)).toHaveText('13');
    await expect(width(2)).toHaveText('22');
    await page.keyboard.press('Control+z');
    await expect(width(2)).toHaveText('14');
    // Dragged: one change.
    await lab.atRest();
    await width(2).hover();
    const box = await width(2).boundingBox();
    if (box === null) throw new Error('no handle');
    await page.mouse.move(box.x + 8, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 8 - 30, box.y + 8, { steps: 6 });
    await page.mouse.up();
    await expect(width(2)).toHaveText('9');
    await page.keyboard.press('Control+z');
    await expect(width(2)).toHaveText('14');
    // One layer more, and out again by a key.
    await network.getByRole('button', { name: 'Add a layer behind: hidden 2' }).click();
    await expect(width(3)).toHaveText('14');
    await width(3).press('Delete');
    await expect(width(3)).toHaveCount(0);
    // The inputs are the data's.
    const inputs = network.getByRole('button', { name: 'One neuron more: inputs', includeHidden: true });
    await expect(inputs).toHaveAttribute('aria-disabled', 'true');
    expect(await lab.violations('.dense-feet')).toEqual([]);

    // In the rail all layers: three inputs take other data, two again bring the circle back.
    await page.setViewportSize({ width: 1440, height: 800 });
    const data = async (): Promise<unknown> => {
      const { scenario } = (await lab.saved()) as unknown as { scenario: { data: { kind: string } } };
      return scenario.data.kind;
    };
    await page.getByRole('button', { name: 'Layer by layer' }).click();
    const rail = page.locator('.layers-editor');
    await rail.getByRole('button', { name: 'One neuron more: inputs' }).click();
    await lab.atRest();
    expect(await data()).toBe('teacher');
    await rail.getByRole('button', { name: 'One neuron fewer: inputs' }).click();
    await lab.atRest();
    expect(await data()).toBe('circle');
  },
);

test('why it stalls: units that start alike are told so, and one that is pulled apart ends it @long', async ({
  page,
}) => {
  const lab = new Lab(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await lab.open('stall-alike');
  await lab.step(2);
  const chart = page.locator('[data-slot="right"]');
  const stays = 'All 6 hidden units of layer 1 are alike';
  await expect(chart).toContainText(stays);
  await expect(chart.getByRole('row', { name: /hidden 1/ })).toContainText('0/6');
  // One weight of the first unit: the symmetry is broken.
  await lab.openFile('apart.json', {
    version: 1,
    system: { kind: 'dense', sizes: [2, 6, 1], activation: 'tanh' },
    data: { kind: 'xor' },
    initial: { kind: 'explicit', weights: [0.9, ...Array<number>(24).fill(0.5)] },
    dynamics: { kind: 'second-order', dt: 0.0625 },
  });
  await lab.chart('Why it stalls');
  await expect(chart).not.toContainText(stays);
  await expect(chart).toContainText('Nothing stalls');
});
