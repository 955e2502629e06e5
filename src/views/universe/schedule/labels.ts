import { formatFixed, trimmed } from '../times.ts';
import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text, type MessageId } from '../../../messages/index.ts';
import type { Segment, SegmentShape } from '../../../scenario/segments.ts';
import type { Label } from '../../scene/labelLayer.ts';
import type { Offset } from '../../scene/labels.ts';
import { isNarrow, timeX } from '../place.ts';
import type { UniverseMoment } from '../model.ts';
import { etaY, type ScheduleScale } from './scale.ts';

/** What the labels of the schedule read; written before each drawing. */
export interface ScheduleState {
  moment: UniverseMoment | null;
  readonly scale: ScheduleScale;
  segments: readonly Segment[];
  /** There is no room for names over the plot. */
  low: boolean;
}

const shapes: Readonly<Record<SegmentShape, MessageId>> = {
  constant: 'universe.shape.constant',
  rise: 'universe.shape.rise',
  fall: 'universe.shape.fall',
  steps: 'universe.shape.steps',
  jumps: 'universe.shape.jumps',
  frictionless: 'universe.shape.frictionless',
};
const shapeNames = Object.keys(shapes) as SegmentShape[];
/** What a stretch of the schedule does: 'warm-up'. */
export function shapeWords(shape: SegmentShape): string {
  return text(shapes[shape]);
}

/** Decimals beyond which a distance from −1 is written by itself. */
const MOST_DECIMALS = 4;

/** Decimals with which w can be told from −1. */
function decimalsOf(w: number): number {
  const size = Math.abs(w);
  const usual = size >= 10 ? 0 : size >= 1 ? 1 : 2;
  const apart = Math.abs(w + 1);
  return apart > 0 ? Math.max(usual, -Math.floor(Math.log10(apart))) : usual;
}

/** w to some decimals, with no zeros at its end: −1.05, 0.33. */
function stateWords(w: number, decimals: number): string {
  if (decimals > MOST_DECIMALS) {
    return text(w < -1 ? 'universe.belowMinusOne' : 'universe.aboveMinusOne', {
      distance: formatNumber(Math.abs(w + 1), 1),
    });
  }
  return trimmed(formatFixed(w, decimals));
}

/** Lines of type under which a stretch has a brief name, and under which it has no range of w. */
const BRIEF = 26;
const NO_RANGE = 16;

/**
 * The universe that it is, with its w: 'phantom, w −1.58'; a w near −1 with the digits that tell them apart.
 *  @param room  width for it, in lines of type
 */
export function fluidWords({ fluid, equationOfState }: Segment, room = Infinity): string {
  const brief = room < BRIEF && fluid === 'accelerating';
  const name = text(brief ? 'universe.fluid.acceleratingBrief' : `universe.fluid.${fluid}`);
  if (equationOfState === null || fluid === 'deSitter') return name;
  const [least, most] = equationOfState;
  // The end that is farther from −1 says how fine the numbers have to be.
  const decimals = decimalsOf(Math.abs(least + 1) > Math.abs(most + 1) ? least : most);
  const [first, last] = [stateWords(least, decimals), stateWords(most, decimals)];
  if (first === last) return text('universe.fluidW', { name, w: first });
  return room < NO_RANGE ? name : text('universe.fluidRange', { name, from: first, to: last });
}

const NAMED = 12;
const NO_PLACE = { width: 0, type: 1 };
const MIDDLE: readonly Offset[] = [0, 36, -36, 72, -72].map((dx) => ({ dx, dy: 0, align: 0.5 }));
const AT_END: readonly Offset[] = [
  { dx: 12, dy: 0, align: 0 },
  { dx: 12, dy: 18, align: 0 },
  { dx: 12, dy: -18, align: 0 },
  { dx: 12, dy: 34, align: 0 },
  { dx: 12, dy: -34, align: 0 },
  { dx: 0, dy: 0, align: 0 },
];
/** Where the names of lines stand in a narrow pane: over the plot, in one row. */
const ROW = 4.9;
const ROW_APART = 6.6;

