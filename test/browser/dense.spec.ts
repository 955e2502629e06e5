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
