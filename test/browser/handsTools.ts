import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { Present } from '../../src/engine/protocol.ts';
import { formatInteger, formatNumber } from '../../src/messages/format.ts';
import { parseRunDocument } from '../../src/scenario/document.ts';
import { FRICTION, frictionDeclaration } from '../../src/scenario/friction.ts';
import { currentScenario, parameterOf } from '../../src/scenario/patch.ts';
import type { RunDocument, Scenario } from '../../src/scenario/types.ts';
import { formatIntegers } from '../../src/ui/controls/integers.ts';
import { scaleOf } from '../../src/ui/controls/rangeOf.ts';
import { sliderRange, toSlider } from '../../src/ui/controls/scale.ts';
import { placeOfSites } from '../../src/ui/controls/spacing.ts';
import type { NumericDeclaration } from '../../src/ui/controls/types.ts';
import { expect } from './fixture.ts';

/** What the page is asked for by a test: its workers, and what it is fetching. */
interface Watched {
  readonly workers: (Worker & { release: () => void })[];
  /** Openings of runs, and all that is said after one, wait. */
  holding: boolean;
  loading: number;
  asked: number;
}
declare global {
  interface Window {
    watched: Watched;
  }
}

/** Before the page's own scripts: its worker can be asked and held up, and what it fetches is counted. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { workers: [], holding: false, loading: 0, asked: 0 };
    window.watched = watched;
    const Plain = window.Worker;
    const fetch = window.fetch.bind(window);
    window.Worker = class extends Plain {
      constructor(...given: ConstructorParameters<typeof Plain>) {
        super(...given);
        watched.workers.push(this);
      }
      private readonly waiting: [unknown, Transferable[]][] = [];
      override postMessage(message: { type: string }, transfer?: unknown): void {
        const holds = this.waiting.length > 0 || (watched.holding && message.type === 'open');
        if (holds) this.waiting.push([message, (transfer ?? []) as Transferable[]]);
        else super.postMessage(message, (transfer ?? []) as Transferable[]);
      }
      release(): void {
        for (const [message, transfer] of this.waiting.splice(0)) super.postMessage(message, transfer);
      }
    };
    window.fetch = async (...given) => {
      watched.loading++;
      try {
        return await fetch(...given);
      } finally {
        // What waits for the answer goes on first.
        setTimeout(() => watched.loading--, 0);
      }
    };
  });
}

/** What the page waits for. */
const state = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const settled = document.querySelector('[data-settled]')?.getAttribute('data-settled');
    return `loading ${window.watched.loading}, settled ${settled}`;
  });

/** From now on the engine hears of no run that is opened, nor of what is said after it: hands are faster than that. */
export async function hold(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.watched.holding = true;
  });
}

/** Lets the engine hear, and waits until nothing is fetched and it has done all that it was told. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.watched.holding = false;
    for (const worker of window.watched.workers) worker.release();
  });
  await expect.poll(() => state(page), { timeout: 30_000 }).toBe('loading 0, settled true');
}

/** The parameters that the engine has, asked of the worker itself. */
export function present(page: Page): Promise<Present> {
  return page.evaluate(
    () =>
      new Promise<Present>((resolve) => {
        const worker = window.watched.workers.at(-1);
        // Questions of the page itself are counted upwards.
        const ask = --window.watched.asked;
        const hear = ({ data }: MessageEvent<{ type: string; ask?: number; present?: Present }>): void => {
          if (data.type !== 'answer' || data.ask !== ask || data.present === undefined) return;
          worker?.removeEventListener('message', hear);
          resolve(data.present);
        };
        worker?.addEventListener('message', hear);
        worker?.postMessage({ type: 'ask', ask, parameters: true });
      }),
  );
}

/** The run as Save writes it. */
export async function saved(page: Page): Promise<RunDocument> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 10_000 }),
    page.keyboard.press('s'),
  ]);
  return parseRunDocument(readFileSync(await download.path(), 'utf8'));
}

/** A control as it stands on the screen. */
interface Shown {
  readonly path: string;
  /** What the field says, and the word before it. */
  readonly text: string | null;
  readonly word: string | null;
  readonly position: number | null;
  readonly chosen: string | null;
  readonly checked: boolean | null;
}

