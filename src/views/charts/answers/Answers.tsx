import { useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { useLab } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { Span } from '../axes.ts';
import type { ChartSource, Table } from '../figure.ts';
import { heldSpan } from '../held.ts';
import { watchedOutputs } from '../learned/watched.ts';
import { LiveChart } from '../LiveChart.tsx';
import { answersFigure, answersTable, type Exam } from './figure.ts';

const outputs = watchedOutputs('chart.answers');
const NO_ROWS: Table = { columns: [], rows: [] };
const held = (data: Span): Span => heldSpan('answers', data);

function examNow(): Exam | null {
  const data = useLab.getState().info?.data;
  return data === undefined || data.questions === null ? null : { questions: data.questions, data };
}

function answersSource(): ChartSource {
  return {
    state: outputs.state,
    figure() {
      const exam = examNow();
      const all = exam === null ? [] : outputs.now();
      if (exam === null || all.length === 0) return { empty: text('chart.learned.empty') };
      return answersFigure(exam, all, held);
    },
    table() {
      const exam = examNow();
      return exam === null ? NO_ROWS : answersTable(exam, outputs.now());
    },
    open: outputs.open,
  };
}

/** What a network says to every question that it was taught, and to those that it was not. */
export default function Answers({ register }: ChartProps): JSX.Element {
  const [source] = useState(answersSource);
  return <LiveChart source={source} title={text('chart.answers.title')} register={register} />;
}
