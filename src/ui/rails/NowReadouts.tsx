import type { JSX } from 'react';
import { formatNumber, formatShort } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import type { TrackInfo } from '../../engine/protocol.ts';
import type { TrackRole } from '../../scenario/types.ts';
import { presentOf, useLab } from '../../store/index.ts';
import { Sym } from '../math/Sym.tsx';
import { TimeReadout } from '../transport/Clock.tsx';
import { Readout } from '../transport/Readout.tsx';
import { COMPARISON_ID } from '../../scenario/trackChoices.ts';
import { comparisonWords, trackName } from '../trackNames.ts';

interface Cell {
  readonly id: string;
  /** Words above the number, those of a narrow row, and its symbol. */
  readonly caption: string;
  readonly short?: string;
  readonly symbol: string;
  readonly name: string;
  readonly value: number | undefined;
  readonly role: TrackRole | 'expansion' | 'plain';
}

const captions: Record<'cost' | 'kinetic' | 'efolds' | 'test', MessageId> = {
  cost: 'now.cost',
  kinetic: 'now.kinetic',
  efolds: 'now.efolds',
  test: 'now.test',
};

function captionsOf(track: TrackInfo): Pick<Cell, 'caption' | 'short'> {
  switch (track.role) {
    case 'ghost':
      return { caption: text('now.ghostCost'), short: text('now.ghostShort') };
    case 'descent':
      return { caption: text('now.descentCost'), short: text('now.descentShort') };
    case 'continuum':
      return { caption: text('now.continuumCost'), short: text('now.continuumShort') };
    default:
      return { caption: text('now.trackCost', { track: trackName(track, null).toLowerCase() }) };
  }
}

/** A number with a power of ten is longer than its place at full size. */
const LONG = 8;

function useCells(): readonly Cell[] {
  const readouts = useLab((state) => state.readouts);
  const info = useLab((state) => state.info);
  const run = useLab((state) => state.present);
  const main = readouts?.tracks[0];
  const role = info?.tracks[0]?.role ?? 'second';
  const comparison = comparisonWords(run);
  const own = comparison?.main ?? null;
  const cells: Cell[] = [
    {
      id: 'cost',
      caption: own === null ? text(captions.cost) : text('now.trackCost', { track: own }),
      symbol: 'C',
      name: own === null ? text('readout.cost') : text('readout.trackCost', { track: own }),
      value: main?.cost,
      role,
    },
  ];
  if (info !== null && info.shape.drawn > 0) {
    const unbiased = presentOf(info).scenario.batch.weight === 'unbiased';
    cells.push({
      id: 'batch',
      caption: text(unbiased ? 'now.batchUnbiased' : 'now.batch'),
      short: text('now.batchShort', {
        factor: formatShort(unbiased ? info.data.sampleCount / info.shape.drawn : 1),
      }),
      symbol: '',
      name: text(unbiased ? 'readout.batchUnbiased' : 'readout.batchCost'),
      value: main?.batchCost,
      role: 'plain',
    });
  }
  // Without inertia there is no kinetic energy.
  if (info?.tracks[0].firstOrder !== true) {
    cells.push({
      id: 'kinetic',
      caption: text(captions.kinetic),
      symbol: 'T',
      name: text('readout.kinetic'),
      value: main?.kinetic,
      role,
    });
  }
  info?.tracks.slice(1).forEach((track, index) => {
    const compared = track.id === COMPARISON_ID ? comparison : null;
    cells.push({
      id: track.id,
      ...(compared === null
        ? captionsOf(track)
        : { caption: text('now.trackCost', { track: compared.short }) }),
      symbol: '',
      name: text('readout.trackCost', { track: compared?.name ?? trackName(track, run) }),
      value: readouts?.tracks[index + 1]?.cost,
      role: track.role,
    });
  });
  cells.push({
    id: 'efolds',
    caption: text(captions.efolds),
    symbol: '∫H dt',
    name: text('readout.efolds'),
    value: readouts?.efolds,
    role: 'expansion',
  });
  if ((info?.data.testCount ?? 0) > 0) {
    cells.push({
      id: 'test',
      caption: text(captions.test),
      symbol: '',
      name: text('readout.testCost'),
      value: main?.testCost,
      role: 'plain',
    });
  }
  return cells;
}

interface CellViewProps {
  readonly cell: Cell;
  readonly short?: boolean;
}

function CellView({ cell, short = false }: CellViewProps): JSX.Element {
  const shown = formatNumber(cell.value);
  return (
    <div className="cell">
      <div className="k">
        {short ? (cell.short ?? cell.caption) : cell.caption}{' '}
        {cell.symbol === '' ? null : <Sym of={cell.symbol} />}
      </div>
      <Readout
        name={cell.name}
        value={cell.value}
        shown={shown}
        className={`v c-${cell.role}${shown.length >= LONG ? ' long' : ''}`}
      />
    </div>
  );
}

/** The numbers of this moment, large: cost, kinetic energy, the other runs' cost, e-folds. */
export function NowReadouts(): JSX.Element {
  return (
    <div className="quad">
      {useCells().map((cell) => (
        <CellView key={cell.id} cell={cell} />
      ))}
    </div>
  );
}

/** Cells that a narrow row holds, when the cost of the samples at work is among them. */
const MOST_WITH_BATCH = 4;

interface ReadoutRowProps {
  readonly withTime?: boolean;
  readonly efoldsAlone?: boolean;
}

/** The same in one row, where the right rail is folded; with the time on phones; e-folds alone over the universe. */
export function ReadoutRow({ withTime = false, efoldsAlone = false }: ReadoutRowProps): JSX.Element {
  const all = useCells().filter(({ id }) => (efoldsAlone ? id === 'efolds' : id !== 'test'));
  // Where samples are at work their cost and its weight come before what others cost and e-folds.
  const cells = all.some(({ id }) => id === 'batch') ? all.slice(0, MOST_WITH_BATCH) : all;
  return (
    // Over the universe it lies on the picture, whose labels keep clear of it.
    <div className="readout-row" data-over-picture={efoldsAlone || undefined}>
      {cells.map((cell) => (
        <CellView key={cell.id} cell={cell} short />
      ))}
      {withTime ? (
        <div className="cell">
          <div className="k">
            {text('now.time')} <Sym of="t" />
          </div>
          <TimeReadout className="v" />
        </div>
      ) : null}
    </div>
  );
}
