import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

/** A hand on the field: pulls, brushes, and samples that are drawn. */

test.use({ viewport: { width: 1280, height: 720 } });

const fieldOf = (page: Page): Locator => page.locator('[data-pane="field"] [role="application"]').first();

/** A place of the field where the pointer is a hand, or a brush. */
async function placeOf(page: Page, cursor: string): Promise<{ x: number; y: number }> {
  const field = fieldOf(page);
  const box = await field.boundingBox();
  if (box === null) throw new Error('no field');
  let found: { x: number; y: number } | null = null;
  await expect
    .poll(
      async () => {
        for (let y = 0.3; y < 0.9; y += 0.03) {
          for (let x = 0.4; x < 0.6; x += 0.012) {
            const at = { x: box.x + x * box.width, y: box.y + y * box.height };
            await page.mouse.move(at.x, at.y);
            await field.evaluate(async () => new Promise((done) => requestAnimationFrame(done)));
            if ((await field.evaluate((element) => (element as HTMLElement).style.cursor)) === cursor) {
              found = at;
              return true;
            }
          }
        }
        return false;
      },
      { timeout: 60_000 },
    )
    .toBe(true);
  return found as unknown as { x: number; y: number };
}

const undoOf = (page: Page, name: RegExp): Locator => page.getByRole('button', { name });

test('a hand: pulls a site and lets go, once to be undone; Escape and Shift do nothing to the run; by keys', async ({
  page,
}) => {
  test.slow();
  const lab = new Lab(page);
  await lab.open();
  const before = await lab.value('Cost');
  const at = await placeOf(page, 'grab');
  const pull = async (): Promise<void> => {
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x, at.y - 30);
    await page.mouse.move(at.x, at.y - 60);
  };
  await pull();
  await expect(fieldOf(page)).toHaveCSS('cursor', 'grabbing');
  // Not yet the run's.
  expect(await lab.value('Cost')).toBe(before);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await lab.atRest();
  expect(await lab.value('Cost')).toBe(before);
  await pull();
  // Outside the window.
  await page.mouse.move(at.x, -40);
  await page.mouse.up();
  const undo = undoOf(page, /^Undo: poke at site/);
  await expect(undo).toBeEnabled();
  await expect.poll(() => lab.value('Cost')).not.toBe(before);
  await lab.step(5);
  const waves = await lab.value('Cost');
  const { edits } = await lab.saved();
  expect(edits).toHaveLength(1);
  await undo.click();
  await lab.settled(5);
  await expect.poll(() => lab.value('Cost')).not.toBe(waves);
  await expect(undoOf(page, /^Undo: poke/)).toHaveCount(0);
  await page.getByRole('button', { name: /^Redo: poke at site/ }).click();
  await expect.poll(() => lab.value('Cost')).toBe(waves);

  await fieldOf(page).focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.locator('[aria-live]').last()).toHaveText(/held at .* Enter lets go/);
  expect(await lab.value('Cost')).toBe(waves);
  await page.keyboard.press('Enter');
  await expect(page.locator('[aria-live]').last()).toHaveText(/let go at .*, at step 5/);
  await expect.poll(() => lab.value('Cost')).not.toBe(waves);
});

test('@long brushes: a stroke over K of a field is one change, the same bits from its file; networks lead to their samples', async ({
  page,
}) => {
  test.slow();
  const lab = new Lab(page);
  await lab.open('scalar-field');
  await page.getByRole('button', { name: 'Touch the field: pull and paint' }).first().click();
  const bar = page.getByRole('group', { name: 'Touch the field' });
  await bar.getByRole('button', { name: 'Coupling K' }).click();
  const at = await placeOf(page, 'crosshair');
  await page.mouse.down();
  for (let n = 1; n <= 5; n++) await page.mouse.move(at.x + 8 * n, at.y);
  await page.mouse.up();
  await expect(undoOf(page, /^Undo: added to K/)).toBeEnabled();
  await bar.getByRole('button', { name: 'Field w' }).click();
  const curve = await placeOf(page, 'crosshair');
  await page.mouse.down();
  await page.mouse.move(curve.x + 20, curve.y);
  await page.mouse.up();
  await expect(undoOf(page, /^Undo: poke/)).toBeEnabled();
  await lab.step(6);
  const cost = await lab.value('Cost');
  const saved = await lab.saved();
  expect(saved.edits).toHaveLength(2);
  await lab.openFile('painted.json', saved);
  await lab.settled(6);
  await expect.poll(() => lab.value('Cost')).toBe(cost);
  expect(await lab.violations('[data-pane="field"]')).toEqual([]);

  await lab.open();
  await page.getByRole('button', { name: 'Touch the field: pull and paint' }).first().click();
  await bar.getByRole('button', { name: 'Source J' }).click();
  await expect(bar).toContainText('The data make J and K here.');
  await bar.getByRole('button', { name: 'Drag a sample' }).click();
  await page.getByRole('button', { name: 'List the samples, to draw them' }).click();
  await expect(undoOf(page, /^Undo: training data/)).toBeEnabled();
  const made = await lab.value('Cost');
  const plot = await page.locator('.one-sample-plot').boundingBox();
  if (plot === null) throw new Error('no plot');
  const middle = plot.y + plot.height / 2;
  // Given up on its way: nothing of it stays in the run, nor listens for the next Escape.
  await page.mouse.move(plot.x + 0.25 * plot.width, middle - 20);
  await page.mouse.down();
  await page.mouse.move(plot.x + 0.3 * plot.width, middle - 30);
  await expect.poll(() => lab.value('Cost')).not.toBe(made);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(() => lab.value('Cost')).toBe(made);
  await expect.poll(async () => (await lab.saved()).edits).toHaveLength(1);
  await expect(undoOf(page, /^Undo: training data/)).toBeEnabled();
  await page.mouse.move(plot.x + 0.25 * plot.width, middle);
  await page.mouse.down();
  for (let n = 1; n <= 6; n++) await page.mouse.move(plot.x + (0.25 + 0.02 * n) * plot.width, middle - 4 * n);
  await expect.poll(() => lab.value('Cost')).not.toBe(made);
  await page.mouse.up();
  await expect(page.locator('[aria-live]').last()).toHaveText(/Inputs X of sample 1 drawn, at step 0/);
  const drawn = await lab.value('Cost');
  // That they are listed is one command, and the whole curve another.
  expect((await lab.saved()).edits).toHaveLength(2);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(() => lab.value('Cost')).toBe(made);
  expect(drawn).not.toBe(made);
  await page.getByRole('spinbutton', { name: 'Inputs X' }).fill('0.25');
  await expect.poll(() => lab.value('Cost')).not.toBe(made);
});

