import { costKindOf, costUnitOf } from '../../../physics/networks/cost.ts';
import { fieldWirings } from '../../../physics/fields/index.ts';
import { networkWirings } from '../../../physics/networks/index.ts';
import type { System, TrainingData } from '../../../physics/types.ts';
import { wiringOf, type LayerWires, type Wiring, type WiringOf } from '../../../physics/wiring.ts';
import { ScenarioError, type Scenario } from '../../../scenario/types.ts';
import { valuesOf } from '../../../scenario/sections.ts';
import { floats, whole } from './encode.ts';

/** Most weights of a quadratic cost: its matrix is found column by column. */
const MOST_WEIGHTS = 20_000;
/** Most entries of its matrices. */
const MOST_ENTRIES = 1_000_000;
/** Most wires of layers that are not full matrices, and most entries of a layer's matrix. */
const MOST_WIRES = 500_000;
const MOST_PLACES = 4_000_000;

/** What a script needs of the force. */
export interface ForceLines {
  readonly lines: string[];
  readonly force: 'quadratic' | 'network';
}

const refuse = (scenario: Scenario, expected: string): never => {
  throw new ScenarioError('system', scenario.system.kind, expected);
};

/** b and H of the gradient H W − b of some samples, H by its entries that are not 0; at a factor on K. */
interface Quadratic {
  readonly rows: number[];
  readonly columns: number[];
  readonly values: number[];
  readonly b: Float64Array;
}

function quadraticOf(system: System, batch: Int32Array | null, stiffness: number): Quadratic {
  const P = system.weightCount;
  const weights = new Float64Array(P);
  const origin = new Float64Array(P);
  const column = new Float64Array(P);
  system.force.gradient(weights, batch, stiffness, origin);
  const [rows, columns, values]: number[][] = [[], [], []];
  for (let j = 0; j < P; j++) {
    weights[j] = 1;
    system.force.gradient(weights, batch, stiffness, column);
    weights[j] = 0;
    for (let i = 0; i < P; i++) {
      const value = column[i] - origin[i];
      if (value === 0) continue;
      rows.push(i);
      columns.push(j);
      values.push(value);
    }
  }
  return { rows, columns, values, b: origin.map((value) => -value) };
}

/** Whether the gradient at some other place is H W − b, to round-off. */
function isQuadratic(system: System, { rows, columns, values, b }: Quadratic): boolean {
  const P = system.weightCount;
  const place = Float64Array.from({ length: P }, (_, i) => 0.3 + ((7 * i) % 11) / 9);
  const gradient = new Float64Array(P);
  system.force.gradient(place, null, 1, gradient);
  const made = b.map((value) => -value);
  const size = b.map(Math.abs);
  values.forEach((value, n) => {
    made[rows[n]] += value * place[columns[n]];
    size[rows[n]] += Math.abs(value * place[columns[n]]);
  });
  return made.every((value, i) => Math.abs(value - gradient[i]) <= 1e-9 * size[i]);
}

const matrix = ({ rows, columns, values }: Quadratic): string =>
  `(${whole(rows)}, ${whole(columns)}, ${floats(values)})`;

/** A quadratic cost by its numbers: C = c − b·W + W·H W/2. **exact** to round-off */
function quadraticLines(system: System, scenario: Scenario, samples: Iterable<number> | null): ForceLines {
  if (system.weightCount > MOST_WEIGHTS) refuse(scenario, `at most ${MOST_WEIGHTS} weights in a script`);
  const whole = quadraticOf(system, null, 1);
  if (!isQuadratic(system, whole))
    refuse(scenario, 'a quadratic cost, or layers of wires: the script has no other force');
  const constant = system.cost(new Float64Array(system.weightCount), null, 1);
  const lines = [`    "c": ${constant},`, `    "b": ${floats(whole.b)},`, `    "H": ${matrix(whole)},`];
  let entries = whole.values.length;
  const count = (more: number): void => {
    entries += more;
    if (entries > MOST_ENTRIES) refuse(scenario, `at most ${MOST_ENTRIES} couplings in a script`);
  };
  count(0);
  // Stretched: H(s) = H(0) + s (H(1) − H(0)).
  if (system.gradientEnergy !== undefined) {
    const still = quadraticOf(system, null, 0);
    count(still.values.length);
    lines.push(`    "H0": ${matrix(still)},`);
  }
  if (samples !== null) {
    lines.push('    "each": {');
    for (const sample of samples) {
      const one = quadraticOf(system, Int32Array.of(sample), 1);
      count(one.values.length);
      lines.push(`      ${sample}: (${floats(one.b)}, ${matrix(one)}),`);
    }
    lines.push('    },');
  }
  return { lines, force: 'quadratic' };
}

/** A full matrix in row-major order by its first weight, else wire by wire. */
function wireText({ weight, from, to }: LayerWires, inputs: number, outputs: number): string {
  const isFull =
    weight.length === inputs * outputs &&
    weight.every((w, n) => w === weight[0] + n && from[n] === n % inputs && to[n] === Math.floor(n / inputs));
  return isFull
    ? `full(${weight[0]}, ${inputs}, ${outputs})`
    : `(${whole(weight)}, ${whole(from)}, ${whole(to)})`;
}

/** A network of layers by its wires, its laws and its samples. */
function networkLines(
  system: System,
  scenario: Scenario,
  { widths, layers, inputs, targets, costScale }: Wiring,
): ForceLines {
  const places = Math.max(...layers.map((_, m) => widths[m] * widths[m + 1]));
  if (places > MOST_PLACES) refuse(scenario, `layers of at most ${MOST_PLACES} pairs of neurons in a script`);
  if (layers.reduce((sum, { weight }) => sum + weight.length, 0) > MOST_WIRES)
    refuse(scenario, `at most ${MOST_WIRES} wires in a script`);
  const kind = costKindOf(costUnitOf(system, scenario.system.cost)) ?? 'squared';
  const lines = [
    `    "cost": ${JSON.stringify(kind)}, "cost_scale": ${costScale}, "widths": [${widths.join(', ')}],`,
    '    "layers": [',
    ...layers.map(({ law, ...wires }, m) => {
      const { kind: sigma, p, q, r } = law.activation;
      const biases = `(${whole(wires.biasWeight)}, ${whole(wires.biasTo)})`;
      const scales = `${law.weightScale}, ${law.biasScale}`;
      const kept = law.residual ? 'True' : 'False';
      return `      (("${sigma}", ${p}, ${q}, ${r}), ${scales}, ${kept}, ${wireText({ law, ...wires }, widths[m], widths[m + 1])}, ${biases}),`;
    }),
    '    ],',
    `    "X": ${floats(inputs)}.reshape(-1, ${widths[0]}),`,
    `    "Y": ${floats(targets)}.reshape(-1, ${widths[widths.length - 1]}),`,
  ];
  return { lines, force: 'network' };
}

/**
 * The force of a system, as entries of a part of the script.
 *  @param samples  those that work by themselves; null: the full batch at every step
 *  @throws ScenarioError that says what the script cannot do
 */
export function forceLines(
  system: System,
  data: TrainingData,
  scenario: Scenario,
  samples: Iterable<number> | null,
): ForceLines {
  const wirings: Readonly<Partial<Record<string, WiringOf>>> = { ...networkWirings, ...fieldWirings };
  const wiring = wirings[scenario.system.kind]?.(valuesOf(scenario.system), data) ?? wiringOf(system);
  return wiring === null ? quadraticLines(system, scenario, samples) : networkLines(system, scenario, wiring);
}
