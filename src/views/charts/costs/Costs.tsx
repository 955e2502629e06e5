import { useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { costKindOf } from '../../../scenario/costs.ts';
import { seenAs, useLab } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { Span } from '../axes.ts';
import type { ChartSource, Table } from '../figure.ts';
import { heldSpan } from '../held.ts';
import { classesOf } from '../learned/classes.ts';
import { LiveChart } from '../LiveChart.tsx';
import { shownTracks } from '../tracks.ts';
import { costsFigure, costsTable, type Charged, type Wanted } from './figure.ts';

const WATCH = 'chart.costs';
const NO_ROWS: Table = { columns: [], rows: [] };
const heldX = (data: Span): Span => heldSpan('costs.x', data);
const heldY = (data: Span): Span => heldSpan('costs.y', data);
const learnedNow = () => seenAs(useLab.getState().seen, WATCH, 'learned');

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

function chargedNow(wanted: Wanted): readonly Charged[] {
  const { info, hiddenTracks } = useLab.getState();
  const learned = learnedNow();
  if (info === null || learned === null || learned.tracks.length !== info.tracks.length) return [];
  return shownTracks(info, hiddenTracks).flatMap((track): Charged[] => {
    const kind = costKindOf(info.tracks[track.index].costUnit);
    const { outputs } = learned.tracks[track.index];
    return kind === undefined || track.samples?.own === true || outputs.length !== wanted.targets.length
      ? []
      : [{ track, kind, outputs }];
  });
}

function costsSource(): ChartSource {
  return {
    state() {
      const { info, hiddenTracks } = useLab.getState();
      return [info, hiddenTracks, learnedNow()];
    },
    figure() {
      const wanted = wantedNow();
      const all = wanted === null ? [] : chargedNow(wanted);
      if (wanted === null || all.length === 0) return { empty: text('chart.learned.empty') };
      return costsFigure(wanted, all, heldX, heldY);
    },
    table() {
      const wanted = wantedNow();
      return wanted === null ? NO_ROWS : costsTable(wanted, chargedNow(wanted));
    },
    open() {
      useLab.getState().watch(WATCH, { id: 'learned', query: { probe: null } });
      return () => useLab.getState().watch(WATCH, null);
    },
  };
}

/** Kinds of cost side by side: what an output costs, and how hard it is pulled. */
export default function Costs({ register }: ChartProps): JSX.Element {
  const [source] = useState(costsSource);
  return <LiveChart source={source} title={text('chart.costs.title')} register={register} />;
}
