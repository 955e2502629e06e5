import '../../messages/late.ts';
import { create } from 'zustand';
import { startSweeper } from '../../engine/sweep/client.ts';
import { failedRow, headLine, ResultReader, rowLine } from '../../engine/sweep/results.ts';
import { pointCount, pointDocument, serializeSweep } from '../../engine/sweep/document.ts';
import { runPool } from '../../engine/sweep/pool.ts';
import type { Sweep, SweepRow } from '../../engine/sweep/types.ts';
import type { CostUnit } from '../../engine/protocol.ts';
import { text } from '../../messages/index.ts';
import { orderedScenario, parseDocument } from '../../scenario/document.ts';
import { ScenarioError } from '../../scenario/types.ts';
import { useLab } from '../../store/index.ts';
import { mostWorkers, sweeper } from '../../store/sweeper.ts';
import { showDialog } from '../uiState.ts';
import { sliceOf, type Slice } from './diagram.ts';
import { pointOf, type Point } from './quantities.ts';
import type { AxisSetup, Setup, Sweepable } from './setup.ts';

/** Most points that the page runs; more is for the terminal. */
export const MOST_RUN = 10_000;
/** Most points of a sweep that is shown. */
export const MOST_SHOWN = 200_000;
/** Most text of rows that is held, in characters. */
const MOST_TEXT = 64 * 1024 * 1024;
/** The picture is drawn anew at most this often. */
const SHOW_MS = 120;

/** A sweep with what is known of its points; kept while the dialog is closed. */
export interface SweepState {
  readonly state: 'idle' | 'running' | 'stopped' | 'done' | 'broken';
  /** What a hand has set up; null until the dialog was open. */
  readonly setup: Setup | null;
  /** The sweep that is shown; null: none yet. */
  readonly sweep: Sweep | null;
  /** By their numbers. A new object whenever there is more in it. */
  readonly points: ReadonlyMap<number, Point>;
  readonly slice: Slice;
  readonly quantity: string;
  /** The cell under the cursor, by the number of its point. */
  readonly cursor: number | null;
  /** Unit of the cost, where it is known. */
  readonly unit: CostUnit | null;
  /** Why it could not go on; '' for none. */
  readonly reason: string;
  /** Why what is set up is no sweep; '' where it is one. */
  readonly refused: string;
}

export const useSweep = create<SweepState>(() => ({
  state: 'idle',
  setup: null,
  sweep: null,
  points: new Map(),
  slice: { x: 0, y: null, at: [] },
  quantity: 'cost',
  cursor: null,
  unit: null,
  reason: '',
  refused: '',
}));

/** Lines of rows as they are saved, by their point. */
let lines = new Map<number, string>();
let held = 0;
let points = new Map<number, Point>();
/** Ends what is at work; null where nothing is. */
let end: (() => void) | null = null;
let attempt = 0;
let shownAt = 0;

/** Takes another sweep's place: nothing is known of its points. */
function show(sweep: Sweep, unit: CostUnit | null): void {
  stopSweep();
  lines = new Map();
  points = new Map();
  held = 0;
  const slice = sliceOf(sweep);
  useSweep.setState({
    state: 'idle',
    sweep,
    points,
    slice,
    quantity: 'cost',
    cursor: 0,
    unit,
    reason: '',
    refused: '',
  });
}

/** Shows what has come since. */
function refresh(): void {
  shownAt = performance.now();
  points = new Map(points);
  useSweep.setState({ points });
}

/** Runs a sweep from its beginning. */
export function beginSweep(sweep: Sweep, unit: CostUnit | null): void {
  show(sweep, unit);
  void goOn();
}

