import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });

test(
  'explore: a value is read by pointer and keys, a zoom stays while the run goes on, Escape gives the focus back',
  { tag: '@long' },
  async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('ring-wave');
    await lab.step(8);
    const where = page.locator('[data-slot="left"]');
    await where.getByRole('tab', { name: 'Cost', exact: true }).click();
    const opener = where.getByRole('button', { name: 'Explore: zoom and read values' });
    await opener.click();
    const dialog = page.getByRole('dialog', { name: 'Explore: Cost and energies' });
    const plot = dialog.getByRole('application');
    await expect(plot.locator('.main-svg').first()).toBeVisible();
    await expect(plot).toBeFocused();
    await expect(dialog.locator('.explore-said')).toContainText('Cost and energies up to time');

    // The last point of the first line is the present: what the readouts say.
    const read = dialog.getByLabel('Value read');
    await page.keyboard.press('ArrowLeft');
    await expect(read).toContainText(`time t = ${await lab.number('Time t')}`);
    const last = await read.textContent();
    await page.keyboard.press('ArrowLeft');
    await expect(read).not.toHaveText(last ?? '');
    await expect(read).toContainText(/time t = [\d.]+; cost.* = [\d.]+/);
    await expect(plot.locator('.hoverlayer')).toContainText('time');

    // A pointer on the start of a line reads it.
    const line = await plot.locator('.scatterlayer path.js-line').last().boundingBox();
    if (line === null) throw new Error('there is no line');
    await page.mouse.move(line.x + 4, line.y + 4);
    await expect(read).toContainText('time t = 0;');

    const ticks = plot.locator('.xaxislayer-above .xtick');
    // Plotly reuses what is drawn: their order is no order.
    const numbers = async (): Promise<string[]> => (await ticks.allTextContents()).sort();
    const whole = await numbers();
    await page.mouse.move(line.x + 0.3 * line.width, line.y + 0.1 * line.height);
    await page.mouse.down();
    await page.mouse.move(line.x + 0.5 * line.width, line.y + 0.7 * line.height, { steps: 4 });
    await page.mouse.up();
    await expect.poll(numbers).not.toEqual(whole);
    const near = await numbers();
    const said = await dialog.locator('.explore-said').textContent();
    await dialog.getByRole('button', { name: 'Step', exact: true }).click();
    await lab.settled(9);
    await expect(dialog.locator('.explore-said')).not.toHaveText(said ?? '');
    expect(await numbers()).toEqual(near);
    await dialog.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(numbers).toContain('0');

    expect(await lab.violations('dialog')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
  },
);
