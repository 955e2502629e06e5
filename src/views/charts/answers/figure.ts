import { formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { RunData } from '../../../engine/protocol.ts';
import { extent, type Span } from '../axes.ts';
import type { Dots, Figure, Table } from '../figure.ts';
import type { TrackOutputs } from '../learned/figures.ts';
import { trackLabel } from '../tracks.ts';

type Questions = NonNullable<RunData['questions']>;
/** A run whose samples are questions with one answer each. */
export interface Exam {
  readonly questions: Questions;
  readonly data: Pick<RunData, 'targets' | 'testTargets'>;
}

/** One question: what is asked, what would be right, and what each track says. */
export interface Answer {
  readonly question: string;
  /** Not taught. */
  readonly asked: boolean;
  readonly right: number;
  readonly given: readonly number[];
}

/** Every question with its answers, those that were taught first. **exact** */
export function answersOf(
  { questions: { taught, asked, unit }, data }: Exam,
  all: readonly TrackOutputs[],
): readonly Answer[] {
  const rows = (
    words: readonly string[],
    targets: ArrayLike<number>,
    outputs: (of: TrackOutputs) => ArrayLike<number>,
    isAsked: boolean,
  ): Answer[] =>
    words.map((question, l) => ({
      question,
      asked: isAsked,
      right: unit * targets[l],
      given: all.map((track) => unit * outputs(track)[l]),
    }));
  return [
    ...rows(taught, data.targets, ({ outputs }) => outputs, false),
    ...rows(asked, data.testTargets, ({ testOutputs }) => testOutputs, true),
  ];
}

/** Right answers as rings, given ones as dots; beside them every question in words. */
export function answersFigure(exam: Exam, all: readonly TrackOutputs[], held: (data: Span) => Span): Figure {
  const answers = answersOf(exam, all);
  const places = answers.map((_, i) => i + 1);
  const rings = (of: boolean): Dots => ({
    kind: 'dots',
    x: places.filter((_, i) => answers[i].asked === of),
    y: answers.filter(({ asked }) => asked === of).map(({ right }) => right),
    ink: of ? 'text-2' : 'text',
    shape: of ? 'cross' : 'open',
    size: of ? 9 : 11,
  });
  const dots = all.map(({ track }, index): Dots => ({
    kind: 'dots',
    x: places,
    y: answers.map(({ given }) => given[index]),
    ink: track.role,
    shape: 'solid',
    size: 7,
  }));
  const marks = [...dots.reverse(), rings(false), rings(true)];
  const span = held(extent(marks.map(({ y }) => y)) ?? { min: 0, max: 1 });
  const name = ({ question, asked }: Answer): string =>
    text(asked ? 'chart.answers.asked' : 'chart.answers.taught', { question });
  const figure: Figure = {
    x: {
      name: text('chart.answers.number'),
      scale: 'linear',
      span: { min: 0.5, max: answers.length + 0.5 },
      whole: true,
    },
    panels: [{ y: { name: text('chart.answers.axis'), scale: 'linear', span }, share: 1, marks }],
    labels: [],
    facts: {
      columns: [
        { name: text('chart.answers.right'), ink: 'text' },
        ...all.map(({ track }) => ({ name: trackLabel(track), ink: track.role })),
      ],
      rows: answers.map((answer) => ({
        name: name(answer),
        values: [
          formatShort(answer.right),
          ...answer.given.map((value) => value.toFixed(2).replace('-', '−')),
        ],
      })),
      notes: [text('chart.answers.note')],
    },
    summary: text('chart.answers.summary', {
      said: answers
        .map((answer) =>
          text('chart.answers.said', {
            question: name(answer),
            given: answer.given.map((value) => formatShort(value)).join(', '),
            right: formatShort(answer.right),
          }),
        )
        .join('; '),
    }),
  };
  return figure;
}

/** A row for every question. */
export function answersTable(exam: Exam, all: readonly TrackOutputs[]): Table {
  return {
    columns: [
      'question',
      'asked (1) or taught (0)',
      'right answer',
      ...all.map(({ track }) => `${track.id}: answer`),
    ],
    rows: answersOf(exam, all).map(({ asked, right, given }, i) => [i + 1, Number(asked), right, ...given]),
  };
}
