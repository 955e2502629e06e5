import type { RunInfo } from '../../../engine/protocol.ts';
import { formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { trackLook, trackWords } from '../../tracks.ts';
import type { Label } from '../../scene/labelLayer.ts';
import type { Offset } from '../../scene/labels.ts';
import { neuronParts } from '../neuronParts.ts';
import type { Plot } from '../layout.ts';
import { CURVE_HEIGHT } from './shaders.ts';
import { along, ticksOf } from './slice.ts';
import type { PlotState } from './state.ts';

/** Under the plot, line by line, as far down as type needs; where the pane ends before, further to the left. */
const under = (places: readonly number[]): readonly Offset[] =>
  places.flatMap((dx) => Array.from({ length: 30 }, (_, n): Offset => ({ dx, dy: 30 + 4 * n, align: 0 })));
const UNDER = under([0, -40, -80, -130, -180]);
/** Where the last layer has its foot at the same height: right of that, or nowhere. */
const UNDER_BESIDE_FOOT = under([48, 28]);
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';
const lowered = (n: number): string => [...String(n)].map((digit) => SUBSCRIPTS[Number(digit)]).join('');

/** The name of an input, counted from one: X₂. */
export const inputName = (input: number): string => `X${lowered(input + 1)}`;

/**
 * What is written beside the plot: its title, its axes, what its marks mean and how many samples are right.
 *  @param lowest  height of the lowest neuron: under it stand the feet of the layers
 */
export function plotLabels(info: RunInfo, plot: Plot, lowest: number, state: PlotState): Label[] {
  const { x, y, half } = plot;
  const below = lowest > y - half ? UNDER_BESIDE_FOOT : UNDER;
  const at =
    (right: () => number | null, up: () => number | null) =>
    (out: Float32Array): boolean => {
      const [a, b] = [right(), up()];
      if (state.asked === null || a === null || b === null) return false;
      out[0] = x + half * a;
      out[1] = y + half * b;
      out[2] = 0;
      return true;
    };
  const always = (value: number) => (): number => value;
  const title: Label = {
    parts: [],
    look: 'strong',
    half: 'any',
    offsets: [{ dx: 0, dy: -14, align: 0 }],
    anchor: at(always(-1), always(1)),
    subject: { key: () => state.neuron, part: (neuron) => neuronParts(info.layout, neuron) },
    value: () => `(${(state.asked?.slice.axes ?? []).map(inputName).join(', ')})`,
  };
  const tick = (axis: number, n: number): number | null => {
    const span = state.asked?.slice.spans[axis];
    return span === undefined ? null : (ticksOf(span).at(n) ?? null);
  };
  const across = (n: number): Label => ({
    parts: [],
    look: 'quiet',
    half: 'any',
    offsets: [{ dx: 0, dy: 12, align: 0.5 }],
    anchor: at(() => {
      const [value, span] = [tick(0, n), state.asked?.slice.spans[0]];
      return value === null || span === undefined ? null : along(span, value);
    }, always(-1)),
    value: () => formatShort(tick(0, n) ?? NaN),
  });
  // Upwards stand the second input, or the values of a curve.
  const upTick = (n: number): number | null => {
    if (state.asked?.slice.axes.length !== 1) return tick(1, n);
    const { centre, half: most } = state.colours;
    return ticksOf({ min: centre - 1.1 * most, max: centre + 1.1 * most }).at(n) ?? null;
  };
  const upwards = (n: number): Label => ({
    parts: [],
    look: 'quiet',
    half: 'any',
    offsets: [{ dx: 6, dy: 0, align: 0 }],
    anchor: at(always(1), () => {
      const value = upTick(n);
      if (value === null) return null;
      const span = state.asked?.slice.spans[1];
      if (span !== undefined) return along(span, value);
      return (CURVE_HEIGHT * (value - state.colours.centre)) / state.colours.half;
    }),
    value: () => formatShort(upTick(n) ?? NaN),
  });
  const axisName = (axis: number): Label => ({
    parts: [],
    look: 'quiet',
    half: 'any',
    offsets: axis === 0 ? [{ dx: 0, dy: 12, align: 0.5 }] : [{ dx: 6, dy: 0, align: 0 }],
    anchor: axis === 0 ? at(always(0.5), always(-1)) : at(always(1), always(0.5)),
    value: () => {
      const input = state.asked?.slice.axes.at(axis);
      return input === undefined ? 'Z' : inputName(input);
    },
  });
  // A hand may add samples while the run goes on.
  const dataNow = (): RunInfo['data'] => (state.asked?.info ?? info).data;
  const samples: Label = {
    parts: [],
    look: '',
    half: 'any',
    offsets: below,
    anchor: at(always(-1), always(-1)),
    value: () => {
      const curve = state.asked?.slice.axes.length === 1;
      const { classes } = state.task;
      const tested = dataNow().testCount > 0 ? text('dense.plot.tested') : '';
      if (curve || classes === null) return text('dense.plot.targets') + tested;
      const low = classes.kind === 'sign' ? '−1' : '0';
      const marks = state.narrow ? 'dense.plot.classesShort' : 'dense.plot.classes';
      return text(marks, { low, high: '1' }) + tested;
    },
  };
  const level: Label = {
    parts: [],
    look: 'quiet',
    half: 'any',
    offsets: below,
    anchor: (out) =>
      !state.narrow && state.right !== null && state.neuronIsOutput && at(always(-1), always(-1))(out),
    value: () => text('dense.plot.level', { level: formatShort(state.level) }),
  };
  const line = (main: boolean): Label[] =>
    info.tracks.map((track, index): Label => ({
      parts: [],
      look: trackLook(track).look,
      half: 'any',
      offsets: below,
      anchor: (out) => {
        const shown = main ? state.asked?.track : state.asked?.other;
        return shown?.index === index && state.neuronIsOutput && at(always(-1), always(-1))(out);
      },
      value: () => {
        const curve = state.asked?.slice.axes.length === 1;
        const name = trackWords(info, index);
        const right = main ? state.right : state.otherRight;
        if (right === null) {
          const level = formatShort(main ? state.level : state.otherLevel);
          return curve ? `— ${name}` : text('dense.plot.line', { level, track: name });
        }
        // Its colour names the track, too.
        const counted = state.narrow ? 'dense.plot.rightShort' : 'dense.plot.right';
        return text(counted, { right, count: dataNow().sampleCount, track: name });
      },
    }));
  return [
    title,
    ...[0, 2, 1].map(across),
    ...[0, 2, 1].map(upwards),
    axisName(0),
    axisName(1),
    samples,
    ...line(true),
    ...line(false),
    level,
  ];
}
