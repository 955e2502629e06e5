import type { Kernels } from '../../kernels/types.ts';
import { costUnitOf } from '../../physics/networks/cost.ts';
import type { System } from '../../physics/types.ts';
import { commandPart } from '../../scenario/commands/index.ts';
import { serializeRunDocument } from '../../scenario/document.ts';
import { ScenarioError, type Edit, type RunDocument, type Scenario } from '../../scenario/types.ts';
import { createSimulation, type Simulation } from '../simulation.ts';

/** Most weights: the matrix is found column by column. */
const MOST_WEIGHTS = 2000;
/** Most steps: the factors of each are written down where friction changes. */
const MOST_STEPS = 200_000;

const base64 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

/** Doubles, little-endian, as a call that reads them. */
function floats(values: ArrayLike<number>): string {
  const bytes = new Uint8Array(8 * values.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < values.length; i++) view.setFloat64(8 * i, values[i], true);
  return `floats(${JSON.stringify(base64(bytes))})`;
}

function whole(values: readonly number[]): string {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => view.setInt32(4 * i, value, true));
  return `whole(${JSON.stringify(base64(bytes))})`;
}

/** Whether the script has its forward pass: layers of full matrices with biases, and squared errors. */
function isDense({ layout, layers, outputCount }: System, scenario: Scenario): boolean {
  return (
    layout.shape === 'layers' &&
    layers !== undefined &&
    layers.laws.every(({ residual }) => !residual) &&
    costUnitOf({ outputCount }, scenario.system.cost) === 'target^2' &&
    Array.isArray(scenario.system.sizes)
  );
}

/** A network of layers by its sizes, its laws and its samples. */
function networkLines({ layers, outputCount }: System, scenario: Scenario): string[] {
  if (layers === undefined) return [];
  const { laws, data } = layers;
  const sizes = scenario.system.sizes as readonly number[];
  const written = laws.map(
    ({ activation: { kind, p, q, r }, weightScale, biasScale }) =>
      `("${kind}", ${p}, ${q}, ${r}, ${weightScale}, ${biasScale})`,
  );
  return [
    `    "sizes": [${sizes.join(', ')}],`,
    `    "laws": [${written.join(', ')}],`,
    `    "X": ${floats(data.inputs)}.reshape(-1, ${sizes[0]}),`,
    `    "Y": ${floats(data.targets)}.reshape(-1, ${outputCount}),`,
  ];
}

/** A quadratic cost by its numbers: C = c − b·W + W·H W/2, H by its entries that are not 0. **exact** to round-off */
function costLines(system: System): string[] {
  const P = system.weightCount;
  const weights = new Float64Array(P);
  const origin = new Float64Array(P);
  const column = new Float64Array(P);
  system.force.gradient(weights, null, 1, origin);
  const constant = system.cost(weights, null, 1);
  const [rows, columns, values]: number[][] = [[], [], []];
  for (let j = 0; j < P; j++) {
    weights[j] = 1;
    system.force.gradient(weights, null, 1, column);
    weights[j] = 0;
    for (let i = 0; i < P; i++) {
      const value = column[i] - origin[i];
      if (value === 0) continue;
      rows.push(i);
      columns.push(j);
      values.push(value);
    }
  }
  return [
    `    "c": ${constant},`,
    `    "b": ${floats(origin.map((value) => -value))},`,
    `    "H": (${whole(rows)}, ${whole(columns)}, ${floats(values)}),`,
  ];
}

/** What a list of factors is written as: once where all are the same. */
function factors(values: Float64Array, width: number): string {
  const same = values.every((value, i) => value === values[i % width]);
  return floats(same ? values.subarray(0, width) : values);
}

/** Factors of the steps from the present one on, as the integrator has them. */
function stepLines(simulation: Simulation, count: number): string[] {
  const [track] = simulation.tracks;
  const { integrator, method, expansion } = track;
  const { time, dt } = simulation;
  const at = (n: number): number => time + n * dt;
  if (method.heavyBall === true) {
    const substeps = integrator.substeps?.(dt) ?? 1;
    const out = new Float64Array(4 * count * substeps);
    for (let n = 0; n < count * substeps; n++) {
      const step = Math.floor(n / substeps);
      const part = n - step * substeps;
      const from = at(step + part / substeps);
      const middle = at(step + (part + 0.5) / substeps);
      expansion.kick(from, middle, out, 4 * n);
      expansion.kick(middle, at(step + (part + 1) / substeps), out, 4 * n + 2);
    }
    return [`    "h": ${dt / substeps},`, `    "substeps": ${substeps},`, `    "kicks": ${factors(out, 4)},`];
  }
  const jump = integrator.jump?.(dt) ?? 0;
  const every = Math.round(jump / dt);
  const rates = Float64Array.from({ length: count }, (_, n) =>
    (n + 1) % every === 0 ? (integrator.eta(at(n)) ?? 0) * jump : 0,
  );
  return [`    "rates": ${factors(rates, 1)},`];
}

