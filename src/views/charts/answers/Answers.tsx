import { useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { seenAs, useLab } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { Span } from '../axes.ts';
import type { ChartSource, Table } from '../figure.ts';
import { heldSpan } from '../held.ts';
import type { TrackOutputs } from '../learned/figures.ts';
import { LiveChart } from '../LiveChart.tsx';
import { shownTracks } from '../tracks.ts';
import { answersFigure, answersTable, type Exam } from './figure.ts';

const WATCH = 'chart.answers';
const NO_ROWS: Table = { columns: [], rows: [] };
const held = (data: Span): Span => heldSpan('answers', data);
const learnedNow = () => seenAs(useLab.getState().seen, WATCH, 'learned');

function examNow(): Exam | null {
  const data = useLab.getState().info?.data;
  return data === undefined || data.questions === null ? null : { questions: data.questions, data };
}

function outputsNow(exam: Exam): readonly TrackOutputs[] {
  const { info, hiddenTracks } = useLab.getState();
  const learned = learnedNow();
  if (info === null || learned === null || learned.tracks.length !== info.tracks.length) return [];
  // A run that is asked other questions has its answers to them.
  return shownTracks(info, hiddenTracks)
    .filter(({ samples }) => samples?.own !== true)
    .map((track) => ({ track, ...learned.tracks[track.index] }))
    .filter(({ outputs }) => outputs.length === exam.data.targets.length);
}

function answersSource(): ChartSource {
  return {
    state() {
      const { info, hiddenTracks } = useLab.getState();
      return [info, hiddenTracks, learnedNow()];
    },
    figure() {
      const exam = examNow();
      const all = exam === null ? [] : outputsNow(exam);
      if (exam === null || all.length === 0) return { empty: text('chart.learned.empty') };
      return answersFigure(exam, all, held);
    },
    table() {
      const exam = examNow();
      return exam === null ? NO_ROWS : answersTable(exam, outputsNow(exam));
    },
    open() {
      useLab.getState().watch(WATCH, { id: 'learned', query: { probe: null } });
      return () => useLab.getState().watch(WATCH, null);
    },
  };
}

/** What a network says to every question that it was taught, and to those that it was not. */
export default function Answers({ register }: ChartProps): JSX.Element {
  const [source] = useState(answersSource);
  return <LiveChart source={source} title={text('chart.answers.title')} register={register} />;
}