test('@long fingers: one pulls a site, two that begin on it are the camera’s', async ({ page }) => {
  test.slow();
  const lab = new Lab(page);
  await lab.open();
  const before = await lab.value('Cost');
  const at = await placeOf(page, 'grab');
  const hand = await page.context().newCDPSession(page);
  const fingers = async (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
    hand.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  const dolly = async (): Promise<number> => {
    const { view } = await lab.saved();
    return (view.camera as { dolly?: number } | undefined)?.dolly ?? 1;
  };
  await fingers('touchStart', [at.x, at.y]);
  await fingers('touchStart', [at.x, at.y], [at.x + 30, at.y + 20]);
  for (let n = 1; n <= 8; n++) {
    await fingers('touchMove', [at.x - 5 * n, at.y], [at.x + 30 + 5 * n, at.y + 20 + 4 * n]);
  }
  await fingers('touchEnd');
  await expect.poll(dolly).not.toBe(1);
  expect(await lab.value('Cost')).toBe(before);
  await expect(undoOf(page, /^Undo: poke/)).toHaveCount(0);

  const other = await placeOf(page, 'grab');
  await fingers('touchStart', [other.x, other.y]);
  for (let n = 1; n <= 4; n++) await fingers('touchMove', [other.x, other.y - 12 * n]);
  await fingers('touchEnd');
  await expect(undoOf(page, /^Undo: poke at site/)).toBeEnabled();
});

test('@long a drag of friction while the run plays: one change to take back, one mark on the timeline', async ({
  page,
}) => {
  test.slow();
  const lab = new Lab(page);
  await lab.open();
  await page.keyboard.press('Space');
  await expect.poll(() => lab.number('Step'), { timeout: 60_000 }).toBeGreaterThan(5);
  const slider = page.locator('.key-strip .friction input[type="range"]');
  const box = await slider.boundingBox();
  if (box === null) throw new Error('no slider');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 0.3 * box.width, y);
  await page.mouse.down();
  // The run goes on for many steps under the hand.
  for (let n = 1; n <= 8; n++) {
    const before = await lab.number('Step');
    await page.mouse.move(box.x + (0.3 + 0.05 * n) * box.width, y);
    await expect.poll(() => lab.number('Step'), { timeout: 60_000 }).toBeGreaterThan(before + 3);
  }
  await page.mouse.up();
  await page.keyboard.press('Space');
  await lab.atRest();
  const { edits } = await lab.saved();
  expect(edits.length).toBeGreaterThan(3);
  await expect(page.locator('.timeline-mark')).toHaveCount(1);
  await undoOf(page, /^Undo: friction/).click();
  await expect(undoOf(page, /^Undo: friction/)).toHaveCount(0);
});

test('@long a file opened under a hand that holds a site, or friction: the hand lets go, and its run stays as the file says', async ({
  page,
}) => {
  test.slow();
  const lab = new Lab(page);
  await lab.open();
  const other = {
    version: 1,
    system: { kind: 'ring-shared', N: 24 },
    data: { kind: 'uniform-bonds', K: 1, J: 0.2 },
    initial: { kind: 'bump', center: 12, width: 2, amplitude: 1 },
    expansion: { kind: 'de-sitter', gamma: 0.7 },
  };
  const isTheFiles = async (): Promise<void> => {
    await lab.atRest();
    const saved = await lab.saved();
    const { scenario } = saved as unknown as { scenario: { system: { N: number } } };
    expect([scenario.system.N, saved.edits]).toEqual([24, []]);
  };
  const at = await placeOf(page, 'grab');
  await page.mouse.down();
  await page.mouse.move(at.x, at.y - 30);
  await page.mouse.move(at.x, at.y - 60);
  await lab.openFile('other.json', other);
  await expect(page.locator('[data-pane="field"]')).toContainText('24 sites');
  await page.mouse.move(at.x, at.y - 80);
  await page.mouse.up();
  await isTheFiles();

  await lab.open();
  const box = await page.locator('.key-strip .friction input[type="range"]').boundingBox();
  if (box === null) throw new Error('no slider');
  await page.mouse.move(box.x + 0.3 * box.width, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.6 * box.width, box.y + box.height / 2);
  await lab.openFile('other.json', other);
  await expect(page.locator('[data-pane="field"]')).toContainText('24 sites');
  await page.mouse.move(box.x + 0.7 * box.width, box.y + box.height / 2);
  await page.mouse.up();
  await isTheFiles();
});