/** What the commands of a step do to weights and velocity: each becomes keep·itself + add. **exact** */
function moveLines(edits: readonly Edit[], system: System): string[] {
  const P = system.weightCount;
  const lines: string[] = [];
  for (const { command } of edits) {
    const part = commandPart(command);
    if (part.move === undefined || (part.track?.(command) ?? 'main') !== 'main') continue;
    const results = [0, 1].map((value) => {
      const weights = new Float64Array(P).fill(value);
      const velocity = new Float64Array(P).fill(value);
      part.move?.(command, system, weights, velocity);
      return { weights, velocity };
    });
    const pair = (name: 'weights' | 'velocity'): string => {
      const [zero, one] = results.map((result) => result[name]);
      return `(${floats(one.map((value, i) => value - zero[i]))}, ${floats(zero)})`;
    };
    lines.push(`      (${pair('weights')}, ${pair('velocity')}),`);
  }
  return lines.length === 0 ? [] : ['    "moves": [', ...lines, '    ],'];
}

/** @throws ScenarioError that names what the script cannot do */
function check(simulation: Simulation): void {
  const [track] = simulation.tracks;
  const { scenario, system, method, integrator } = track;
  const refuse = (section: 'system' | 'batch' | 'dynamics', reason: string): never => {
    throw new ScenarioError(section, scenario[section].kind, reason);
  };
  if (system.weightCount > MOST_WEIGHTS) refuse('system', `at most ${MOST_WEIGHTS} weights in a script`);
  if (system.couplings(null) === null && !isDense(system, scenario)) {
    refuse('system', 'a quadratic cost, or dense layers with squared errors: the script has no other force');
  }
  if (system.gradientEnergy !== undefined && track.stiffnessAt(simulation.time + 1) !== track.stiffness) {
    refuse('system', 'no redshift: the script keeps couplings as they are');
  }
  if (track.batchAtWork !== null) refuse('batch', 'the full batch: the script has no random numbers');
  if (method.noise !== undefined) refuse('dynamics', 'no noise: the script has no random numbers');
  if (method.heavyBall !== true && !(method.firstOrder && integrator.jump !== undefined)) {
    refuse('dynamics', 'kick-drift-kick or textbook gradient descent: the script has no other steps');
  }
  if (scenario.dynamics.precision === 'f32') refuse('dynamics', 'double precision');
}

/** Steps of the script, as Python. */
const PROGRAM = `

def floats(text):
    return np.frombuffer(base64.b64decode(text), dtype="<f8")


def whole(text):
    return np.frombuffer(base64.b64decode(text), dtype="<i4")
`;

