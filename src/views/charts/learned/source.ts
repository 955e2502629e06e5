import { HEADER, SCALAR } from '../../../engine/frame.ts';
import { text } from '../../../messages/index.ts';
import { seenAs, useLab, type Learned } from '../../../store/index.ts';
import type { ChartSource, Shown, Table } from '../figure.ts';
import type { Span } from '../axes.ts';
import { heldSpan } from '../held.ts';
import { frameNow } from '../now.ts';
import { shownTracks } from '../tracks.ts';
import { scoreOf, taskOf, type Task } from './data.ts';
import { factsOf } from './facts.ts';
import { curveFigure, mapFigure, profileFigure, scatterFigure, type TrackOutputs } from './figures.ts';
import { learnedTable } from './table.ts';

const WATCH = 'chart.learned';
const held = (data: Span): Span => heldSpan('learned', data);

export interface LearnedSource extends ChartSource {
  /** Chooses the output that a map shows. */
  pickOutput(output: number): void;
}

function learnedNow(): Learned | null {
  return seenAs(useLab.getState().seen, WATCH, 'learned');
}

const NO_ROWS: Table = { columns: [], rows: [] };

/** A source of what the networks have learned. It watches outputs, and a probe where the network is a function. */
export function learnedSource(): LearnedSource {
  let output = 0;
  let task: Task | null = null;
  let of: unknown = null;

  /** The task of the run at work; kept while its data and lattice stay the same. */
  const taskNow = (): Task | null => {
    const { info } = useLab.getState();
    if (info === null) return null;
    if (task === null || of !== info.data) {
      task = taskOf(info);
      of = info.data;
    }
    return task;
  };

  /** What every shown track gives; null until an answer fits the task. */
  const outputsNow = (now: Task): readonly TrackOutputs[] | null => {
    const { info, hiddenTracks } = useLab.getState();
    const learned = learnedNow();
    if (info === null || learned === null || learned.tracks.length !== info.tracks.length) return null;
    const { outputCount, inputCount, sampleCount } = now.data;
    const points = now.probe === null ? 0 : now.probe.length / inputCount;
    const shown = shownTracks(info, hiddenTracks);
    const all = (shown.length > 0 ? shown : shownTracks(info, []).slice(0, 1)).map((track) => ({
      track,
      ...learned.tracks[track.index],
    }));
    const fits = all.every(
      ({ outputs, probe }) =>
        outputs.length === sampleCount * outputCount &&
        (points === 0 || probe.length === points * outputCount),
    );
    return fits ? all : null;
  };

  const figure = (): Shown => {
    const now = taskNow();
    if (now === null) return { empty: text('chart.learned.empty') };
    if (now.kind === 'none') return { empty: text('chart.learned.none') };
    const { info, sample } = useLab.getState();
    const all = outputsNow(now);
    const frame = frameNow(info);
    if (all === null || frame === null) return { empty: text('chart.learned.empty') };
    const scores = all.map(({ track, outputs, testOutputs, probe }) => {
      const { scalars } = frame.tracks[track.index];
      const costs = { cost: scalars[SCALAR.cost], testCost: scalars[SCALAR.testCost] };
      return scoreOf(now, track, { outputs, testOutputs, probe }, costs);
    });
    const atWork = [...new Set(frame.samples)];
    const tested = now.data.testCount > 0;
    const lit = atWork.length === 0 ? [] : [text('chart.learned.noteAtWork')];
    const facts = factsOf(now, scores, [
      text(now.kind === 'map' ? 'chart.learned.noteMap' : 'chart.learned.noteTargets'),
      ...(tested ? [text('chart.learned.noteTest')] : []),
      ...lit,
    ]);
    switch (now.kind) {
      case 'profile':
        return profileFigure(
          now,
          all,
          // What the neurons show: where samples are drawn, the one at work.
          atWork[0] ?? sample,
          held,
          factsOf(now, scores, [text('chart.learned.noteTargets')]),
        );
      case 'curve':
        return curveFigure(now, all, held, facts, atWork);
      case 'map':
        return mapFigure(now, all, Math.min(output, now.data.outputCount - 1), facts, atWork);
      case 'scatter':
        return scatterFigure(
          now,
          all,
          held,
          factsOf(now, scores, [
            text('chart.learned.noteDiagonal'),
            ...(tested ? [text('chart.learned.noteTest')] : []),
            ...lit,
          ]),
          atWork,
        );
    }
  };

  return {
    pickOutput(next) {
      output = next;
    },
    state() {
      const { info, hiddenTracks, sample } = useLab.getState();
      // The samples at work are those of the frame: it is another one with every step.
      const step = info !== null && info.shape.drawn > 0 ? frameNow(info)?.header[HEADER.step] : 0;
      return [info, hiddenTracks, learnedNow(), sample, output, step];
    },
    figure,
    table() {
      const now = taskNow();
      const all = now === null ? null : outputsNow(now);
      return now === null || all === null ? NO_ROWS : learnedTable(now, all);
    },
    open() {
      const watch = (): void => {
        const now = taskNow();
        const wanted = now !== null && now.kind !== 'none';
        useLab.getState().watch(WATCH, wanted ? { id: 'learned', query: { probe: now.probe } } : null);
      };
      watch();
      const end = useLab.subscribe((state, before) => {
        if (state.info?.data !== before.info?.data) watch();
      });
      return () => {
        end();
        useLab.getState().watch(WATCH, null);
      };
    },
  };
}