/** Runs those points of the sweep that is shown that have no row yet. */
export async function goOn(): Promise<void> {
  const { sweep } = useSweep.getState();
  if (sweep === null) return;
  stopSweep();
  const mine = ++attempt;
  const left = Array.from({ length: pointCount(sweep) }, (_, point) => point).filter(
    (point) => !points.has(point),
  );
  if (left.length > MOST_RUN) {
    useSweep.setState({
      state: 'stopped',
      reason: text('sweep.tooMany', { count: left.length, most: MOST_RUN }),
    });
    return;
  }
  useSweep.setState({ state: 'running', reason: '' });
  const over = (state: SweepState['state'], reason: string): void => {
    if (mine !== attempt) return;
    end?.();
    end = null;
    refresh();
    useSweep.setState({ state, reason });
  };
  try {
    const code = await sweeper.ask();
    if (mine !== attempt) return;
    const reader = new ResultReader(sweep, (row) => points.set(row.point, pointOf(row)));
    end = runPool({
      spawn: () => startSweeper(code),
      size: mostWorkers(left.length),
      work: { kind: 'sweep', text: serializeSweep(sweep) },
      lost: (point, reason) => rowLine(failedRow(sweep, point, reason)),
      points: left.values(),
      hear: (line, point) => {
        reader.read(line.trimEnd());
        keep(point, line);
        if (held > MOST_TEXT) over('broken', text('sweep.tooLong'));
        else if (performance.now() - shownAt > SHOW_MS) refresh();
      },
      done: () => over('done', ''),
      fail: (reason) => {
        sweeper.forgetFailure();
        over('broken', reason);
      },
    });
  } catch (error) {
    sweeper.forgetFailure();
    over('broken', error instanceof Error ? error.message : String(error));
  }
}

function keep(point: number, line: string): void {
  held += line.length - (lines.get(point)?.length ?? 0);
  lines.set(point, line);
}

/** Ends it; what has come stays, and it can go on. */
export function stopSweep(): void {
  attempt++;
  end?.();
  end = null;
  if (useSweep.getState().state !== 'running') return;
  refresh();
  useSweep.setState({ state: 'stopped' });
}

/** Shows a sweep of a file; what was said of a file before it no longer holds. */
function opened(sweep: Sweep): void {
  useLab.getState().report(null);
  show(sweep, null);
}

/** Shows a sweep without results: SWEEP.json. @throws ScenarioError where it has too many points */
export function showSweep(sweep: Sweep): void {
  opened(sweep);
  showDialog('sweep');
}

/** Shows results that were read from a file, with the sweep that they are of. */
export function showResults(
  sweep: Sweep,
  rows: ReadonlyMap<number, SweepRow>,
  text: ReadonlyMap<number, string>,
): void {
  opened(sweep);
  for (const [point, row] of rows) points.set(point, pointOf(row));
  for (const [point, line] of text) keep(point, line);
  refresh();
  useSweep.setState({ state: points.size === pointCount(sweep) ? 'done' : 'stopped' });
  showDialog('sweep');
}

/** The text of a SWEEP.json. */
export const sweepText = (sweep: Sweep): string => serializeSweep(sweep);

/** A setup as it was left, if a run has the parameters of it; else null. */
export function keptSetup(setup: Setup | null, choices: readonly Sweepable[]): Setup | null {
  const has = (axis: AxisSetup | null): boolean =>
    axis === null || choices.some((one) => one.path === axis.path && 'options' in one === 'values' in axis);
  return setup !== null && has(setup.x) && has(setup.y) ? setup : null;
}

/** The text of RESULTS.ndjson, as the terminal writes it. */
export function resultParts(): string[] {
  const { sweep } = useSweep.getState();
  return sweep === null ? [] : [headLine(sweep), ...lines.values()];
}

/** Opens a point as a run of the lab, with the tracks that such a run has; one that is no run gets the row that says why. */
export function openPoint(point: number): void {
  const { sweep } = useSweep.getState();
  if (sweep === null) return;
  try {
    const { scenario, edits, version } = pointDocument(sweep, point);
    const bare = { ...parseDocument(orderedScenario(scenario)), version, edits };
    useLab.getState().openDocument(bare);
    showDialog(null);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const row = failedRow(sweep, point, error.message);
    points.set(point, pointOf(row));
    keep(point, rowLine(row));
    refresh();
  }
}
