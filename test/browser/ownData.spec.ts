import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1600, height: 900 } });

/** Two clouds that a line parts, with semicolons and decimal commas; one row has a gap. */
const table = [
  'x;y;kind',
  ...Array.from({ length: 30 }, (_, l) => {
    const [side, along] = [l % 2 === 0 ? 1 : -1, l / 10];
    const number = (value: number): string => value.toFixed(2).replace('.', ',');
    return `${number(side + 0.1 * Math.cos(7 * along))};${number(5 * Math.sin(along))};${side > 0 ? 'right' : 'left'}`;
  }),
  ';1,5;left',
].join('\n');

test(
  'Own data: a table is pasted, mended, trained on, and its samples are changed by hand and by a table, each an undo',
  { tag: '@long' },
  async ({ page }) => {
    test.setTimeout(240_000);
    const lab = new Lab(page);
    await lab.open('iris');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Command, scenario or parameter' }).fill('own data');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Train on your own data' });
    const field = dialog.getByRole('textbox', { name: 'Table as text' });
    const train = dialog.getByRole('button', { name: 'Train on them' });
    const count = dialog.locator('.data-count');

    // What cannot be read is told with its row and column, and nothing is trained on it.
    await field.fill(table.replace('right', 'right\n0,5;1.2x;left\n0,1;2'));
    await expect(dialog.getByRole('alert')).toContainText(
      'Row 3, column y: “1.2x”, expected a number with a decimal comma',
    );
    await expect(dialog.getByRole('alert')).toContainText('Row 4: 2 fields, expected 3');
    await expect(train).toBeDisabled();
    await expect(count).toHaveText('2 things cannot be read: mend them, or leave out those rows.');
    // Beside the text that is to be mended, not pages below it.
    await expect(dialog.getByRole('alert')).toBeInViewport({ ratio: 1 });
    await dialog.getByRole('checkbox', { name: 'Leave out rows that cannot be read' }).check();
    await expect(train).toBeEnabled();
    expect(await lab.violations('dialog')).toEqual([]);

    await field.fill(table);
    await expect(count).toHaveText('21 rows to train on, 9 held out, 1 left out.');
    await expect(dialog.getByText('1 row has a gap.')).toBeVisible();
    await dialog.getByRole('combobox', { name: 'Held out for the test cost' }).selectOption('none');
    await expect(count).toHaveText('30 rows to train on, none held out, 1 left out.');
    await dialog.getByRole('combobox', { name: 'Held out for the test cost' }).selectOption('share');
    await dialog.getByRole('combobox', { name: 'x: used as' }).selectOption('unused');
    await expect(dialog.getByText('1 input, 1 target.')).toBeVisible();
    await dialog.getByRole('combobox', { name: 'x: used as' }).selectOption('input');
    await train.click();
    await expect(dialog).toBeHidden();

    // It trains at once, and what was held out is tested.
    await expect(page.getByText('Own samples').first()).toBeVisible();
    await expect.poll(() => lab.number('Cost')).toBeLessThan(2);
    expect(await lab.number('Test cost')).toBeGreaterThan(0);
    await page.keyboard.press('Space');
    await lab.atRest();

    // A press adds a sample, keys move it, Delete removes it; each is an undo, and the run stays where it is.
    await lab.chart('What is learned');
    const chart = page.locator('figure.chart', { has: page.getByRole('button', { name: 'Change samples' }) });
    await chart.getByRole('button', { name: 'Change samples' }).click();
    const plane = chart.getByRole('application', { name: /^Samples/ });
    const said = plane.getByRole('status');
    const summary = chart.locator('figcaption');
    const step = await lab.number('Step');
    await expect(summary).toContainText('21 samples');
    const box = await plane.boundingBox();
    if (box === null) throw new Error('no plane');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect(summary).toContainText('22 samples');
    await expect(said).toHaveText(/^Sample 22 at /);
    const before = await said.textContent();
    await plane.press('ArrowRight');
    await expect(said).not.toHaveText(before ?? '');
    await expect(said).toHaveText(/class 2$/);
    await plane.press('1');
    await expect(said).toHaveText(/class 1$/);
    await plane.press('Delete');
    await expect(summary).toContainText('21 samples');
    await page.keyboard.press('Control+z');
    await expect(summary).toContainText('22 samples');
    for (let n = 0; n < 3; n++) await page.keyboard.press('Control+z');
    await expect(summary).toContainText('21 samples');
    expect(await lab.number('Step')).toBe(step);

    // The table of samples that were changed by hand: a number, and a row more. (That of a file leads to the file.)
    await page.keyboard.press('Control+Shift+z');
    await expect(summary).toContainText('22 samples');
    await page.getByRole('button', { name: 'Table…' }).first().click();
    const samples = page.getByRole('dialog', { name: 'Samples' });
    const cell = samples.getByRole('textbox', { name: /^Sample 1, Y1/ });
    await cell.fill('abc');
    await cell.press('Enter');
    await expect(samples.getByRole('alert')).toHaveText(/^Sample 1, Y1.*: “abc” is not one number\.$/);
    await cell.fill('0,25');
    await cell.press('Enter');
    await expect(cell).toHaveValue('0.25');
    await samples.getByRole('button', { name: 'Add a sample' }).click();
    await expect(samples.locator('.data-count')).toHaveText(/of 23$/);
    expect(await lab.violations('dialog')).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(summary).toContainText('23 samples');
  },
);
