import { useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { costKindOf, outputPulls } from '../../../scenario/costs.ts';
import { seenAs, useLab } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { Span } from '../axes.ts';
import type { ChartSource, Table } from '../figure.ts';
import { heldSpan } from '../held.ts';
import { strided, taskOf, type Task } from '../learned/data.ts';
import { LiveChart } from '../LiveChart.tsx';
import { shownTracks } from '../tracks.ts';
import { unitsFigure, unitsTable, type Seen } from './figure.ts';

const OUTPUTS = 'chart.units.outputs';
const PARTS = 'chart.units.parts';
const NO_ROWS: Table = { columns: [], rows: [] };
const heldY = (data: Span): Span => heldSpan('units.y', data);
const heldPull = (data: Span): Span => heldSpan('units.pull', data);

const learnedNow = () => seenAs(useLab.getState().seen, OUTPUTS, 'learned');
const partsNow = () => seenAs(useLab.getState().seen, PARTS, 'output-parts');

/** A source of what hidden units add up to; the task is kept while data and lattice stay the same. */
function unitsSource(): ChartSource {
  let task: Task | null = null;
  let of: unknown = null;

  const taskNow = (): Task | null => {
    const { info } = useLab.getState();
    if (info === null) return null;
    if (task === null || of !== info.data) {
      task = taskOf(info);
      of = info.data;
    }
    return task;
  };

  const seen = (): Seen | null => {
    const { info, hiddenTracks } = useLab.getState();
    const now = taskNow();
    const learned = learnedNow();
    if (info === null || now === null || now.kind !== 'curve' || learned === null) return null;
    if (learned.tracks.length !== info.tracks.length) return null;
    const shown = shownTracks(info, hiddenTracks);
    const tracks = shown.some(({ index }) => index === 0)
      ? shown
      : [...shownTracks(info, []).slice(0, 1), ...shown];
    const all = tracks.map((track) => ({ track, ...learned.tracks[track.index] }));
    const points = (now.probe?.length ?? 0) * now.data.outputCount;
    if (
      !all.every(
        ({ probe, outputs }) => probe.length === points && outputs.length === now.data.targets.length,
      )
    )
      return null;
    const found = partsNow();
    const parts = found !== null && found.values.length === found.neurons.length * points ? found : null;
    const { targets, outputCount } = now.data;
    const kind = costKindOf(info.costUnit) ?? 'squared';
    const [{ outputs }] = all;
    const pulls = strided(outputPulls(kind, outputs, targets, outputCount), 0, outputCount);
    return { task: now, all, parts, pulls };
  };

  return {
    state() {
      const { info, hiddenTracks } = useLab.getState();
      return [info, hiddenTracks, learnedNow(), partsNow()];
    },
    figure() {
      const now = seen();
      return now === null ? { empty: text('chart.units.empty') } : unitsFigure(now, heldY, heldPull);
    },
    table() {
      const now = seen();
      return now === null ? NO_ROWS : unitsTable(now);
    },
    open() {
      const { watch } = useLab.getState();
      const ask = (): void => {
        const now = taskNow();
        const query = now?.kind === 'curve' ? { probe: now.probe } : null;
        watch(OUTPUTS, query === null ? null : { id: 'learned', query });
        watch(PARTS, query === null ? null : { id: 'output-parts', query });
      };
      ask();
      const end = useLab.subscribe((state, before) => {
        if (state.info?.data !== before.info?.data) ask();
      });
      return () => {
        end();
        watch(OUTPUTS, null);
        watch(PARTS, null);
      };
    },
  };
}

/** What each hidden unit adds to the output of a network of one input, and how hard each sample pulls it. */
export default function Units({ register }: ChartProps): JSX.Element {
  const [source] = useState(unitsSource);
  return <LiveChart source={source} title={text('chart.units.title')} register={register} />;
}
