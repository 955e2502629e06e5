import { text } from '../../../messages/index.ts';
import { aroundZero, extent, type Span } from '../axes.ts';
import type { Dots, Facts, Figure, Line, Mark } from '../figure.ts';
import { dashOf, type ChartTrack } from '../tracks.ts';
import { thresholdOf } from './classes.ts';
import { contourOf } from './contour.ts';
import { strided, type Task } from './data.ts';
import { saidOf } from './facts.ts';
import { MAP_SIDE } from './probe.ts';

/** What one track gives now. */
export interface TrackOutputs {
  readonly track: ChartTrack;
  readonly outputs: Float32Array;
  readonly testOutputs: Float32Array;
  readonly probe: Float32Array;
}

/** Gives the axis of the outputs a span that holds its data; see held.ts. */
export type Held = (data: Span) => Span;

/** Points of a scatter at most. */
const MOST_DOTS = 2000;

function hold(held: Held, rows: readonly ArrayLike<number>[]): Span {
  return held(extent(rows) ?? { min: -1, max: 1 });
}

/** Rings in the colour of sources round the samples at work. */
function litDots(atWork: readonly number[], x: ArrayLike<number>, y: ArrayLike<number>): Dots[] {
  if (atWork.length === 0) return [];
  const pick = (of: ArrayLike<number>) => atWork.map((sample) => of[sample]);
  return [{ kind: 'dots', x: pick(x), y: pick(y), ink: 'J', shape: 'solid', size: 7, around: 6 }];
}

/** Longest name on an axis. */
const LONGEST = 32;

/** The symbol of an input, with the name of its column where it has one. */
function inputName({ names }: Task['data'], input: number, symbol: string): string {
  const name = names?.[input];
  if (name === undefined) return symbol;
  // A stranger's name marks nothing (words.ts).
  const plain = name.replaceAll('*', '∗').replaceAll('{', '(').replaceAll('}', ')');
  const short = plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain;
  return text('chart.learned.named', { symbol, name: short });
}

function trackLine(track: ChartTrack, x: ArrayLike<number>, y: ArrayLike<number>): Line {
  return { kind: 'line', x, y, ink: track.role, thick: track.role === 'second', dash: dashOf(track) };
}

/** The main track last: it lies on top. */
function topLast<T extends { readonly track: ChartTrack }>(all: readonly T[]): readonly T[] {
  return [...all].sort((a, b) => b.track.index - a.track.index);
}

/** Outputs and targets of one sample along the ring. */
export function profileFigure(
  task: Task,
  all: readonly TrackOutputs[],
  sample: number,
  held: Held,
  facts: Facts,
): Figure {
  const { outputCount, targets } = task.data;
  const from = Math.min(sample, task.data.sampleCount - 1) * outputCount;
  const wanted = targets.subarray(from, from + outputCount);
  const sites = Float64Array.from({ length: outputCount }, (_, site) => site);
  const lines = topLast(all).map(({ track, outputs }) =>
    trackLine(track, sites, outputs.subarray(from, from + outputCount)),
  );
  const dots: Dots = {
    kind: 'dots',
    x: sites,
    y: wanted,
    ink: 'text-2',
    shape: 'open',
    size: outputCount > 96 ? 3 : 4,
  };
  const span = hold(held, [wanted, ...lines.map(({ y }) => y)]);
  return {
    x: {
      name: text('chart.learned.site'),
      scale: 'linear',
      span: { min: 0, max: outputCount - 1 },
      whole: true,
    },
    panels: [
      { y: { name: text('chart.learned.output'), scale: 'linear', span }, share: 1, marks: [dots, ...lines] },
    ],
    labels: [],
    facts,
    summary: text('chart.learned.profileSummary', { sample: sample + 1, said: saidOf(facts) }),
  };
}

/** Outputs of a network of one input as curves through its samples. */
export function curveFigure(
  task: Task,
  all: readonly TrackOutputs[],
  held: Held,
  facts: Facts,
  atWork: readonly number[],
): Figure {
  const { data, spans, probe } = task;
  const marks: Mark[] = [];
  for (let output = 0; output < data.outputCount; output++) {
    for (const { track, probe: values } of topLast(all)) {
      marks.push(trackLine(track, probe ?? [], strided(values, output, data.outputCount)));
    }
    marks.push({
      kind: 'dots',
      x: data.inputs,
      y: strided(data.targets, output, data.outputCount),
      ink: 'text',
      shape: 'open',
      size: 6,
    });
    for (const dot of litDots(atWork, data.inputs, strided(data.targets, output, data.outputCount)))
      marks.push(dot);
    if (data.testCount === 0) continue;
    marks.push({
      kind: 'dots',
      x: data.testInputs,
      y: strided(data.testTargets, output, data.outputCount),
      ink: 'text-2',
      shape: 'cross',
      size: 5,
    });
  }
  const span = hold(
    held,
    marks.map(({ y }) => y),
  );
  return {
    x: { name: inputName(data, 0, text('chart.learned.input')), scale: 'linear', span: spans[0] },
    panels: [{ y: { name: text('chart.learned.output'), scale: 'linear', span }, share: 1, marks }],
    labels: [],
    facts,
    summary: text('chart.learned.curveSummary', { samples: data.sampleCount, said: saidOf(facts) }),
  };
}

