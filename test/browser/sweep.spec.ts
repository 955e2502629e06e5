import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from '@playwright/test';
import { pngText } from '../../src/ui/export/png.ts';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

test.use({ viewport: { width: 1280, height: 800 } });

async function openSweep(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command, scenario or parameter' }).fill('sweep parameters');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Sweep' });
  await expect(dialog).toBeVisible();
  return dialog;
}

async function setField(dialog: Locator, name: string, value: string): Promise<void> {
  const field = dialog.getByRole('textbox', { name });
  await field.fill(value);
  await field.press('Enter');
}

async function textOf(download: Promise<Download>): Promise<string> {
  return readFileSync(await (await download).path(), 'utf8');
}

test(
  'Sweep: runs in a pool, marks what blew up, opens a point as a run, and goes through files and back',
  { tag: '@long' },
  async ({ page, problems }) => {
    test.setTimeout(120_000);
    const lab = new Lab(page);
    await lab.open('ring-wave');
    const dialog = await openSweep(page);
    const state = dialog.locator('.sweep-state');

    // Friction beside the time step: large ones blow up.
    await dialog.getByRole('combobox', { name: 'Up' }).selectOption({ label: 'time step Δt' });
    await setField(dialog, 'Across: values', '4');
    await setField(dialog, 'Up: from', '0.1');
    await setField(dialog, 'Up: to', '1.6');
    await setField(dialog, 'Up: values', '3');
    await setField(dialog, 'Length of a run, in units of t', '40');
    await expect(dialog.getByText('12 runs', { exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: 'Run the sweep' }).click();
    await expect(state).toHaveAttribute('data-state', 'done');
    await expect(state).toContainText(/12 runs: \d+ blew up, none failed\./);
    await expect(dialog.locator('[data-mark="blow-up"]')).toBeVisible();
    expect(await lab.violations('dialog')).toEqual([]);

    // The cursor goes by keys, and says what stands there.
    const picture = dialog.getByRole('application', { name: /^Phase diagram/ });
    const told = dialog.locator('.sweep-told');
    await picture.focus();
    await expect(told).toContainText('γ = 0.01, Δt = 0.1: Cost at the end');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('PageUp');
    await expect(told).toContainText(/γ = 0\.01, Δt = 1\.6: blew up at t = /);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('End');
    await expect(told).toContainText('γ = 20, Δt = 0.1: Cost at the end');
    await dialog.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'Regime' });
    await expect(told).toContainText('overdamped');

    // Files: the sweep and its results.
    const sweep = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save SWEEP.json' }).click();
    const saved = JSON.parse(await textOf(sweep)) as { axes: { path: string; count: number }[] };
    expect(saved.axes.map(({ path, count }) => [path, count])).toEqual([
      ['expansion.gamma', 4],
      ['dynamics.dt', 3],
    ]);
    const results = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save RESULTS.ndjson' }).click();
    const lines = (await textOf(results)).trim().split('\n');
    expect(lines).toHaveLength(13);

    // The picture is named by its run, and is as large as print wants it.
    const picturing = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save picture (PNG)' }).click();
    const file = await picturing;
    expect(file.suggestedFilename()).toMatch(/^regime-a-bump-runs-round-the-ring.*\.png$/);
    const png = readFileSync(await file.path());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1800, 1280]);
    // And opens the sweep again: scenario, seed and axes stand in it.
    expect(JSON.parse(pngText(png, 'Synaptic Field Lab') ?? '')).toEqual(saved);

    // Enter opens the point as a run; undo brings the run of before back.
    await picture.focus();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await lab.atRest();
    await expect(
      page.locator('output[aria-label="Friction"], [data-path="expansion.gamma"] input').first(),
    ).toBeAttached();
    const run = (await lab.saved()) as unknown as {
      scenario: { expansion: { gamma: number }; dynamics: { dt: number } };
    };
    expect([run.scenario.expansion.gamma, run.scenario.dynamics.dt]).toEqual([20, 0.1]);

    // A setup that is no sweep says where, and leaves what is shown.
    await page.setViewportSize({ width: 1000, height: 640 });
    const again = await openSweep(page);
    await setField(again, 'Across: from', '-1');
    await again.getByRole('button', { name: 'Run the sweep' }).click();
    await expect(again.getByRole('alert')).toContainText('axes[0].from: -1: expected a number > 0');
    await expect(again.getByRole('alert')).toBeInViewport({ ratio: 1 });
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(state).toContainText('12 runs');
    await setField(again, 'Across: from', '0.01');
    await expect(again.getByRole('alert')).toHaveCount(0);

    // Stopped, it says how far it came, and can go on.
    await setField(again, 'Across: values', '100');
    await setField(again, 'Up: values', '80');
    await setField(again, 'Length of a run, in units of t', '400');
    await again.getByRole('button', { name: 'Run the sweep' }).click();
    await again.getByRole('button', { name: 'Stop' }).click();
    await expect(state).toContainText(/Stopped after [\d\s]+ of 8000 runs\./);
    await expect(again.getByRole('button', { name: 'Go on' })).toBeVisible();
    await page.keyboard.press('Escape');

    // Results of the terminal, their last two lines lost and one cut: shown, and gone on with.
    await lab.openFile('RESULTS.ndjson', `${lines.slice(0, 11).join('\n')}\n${lines[11].slice(0, 50)}`);
    await expect(dialog).toBeVisible();
    await expect(state).toContainText('Stopped after 10 of 12 runs.');
    await expect(dialog.locator('[data-mark="missing"]')).toBeVisible();
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await expect(state).toHaveAttribute('data-state', 'done');
    await expect(dialog.locator('[data-mark="missing"]')).toHaveCount(0);
    await page.keyboard.press('Escape');

    // A bad file says where it is bad.
    await lab.openFile('bad.ndjson', `${lines[0]}\nx\n`);
    const notice = page.getByRole('alert').filter({ hasText: 'line 2' });
    await expect(notice).toBeVisible();

    // A point that is no run says so where it is opened, before it was run too; a file that opens ends the notice.
    const odd = { path: 'system.N', values: [4, 5] };
    await lab.openFile('SWEEP.json', {
      version: 1,
      scenario: { version: 1, system: { kind: 'ring-shared' } },
      axes: [odd],
    });
    await expect(dialog).toBeVisible();
    await expect(notice).toHaveCount(0);
    await picture.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(told).toContainText('expected system.N even');
    await expect(dialog.getByRole('button', { name: 'Open this point as a run' })).toBeDisabled();
    expect(problems).toEqual([]);
  },
);