const MOTION = `

def activated(law, z):
    """The activation of a layer and its slope."""
    kind, p, q, r = law[:4]
    if kind == "tanh":
        h = np.tanh(z)
        return h, 1 - h * h
    if kind == "sigmoid":
        h = 1 / (1 + np.exp(-z))
        return h, h * (1 - h)
    if kind == "softplus":
        return np.logaddexp(0, z), 1 / (1 + np.exp(-z))
    if kind == "relu":
        return np.maximum(z, 0), (z > 0).astype(float)
    if kind == "sin":
        return np.sin(z), np.cos(z)
    if kind == "quadratic":
        return (p * z + q) * z + r, 2 * p * z + q
    if kind == "affine":
        return p * z + q, np.full_like(z, p)
    return z, np.ones_like(z)


def network(part, weights):
    """Cost (the sum of squared errors) and gradient: z = s_w W h + s_b b, h = sigma(z), from the inputs X to the outputs."""
    sizes, at, h, passed = part["sizes"], 0, part["X"], []
    for law, inputs, outputs in zip(part["laws"], sizes, sizes[1:]):
        matrix = weights[at : at + inputs * outputs].reshape(outputs, inputs)
        bias = weights[at + inputs * outputs : at + (inputs + 1) * outputs]
        at += (inputs + 1) * outputs
        value, slope = activated(law, law[4] * h @ matrix.T + law[5] * bias)
        passed.append((law, matrix, h, slope))
        h = value
    error = h - part["Y"]
    back, pieces = 2 * error, []
    for law, matrix, below, slope in reversed(passed):
        delta = back * slope
        pieces = [law[4] * (delta.T @ below).ravel(), law[5] * delta.sum(axis=0)] + pieces
        back = law[4] * delta @ matrix
    return np.sum(error * error), np.concatenate(pieces)


def gradient(part, weights):
    if "laws" in part:
        return network(part, weights)[1]
    rows, columns, values = part["H"]
    return np.bincount(rows, weights=values * weights[columns], minlength=len(weights)) - part["b"]


def cost(part, weights):
    if "laws" in part:
        return network(part, weights)[0]
    return part["c"] - 0.5 * (part["b"] @ weights) + 0.5 * (weights @ gradient(part, weights))


def run():
    """Yields (step, t, weights, velocity, cost) of every step."""
    weights, velocity = START[0].copy(), START[1].copy()
    for part in PARTS:
        for (keep, add), (keep_velocity, add_velocity) in part.get("moves", []):
            weights = keep * weights + add
            velocity = keep_velocity * velocity + add_velocity
        for n in range(part["steps"]):
            yield part["first"] + n, part["t"] + n * part["dt"], weights.copy(), velocity.copy(), cost(part, weights)
            if "kicks" in part:
                # V <- E V - c dC/dW, W <- W + h V, V <- E V - c dC/dW: damping is exact in each half step.
                kicks = part["kicks"].reshape(-1, 4)
                for m in range(n * part["substeps"], (n + 1) * part["substeps"]):
                    e1, c1, e2, c2 = kicks[m % len(kicks)]
                    velocity = e1 * velocity - c1 * gradient(part, weights)
                    weights = weights + part["h"] * velocity
                    velocity = e2 * velocity - c2 * gradient(part, weights)
            else:
                rates = part["rates"]
                weights = weights - rates[n % len(rates)] * gradient(part, weights)
    part = PARTS[-1]
    yield part["first"] + part["steps"], part["t"] + part["steps"] * part["dt"], weights, velocity, cost(part, weights)


if __name__ == "__main__":
    step, t, weights, velocity, costs = (np.array(column) for column in zip(*run()))
    if len(sys.argv) > 1:
        np.savez(sys.argv[1], step=step, t=t, weights=weights, velocity=velocity, cost=costs)
    else:
        print(f"step {step[-1]}, t = {t[-1]}, cost = {costs[-1]!r}")
`;

/**
 * A script for NumPy alone that makes the main run again, up to a step. Couplings and the factors of each step are written
 * into it as numbers, found by the lab's own formulas.
 *  @throws ScenarioError that names what the script cannot do, with its reason
 */
export function pythonScript(
  document: RunDocument,
  kernels: Kernels,
  last: number,
  software: string,
): string {
  if (last > MOST_STEPS) throw new ScenarioError('step', last, `at most ${MOST_STEPS} steps in a script`);
  const simulation = createSimulation(document, kernels, { tracks: 'main' });
  check(simulation);
  const { scenario } = document;
  const { weights } = simulation.tracks[0];
  // Commands of step 0 were made when it began.
  const atFirst = document.edits.some(({ step }) => step === 0);
  const bare = atFirst
    ? createSimulation({ ...document, edits: [] }, kernels, { tracks: 'main' })
    : simulation;
  // The run goes on: what it starts from is kept.
  const start = [bare.tracks[0].weights.slice(), bare.tracks[0].velocity.slice()];
  const parts: string[] = [];
  for (let first = 0; ;) {
    check(simulation);
    const next = Math.min(last, document.edits.find(({ step }) => step > first)?.step ?? last);
    const { system } = simulation.tracks[0];
    const due = document.edits.filter(({ step }) => step === first);
    parts.push(
      [
        '  {',
        `    "first": ${first}, "steps": ${next - first}, "t": ${simulation.time}, "dt": ${simulation.dt},`,
        ...moveLines(due, system),
        ...(system.couplings(null) === null
          ? networkLines(system, simulation.tracks[0].scenario)
          : costLines(system)),
        ...stepLines(simulation, next - first),
        '  },',
      ].join('\n'),
    );
    if (next === last && !(next > first && document.edits.some(({ step }) => step === last))) break;
    const { blowUp } = simulation.advance(next - first);
    if (blowUp !== null) throw new ScenarioError('step', last, `a step before it blows up, ${blowUp.step}`);
    if (next === first) break;
    first = next;
  }
  const title = scenario.title.replaceAll(/[\r\n]+/g, ' ');
  return `# ${title}
# Made by ${software}; seed ${scenario.seed}, ${weights.length} weights, up to step ${last}. Needs Python 3 and NumPy.
#
# Weights W and velocity V = dW/dt. A quadratic cost is C = c - b.W + W.H W/2, exactly; that of layers is their squared error.
# Arrays are float64 in base64; RUN is the run document, which the lab opens.
import base64
import sys

import numpy as np
${PROGRAM}

RUN = ${JSON.stringify(serializeRunDocument(document))}

START = (${floats(start[0])}, ${floats(start[1])})

# A stretch of the run after another: at the first step of each the run was changed.
PARTS = [
${parts.join('\n')}
]
${MOTION}`;
}