/** Centre and half width of the outputs on the diverging map. */
function scaleOf({ classes, data }: Task, output: number): { centre: number; half: number } {
  if (classes?.kind === 'sign') return { centre: 0, half: 1 };
  if (classes !== null) return { centre: 0.5, half: 0.5 };
  const targets = extent([strided(data.targets, output, data.outputCount)]) ?? { min: -1, max: 1 };
  return { centre: 0, half: aroundZero(targets).max || 1 };
}

/** Outputs of a network of two inputs as a map, its samples on it, and where each track draws the border. */
export function mapFigure(
  task: Task,
  all: readonly TrackOutputs[],
  output: number,
  facts: Facts,
  atWork: readonly number[],
): Figure {
  const { data, spans, classes } = task;
  const [x, y] = spans;
  const { centre, half } = scaleOf(task, output);
  const shade = (values: ArrayLike<number>): Float32Array =>
    Float32Array.from(strided(values, output, data.outputCount), (value) => (value - centre) / half);
  // The main track is the map; were it hidden, the first that is shown. Logits are drawn as what they say: 2σ(z) − 1.
  const [main] = all;
  const probable = main.track.logits === true && classes?.kind === 'bit';
  const map = probable ? main.probe.map((logit) => Math.tanh(logit / 2)) : shade(main.probe);
  const scale = probable
    ? { name: text('chart.learned.probability'), centre: 0.5, half: 0.5 }
    : { name: text('chart.learned.outputValue'), centre, half };
  const marks: Mark[] = [];
  for (const { track, probe } of topLast(all)) {
    const level = classes?.kind === 'one-hot' ? centre : thresholdOf(classes, track.logits);
    const border = contourOf(strided(probe, output, data.outputCount), MAP_SIDE, MAP_SIDE, level, x, y);
    marks.push(trackLine(track, border.x, border.y));
  }
  // Behind the samples, so that those at work have a ring.
  for (const dot of litDots(atWork, strided(data.inputs, 0, 2), strided(data.inputs, 1, 2))) marks.push(dot);
  marks.push({
    kind: 'dots',
    x: strided(data.inputs, 0, 2),
    y: strided(data.inputs, 1, 2),
    ink: 'text',
    shape: 'solid',
    size: data.sampleCount > 100 ? 5 : 7,
    shade: shade(data.targets),
  });
  if (data.testCount > 0) {
    const test = { x: strided(data.testInputs, 0, 2), y: strided(data.testInputs, 1, 2) };
    marks.push({ kind: 'dots', ...test, ink: 'text', shape: 'cross', size: 5 });
  }
  return {
    x: { name: inputName(data, 0, text('chart.learned.inputOne')), scale: 'linear', span: x },
    panels: [
      {
        y: { name: inputName(data, 1, text('chart.learned.inputTwo')), scale: 'linear', span: y },
        share: 1,
        marks,
      },
    ],
    labels: [],
    square: true,
    raster: { columns: MAP_SIDE, rows: MAP_SIDE, values: map, smooth: true, scale },
    facts,
    summary: text('chart.learned.mapSummary', { samples: data.sampleCount, said: saidOf(facts) }),
  };
}

/** Outputs against targets: on the diagonal they are met. */
export function scatterFigure(
  task: Task,
  all: readonly TrackOutputs[],
  held: Held,
  facts: Facts,
  atWork: readonly number[],
): Figure {
  const { data } = task;
  const every = Math.max(1, Math.ceil(data.targets.length / MOST_DOTS));
  const wanted = strided(data.targets, 0, every);
  const dots: Mark[] = topLast(all).map(({ track, outputs }) => ({
    kind: 'dots',
    x: wanted,
    y: strided(outputs, 0, every),
    ink: track.role,
    shape: track.index === 0 ? 'solid' : 'open',
    size: 5,
  }));
  const [main] = all;
  const numbers = atWork.flatMap((l) =>
    Array.from({ length: data.outputCount }, (_, output) => l * data.outputCount + output),
  );
  for (const dot of litDots(numbers.slice(0, MOST_DOTS), data.targets, main.outputs)) dots.unshift(dot);
  if (data.testCount > 0) {
    const tested = strided(data.testTargets, 0, every);
    dots.push({
      kind: 'dots',
      x: tested,
      y: strided(main.testOutputs, 0, every),
      ink: 'text',
      shape: 'cross',
      size: 5,
    });
  }
  const span = hold(
    held,
    dots.flatMap((mark) => [mark.x, mark.y]),
  );
  const ends = [span.min, span.max];
  const diagonal: Line = { kind: 'line', x: ends, y: ends, ink: 'theory', dash: 'dash' };
  return {
    x: { name: text('chart.learned.target'), scale: 'linear', span },
    panels: [
      {
        y: { name: text('chart.learned.output'), scale: 'linear', span },
        share: 1,
        marks: [diagonal, ...dots],
      },
    ],
    labels: [],
    square: true,
    facts,
    summary: text('chart.learned.scatterSummary', { numbers: data.targets.length, said: saidOf(facts) }),
  };
}