function shownControls(page: Page): Promise<readonly Shown[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-path]')].map((row) => {
      const range = row.querySelector<HTMLInputElement>('input[type="range"]');
      return {
        path: row.dataset.path ?? '',
        // A text that was refused stands there with its error, and is no value.
        text: row.querySelector<HTMLInputElement>('input.val:not([aria-invalid="true"])')?.value ?? null,
        word: row.querySelector('.word')?.textContent ?? null,
        position: range === null ? null : Number(range.value),
        chosen: row.querySelector('select')?.value ?? null,
        checked: row.querySelector<HTMLInputElement>('input[type="checkbox"]')?.checked ?? null,
      };
    }),
  );
}

function valueAt(scenario: Scenario, path: string): unknown {
  const [section, name] = path.split('.');
  return (scenario as unknown as Record<string, Record<string, unknown>>)[section]?.[name];
}

/** A number on its slider: its text, and the thumb within half a step of the slider's own grid. */
function checkNumber(shown: Shown, declaration: NumericDeclaration, value: number, where: string): void {
  const scale = scaleOf(declaration);
  const { step } = sliderRange(scale);
  if (shown.text !== null)
    expect(shown.text, where).toBe(scale.whole ? formatInteger(value) : formatNumber(value));
  const off = Math.abs((shown.position ?? NaN) - toSlider(scale, value));
  expect(off, `${where}: place of the thumb`).toBeLessThanOrEqual(step / 2 + 1e-9);
}

function checkControl(shown: Shown, { scenario, gamma, dt }: Present): void {
  const { path, text, position, chosen, checked } = shown;
  const value = valueAt(scenario, path);
  const where = `${path} on the screen`;
  if (path === 'lattice.spacing') {
    if (position !== null) expect(position, where).toBe(placeOfSites(Number(scenario.system.N)));
    return;
  }
  if (path.endsWith('.kind')) {
    expect(chosen, where).toBe(value);
    return;
  }
  const declaration = parameterOf(scenario, path);
  if (declaration === null) {
    // The history drives friction: the strip follows it.
    expect(path).toBe(FRICTION);
    checkNumber(shown, frictionDeclaration(), gamma, where);
    return;
  }
  switch (declaration.type) {
    case 'real':
    case 'integer':
      checkNumber(shown, declaration, Number(value), where);
      return;
    case 'auto':
    case 'optional-real':
      if (typeof value === 'number') checkNumber(shown, declaration, value, where);
      else if (shown.word === null && text !== null) expect(Number(text), where).toBeNaN();
      else if (path === 'dynamics.dt') checkNumber(shown, declaration, dt, where);
      return;
    case 'profile':
      if (chosen !== null) expect(chosen, where).toBe(typeof value === 'string' ? value : 'number');
      else if (typeof value === 'number') checkNumber(shown, declaration, value, where);
      return;
    case 'choice':
      // One of two may stand as a box: checked for the second.
      if (chosen === null) expect(checked, where).toBe(value === declaration.options[1].value);
      else expect(chosen, where).toBe(String(value));
      return;
    case 'activation':
      expect(chosen, where).toBe(typeof value === 'string' ? value : 'custom');
      return;
    case 'boolean':
      expect(checked, where).toBe(value);
      return;
    case 'integers':
      // One slider may stand for all numbers between the ends of the list: as many, each the first of them.
      if (position !== null) expect(text, where).toBe(formatInteger((value as readonly number[])[1]));
      else if (text !== null) expect(text, where).toBe(formatIntegers(value as readonly number[]));
      return;
    default:
      throw new Error(`${path}: no row shows a ${declaration.type}`);
  }
}

/** Plain JSON: members that are left out are none. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Compares screen, saved document and engine. @returns how many controls are shown */
export async function compare(page: Page): Promise<number> {
  const engine = await present(page);
  const controls = await shownControls(page);
  for (const control of controls) checkControl(control, engine);
  expect(await page.locator('output[aria-label="Step"]').first().getAttribute('data-value'), 'step').toBe(
    String(engine.step),
  );
  const file = await saved(page);
  expect(file.view.step, 'step of the saved document').toBe(engine.step);
  const edits = file.edits.filter(({ step }) => step <= engine.step);
  expect(plain(currentScenario({ ...file, edits })), 'saved document').toEqual(plain(engine.scenario));
  return controls.length;
}
