import { placeOf } from '../../engine/sweep/document.ts';
import { SEED } from '../../engine/sweep/axis.ts';
import type { Sweep } from '../../engine/sweep/types.ts';
import type { CostUnit } from '../../engine/protocol.ts';
import { regimes, type Regime } from '../../engine/regime.ts';
import { formatInteger, formatNumber } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { regimeName } from '../controls/RegimeBadge.tsx';
import { valueOf, type Diagram, type Mark, type Tally } from './diagram.ts';
import { axisValue } from './draw.ts';
import type { Point, Scalar } from './quantities.ts';
import { sweepables } from './setup.ts';
import type { SweepState } from './state.ts';

const quantityNames: Readonly<Record<string, MessageId>> = {
  cost: 'sweep.quantity.cost',
  batchCost: 'sweep.quantity.batchCost',
  kinetic: 'sweep.quantity.kinetic',
  gamma: 'sweep.quantity.gamma',
  logScaleFactor: 'sweep.quantity.logScaleFactor',
  step: 'sweep.quantity.step',
  dt: 'sweep.quantity.dt',
  'regime.regime': 'regime.name',
};
const units: Readonly<Record<CostUnit, MessageId>> = {
  'target^2': 'unit.target2',
  target: 'unit.target',
  nat: 'unit.nat',
  '1': 'unit.none',
};
/** Quantities in units of the cost. */
const energies: readonly string[] = ['cost', 'batchCost', 'kinetic'];

/** Name of a quantity: of an observation's its id and the names in it. */
export function quantityName(quantity: string): string {
  const known = quantityNames[quantity];
  return known === undefined ? quantity.replaceAll('.', ' · ') : text(known);
}

/** The same with its unit, where it is known. */
export function quantityWords(quantity: string, unit: CostUnit | null): string {
  const name = quantityName(quantity);
  if (unit === null || !energies.includes(quantity)) return name;
  return text('sweep.inUnit', { name, unit: text(units[unit]) });
}

/** A value as it is written: a regime by its name. */
export function scalarWords(value: Scalar): string {
  if (typeof value === 'number') return formatNumber(value);
  const regime = regimes.find((known): known is Regime => known === value);
  const named = regime === undefined ? '' : regimeName({ regime, foundAt: null });
  return named === '' ? value : named;
}

/** How the axes of a sweep are called: symbol and name, and short by the symbol alone. */
export interface AxisName {
  readonly short: string;
  readonly long: string;
  /** How its values are written. */
  readonly value: (value: unknown) => string;
}
export function axisNames({ axes, run }: Sweep): readonly AxisName[] {
  const known = sweepables(run.scenario);
  return axes.map(({ path }) => {
    const found = known.find((one) => one.path === path);
    if (found === undefined) return { short: path, long: path, value: axisValue };
    const options = 'options' in found ? found.options : [];
    const value = (of: unknown): string =>
      axisValue(options.find((option) => option.value === of)?.label ?? of);
    const { symbol, label, unit } = found;
    const short = symbol === '' ? label : symbol;
    const named = path === SEED || symbol === '' ? label : `${symbol}, ${label.toLowerCase()}`;
    return { short, long: unit === '' ? named : `${named} (${unit})`, value };
  });
}

/** Where a point stands: 'γ = 0.1, J = 2'. */
export function placeWords(sweep: Sweep, names: readonly AxisName[], point: number): string {
  const place = placeOf(sweep.axes, point);
  return sweep.axes
    .map(({ values }, index) => `${names[index].short} = ${names[index].value(values[place[index]])}`)
    .join(', ');
}

/** How a point came out. */
export function pointWords(point: Point | undefined, quantity: string): string {
  if (point === undefined) return text('sweep.notRun');
  if (point.state === 'failed') return text('sweep.failedBy', { reason: point.reason });
  if (point.state === 'blow-up') return text('sweep.blownAt', { time: formatNumber(point.t) });
  const value = valueOf(point, quantity);
  const told = `${quantityName(quantity)} ${value === null ? text('sweep.noValue') : scalarWords(value)}`;
  return point.overBound ? `${told}; ${text('sweep.overBound')}` : told;
}

/** How far the sweep is, in a sentence. */
export function stateWords({ state, sweep, reason }: SweepState, tally: Tally | null): string {
  if (sweep === null || tally === null) return '';
  const { total, done, blown, failed } = tally;
  const finished = done + blown + failed;
  const counts = { finished: formatInteger(finished), total: formatInteger(total) };
  switch (state) {
    case 'idle':
      return '';
    case 'running':
      return text('sweep.running', counts);
    case 'stopped':
      return [text('sweep.stopped', counts), reason].filter(Boolean).join(' ');
    case 'broken':
      return text('sweep.broken', { reason });
    case 'done':
      return text('sweep.done', { total, blown, failed });
  }
}

/** What the picture shows, in a sentence. */
export function spreadWords({ scale }: Diagram, quantity: string): string {
  if (scale.kind !== 'numbers') return '';
  const { min, max } = scale;
  return text('sweep.spread', {
    name: quantityName(quantity),
    min: formatNumber(min),
    max: formatNumber(max),
  });
}

/** What a mark means. */
export function markWords(mark: Mark): string {
  if (mark === 'missing') return text('sweep.notRun');
  if (mark === 'over') return text('sweep.over');
  return mark === 'done' ? text('sweep.noValue') : text(`sweep.state.${mark}`);
}
