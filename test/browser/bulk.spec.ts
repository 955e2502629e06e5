import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });

test(
  'bulk and boundary: the identity holds, the slide’s missing half breaks it, and currents run in the network',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await page.goto('./?quality=test&scenario=bulk-and-boundary');
    await lab.settled(256);
    await lab.atRest();
    const bulk = page.locator('[data-slot="left"]');
    const caption = bulk.locator('figcaption');
    await expect(caption).toContainText('exact, off by');
    // Without the ½ the sum is off by just that term; with it again, by round-off.
    const slide = bulk.getByRole('checkbox', { name: 'without the ½, as on the slides (E12)' });
    await slide.check();
    await expect(caption).toContainText('for the ½ that the slides leave out');
    await slide.uncheck();
    await expect(caption).toContainText('exact, off by');

    // The scenario opens with the currents; a step renews them; the button puts them away.
    const currents = page.locator('canvas.stage-over');
    await expect(currents).toHaveAttribute('data-step', '256');
    await lab.button('Step').click();
    await lab.settled(257);
    await expect(currents).toHaveAttribute('data-step', '257');
    const network = page.getByRole('application', { name: /Kinetic energies of the layers/ });
    await expect(network).toBeVisible();
    await lab.button('Energy of the layers').click();
    await expect(currents).toHaveCount(0);
    expect((await lab.saved()).view.currents).toBeUndefined();

    // Energies of layers, and how they scatter; which layers are coupled.
    const right = page.locator('[data-slot="right"]');
    await expect(right.locator('figcaption')).toContainText('The balance is off by');
    await right.getByLabel('show').selectOption({ label: 'Fluctuations' });
    await expect(right.locator('figcaption')).toContainText('An open question');
    await lab.chart('Which layers are coupled');
    await expect(right.locator('figcaption')).toContainText(
      'couples 3 of 6 pairs of layers: neighbours alone',
    );
    await expect(right.locator('figcaption')).toContainText('The cost couples 6 of 6 pairs');
    await right.getByLabel('term').selectOption({ index: 1 });
    await expect(right.locator('figcaption')).toContainText('This term couples no layer with another');
    expect(await lab.violations('[data-slot="right"]')).toEqual([]);
  },
);
