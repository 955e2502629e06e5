import { useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { costKindOf } from '../../../scenario/costs.ts';
import { useLab } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { Span } from '../axes.ts';
import type { ChartSource, Table } from '../figure.ts';
import { heldSpan } from '../held.ts';
import { classesOf } from '../learned/classes.ts';
import { watchedOutputs } from '../learned/watched.ts';
import { LiveChart } from '../LiveChart.tsx';
import { costsFigure, costsTable, type Charged, type Wanted } from './figure.ts';

const outputs = watchedOutputs('chart.costs');
const NO_ROWS: Table = { columns: [], rows: [] };
const heldX = (data: Span): Span => heldSpan('costs.x', data);
const heldY = (data: Span): Span => heldSpan('costs.y', data);

function wantedNow(): Wanted | null {
  const { info } = useLab.getState();
  if (info === null) return null;
  const { data } = info;
  const { targets, outputCount } = data;
  // Cross-entropy reads any 0 and 1 as classes, also where all are of one.
  const kinds = info.tracks.map((track) => costKindOf(track.costUnit));
  const bits =
    classesOf(targets, outputCount)?.kind === 'bit' ||
    (kinds.includes('cross-entropy') && targets.every((Y) => Y === 0 || Y === 1));
  return { targets, outputCount, bits };
}

function chargedNow(): readonly Charged[] {
  const { info } = useLab.getState();
  return outputs.now().flatMap(({ track, outputs: given }): Charged[] => {
    const unit = info?.tracks[track.index].costUnit;
    const kind = unit === undefined ? undefined : costKindOf(unit);
    return kind === undefined ? [] : [{ track, kind, outputs: given }];
  });
}

function costsSource(): ChartSource {
  return {
    state: outputs.state,
    figure() {
      const wanted = wantedNow();
      const all = wanted === null ? [] : chargedNow();
      if (wanted === null || all.length === 0) return { empty: text('chart.learned.empty') };
      return costsFigure(wanted, all, heldX, heldY);
    },
    table() {
      const wanted = wantedNow();
      return wanted === null ? NO_ROWS : costsTable(wanted, chargedNow());
    },
    open: outputs.open,
  };
}

/** Kinds of cost side by side: what an output costs, and how hard it is pulled. */
export default function Costs({ register }: ChartProps): JSX.Element {
  const [source] = useState(costsSource);
  return <LiveChart source={source} title={text('chart.costs.title')} register={register} />;
}
