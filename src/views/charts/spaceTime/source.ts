import { HEADER, SCALAR } from '../../../engine/frame.ts';
import type { RunInfo } from '../../../engine/protocol.ts';
import { text } from '../../../messages/index.ts';
import { presentOf, seenAs, useLab, type FieldPast } from '../../../store/index.ts';
import { drawnRow } from '../../lattice.ts';
import { clearness, curvatureOf } from '../../universe/coarse.ts';
import type { ChartSource, Shown } from '../figure.ts';
import { frameNow } from '../now.ts';
import { expansionNow } from '../expansion/source.ts';
import { wavesOf } from '../horizon/waves.ts';
import { keepAsking, weightWords } from '../watched.ts';
import { stretchedCourse } from './cone.ts';
import { spaceTimeFigure, spaceTimeTable, type Look, type Row } from './figure.ts';

/** Sites that are drawn at most, and instants: more than the pixels of a drawer would only cost time. */
const MOST_SITES = 256;
const MOST_ROWS = 512;
/** Steps of the window that scrolls. */
const LAST = 256;
const WATCH = 'chart.spaceTime';

/** The row that is drawn: the amber one of the field's picture. */
export function rowOf({ layout, tracks }: Pick<RunInfo, 'layout' | 'tracks'>, selected: number | null): Row {
  const { sheet: index, row } = drawnRow(layout, tracks[0].weightCount, selected);
  const sheet = layout.sheets[index];
  const whole = sheet.weight.subarray(row * sheet.columns, (row + 1) * sheet.columns);
  const every = Math.ceil(whole.length / MOST_SITES);
  return {
    weights: Array.from(whole.filter((weight, site) => weight >= 0 && site % every === 0)),
    every,
    row,
    rows: sheet.rows,
    sheet: layout.sheets.length > 1 ? sheet.name : '',
  };
}

/** The row of before: at 10⁵ sites it takes a millisecond to find. */
let found: { readonly info: RunInfo; readonly selected: number | null; readonly row: Row } | null = null;

function rowNow(): Row | null {
  const { info, selected } = useLab.getState();
  if (info === null || info.layout.sheets.length === 0) return null;
  if (found?.info !== info || found.selected !== selected)
    found = { info, selected, row: rowOf(info, selected) };
  return found.row;
}

function seenPast(): FieldPast | null {
  return seenAs(useLab.getState().seen, WATCH, 'field-past');
}

/** What the engine sent last of a row's past; null where it is of another row. */
function pastNow(row: Row): FieldPast | null {
  const fieldPast = seenPast();
  if (fieldPast === null || fieldPast.weights.length !== row.weights.length) return null;
  return fieldPast.weights.every((weight, site) => weight === row.weights[site]) ? fieldPast : null;
}

/** Whether the fastest wave of a run swings between two rows of its past. */
function isCoarse(info: RunInfo, past: FieldPast): boolean {
  const frame = frameNow(info);
  if (frame === null) return false;
  const { header } = frame;
  const curvature = curvatureOf(info, presentOf(info).scenario)(header[HEADER.logScaleFactor]);
  return clearness(past.spacing * info.dt, curvature, header[HEADER.gamma]) < 0.5;
}

/** √K of waves along a row, in sites, or why none run at one speed. */
function coneOf(info: RunInfo, past: FieldPast | null): Look['cone'] {
  const frame = frameNow(info);
  if (frame === null || info.tracks[0].firstOrder) return 'none';
  const waves = wavesOf(info, frame, 0);
  if (waves === 'none') return 'none';
  if (waves === 'broken' || !waves.sources.uniform) return 'varies';
  const speed = Math.sqrt(waves.sources.K);
  if (!waves.redshift) return speed;
  // Of a history that was changed on the way only the last part is known here.
  const expansion = expansionNow(info);
  if (expansion === null || past === null || past.times.length < 2) return 'stretched';
  const { times } = past;
  return stretchedCourse(speed, expansion, times[0], times[times.length - 1]) ?? 'stretched';
}

/** All of the past from the start, or its last steps, every one: a window that scrolls as time passes, and by scrubbing. */
export const parts = ['start', 'last'] as const;
export type Part = (typeof parts)[number];

export interface SpaceTimeSource extends ChartSource {
  readonly part: () => Part;
  pick(part: Part): void;
}

/** The source of the space-time diagram: the past of the amber row, which the engine knows from its start on. */
export function spaceTimeSource(): SpaceTimeSource {
  let part: Part = 'start';
  let sent = '';
  const watch = (): void => {
    const weights = rowNow()?.weights ?? [];
    const key = `${part} ${weights.join()}`;
    if (key === sent) return;
    sent = key;
    const last = part === 'last' ? LAST : 0;
    const question = { id: 'field-past', query: { weights, rows: MOST_ROWS, last } } as const;
    useLab.getState().watch(WATCH, weights.length === 0 ? null : question);
  };
  return {
    part: () => part,
    pick(next) {
      part = next;
      watch();
    },
    state() {
      const { info, selected, magnified } = useLab.getState();
      return [info, selected, seenPast(), magnified];
    },
    figure(): Shown {
      const { info, selected, magnified } = useLab.getState();
      const row = rowNow();
      const frame = frameNow(info);
      if (info === null || row === null || frame === null) return { empty: text('chart.spaceTime.empty') };
      const past = pastNow(row);
      const at = selected === null ? -1 : row.weights.indexOf(selected);
      return spaceTimeFigure(row, past, {
        peak: frame.tracks[0].scalars[SCALAR.peak],
        magnified,
        chosen:
          at < 0 || selected === null ? null : { site: at * row.every, words: weightWords(info, selected) },
        coarse: past !== null && isCoarse(info, past),
        cone: coneOf(info, past),
      });
    },
    table() {
      const row = rowNow();
      return spaceTimeTable(row === null ? null : pastNow(row));
    },
    open() {
      sent = '';
      return keepAsking(WATCH, watch);
    },
  };
}