/** Names of the lines with their values now, of the stretches, and of the axis. */
export function scheduleLabels(state: ScheduleState): Label[] {
  const { scale } = state;
  const endLabel = (
    look: string,
    symbol: string,
    name: string,
    order: number,
    value: () => string,
    y: () => number,
  ): Label => ({
    parts: [{ text: name }, { symbol }],
    look,
    offsets: AT_END,
    half: 'any',
    value,
    anchor(out) {
      if (state.moment === null || scale.most === 0 || state.low) return false;
      const { place, ink } = state.moment;
      const narrow = isNarrow(place);
      out[0] = narrow ? place.left + order * ROW_APART * ink.type - 12 : place.right;
      out[1] = narrow ? ROW * ink.type : Math.min(scale.bottom - 6, Math.max(scale.top + 4, y()));
      out[2] = 0;
      return true;
    },
  });
  const now = (): number => state.moment?.course.now ?? 0;
  const etaNow = (): number => state.moment?.course.etaAt(now()) ?? NaN;
  const etaEnd = (): number => state.moment?.course.etaAt(state.moment.place.to) ?? NaN;
  const hubbleOf = (eta: number): number => 1 / (eta * (state.moment?.expansion.dimension ?? 1));
  const rate = endLabel(
    'strong bright',
    'η',
    text('universe.rateLine'),
    0,
    () => ` ${formatNumber(etaNow())}`,
    () => etaY(scale, etaEnd()),
  );
  const hubble = endLabel(
    'role-expansion',
    'H',
    text('universe.hubbleLine'),
    1,
    () =>
      text(isNarrow(state.moment?.place ?? NO_PLACE) ? 'universe.hubbleDrawnRow' : 'universe.hubbleDrawn', {
        value: formatNumber(hubbleOf(etaNow())),
        factor: formatShort(scale.factor, 2),
      }),
    () => etaY(scale, scale.factor * hubbleOf(etaEnd())),
  );
  const axis: Label = {
    parts: [{ text: text('universe.timeAxis') }, { symbol: 't' }],
    look: 'quiet',
    offsets: [{ dx: 0, dy: 0, align: 0 }],
    half: 'any',
    anchor(out) {
      if (state.moment === null) return false;
      const { place, ink } = state.moment;
      out[0] = isNarrow(place) ? place.right - 3.4 * ink.type : place.right + ink.type;
      out[1] = scale.bottom + 1.1 * ink.type;
      out[2] = 0;
      return true;
    },
  };
  const segment = (index: number): Label => ({
    parts: [],
    look: 'segment',
    offsets: MIDDLE,
    half: 'any',
    subject: {
      key: () => {
        const found = state.segments[index];
        return found === undefined ? -1 : shapeNames.indexOf(found.shape);
      },
      part: (key) => ({ text: `${shapeWords(shapeNames[key])} =` }),
    },
    value() {
      const found = state.segments[index];
      if (state.moment === null || found === undefined) return '';
      const { place, ink } = state.moment;
      return fluidWords(found, (timeX(place, found.to) - timeX(place, found.from)) / ink.type);
    },
    anchor(out) {
      const found = state.segments[index];
      if (state.moment === null || found === undefined || state.low) return false;
      const { place, ink } = state.moment;
      const from = Math.max(place.left, timeX(place, found.from));
      const to = Math.min(place.right, timeX(place, found.to));
      if (to - from < 5 * ink.type) return false;
      out[0] = Math.max(place.left + 8 * ink.type, 0.5 * (from + to));
      out[1] = scale.top - 1.15 * ink.type;
      out[2] = 0;
      return true;
    },
  });
  return [rate, hubble, axis, ...Array.from({ length: NAMED }, (_, index) => segment(index))];
}
