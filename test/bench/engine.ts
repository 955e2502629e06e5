import type { FromWorker } from '../../src/engine/protocol.ts';
import { Runner } from '../../src/engine/runner.ts';
import { createSimulation } from '../../src/engine/simulation.ts';
import { fastestKernels } from '../../src/kernels/simd/index.ts';
import type { StepPlan } from '../../src/kernels/types.ts';
import { parseRunDocument } from '../../src/scenario/document.ts';

const STEPS = 64;

/** Measures for so many ms of processor time. @returns steps a second */
type Measure = (ms: number) => number;

function documentOf(rows: number, columns: number) {
  const size =
    rows === 1 ? { kind: 'scalar-field-1d', N: columns } : { kind: 'scalar-field-2d', rows, columns };
  return parseRunDocument(
    JSON.stringify({
      version: 1,
      scenario: {
        version: 1,
        title: 'bench',
        system: size,
        data: { kind: 'none' },
        initial: { kind: 'bump' },
        dynamics: { kind: 'second-order', dt: 0.125 },
        expansion: { kind: 'de-sitter', gamma: 0.1 },
      },
      tracks: [],
    }),
  );
}

/** The whole engine as fast as it goes: steps, looks, traces, snapshots, and frames whose buffers come back at once. */
function engine(rows: number, columns: number): Measure {
  const waiting: (() => void)[] = [];
  const away: ArrayBuffer[] = [];
  const runner = new Runner(
    {
      post(message: FromWorker) {
        if (message.type === 'frame') away.push(message.buffer);
        if (message.type === 'answer') step = message.present?.step ?? NaN;
      },
      now: () => performance.now(),
      later: (callback) => void waiting.push(callback),
    },
    fastestKernels,
  );
  let step = 0;
  const giveBack = (): void => {
    for (const buffer of away.splice(0)) runner.handle({ type: 'return', run: 1, buffer });
  };
  runner.handle({ type: 'open', run: 1, document: documentOf(rows, columns) });
  runner.handle({ type: 'speed', run: 1, rate: 1e12 });
  /** The step that the run has come to. */
  const present = (): number => {
    runner.handle({ type: 'ask', ask: 1, parameters: true });
    return step;
  };
  return (ms) => {
    giveBack();
    const first = present();
    const start = process.cpuUsage();
    runner.handle({ type: 'play', run: 1 });
    for (;;) {
      for (const callback of waiting.splice(0)) callback();
      giveBack();
      const { user, system } = process.cpuUsage(start);
      if (user + system < 1000 * ms) continue;
      runner.handle({ type: 'pause', run: 1 });
      for (const callback of waiting.splice(0)) callback();
      giveBack();
      const whole = process.cpuUsage(start);
      return (present() - first) / (1e-6 * (whole.user + whole.system));
    }
  };
}

/** The same steps by the kernel alone. */
function kernel(rows: number, columns: number): Measure {
  const [{ system }] = createSimulation(documentOf(rows, columns), fastestKernels).tracks;
  const { force } = system;
  const [weights, velocity] = [fastestKernels.reals(force, false), fastestKernels.reals(force, false)];
  weights.forEach((_, n) => (weights[n] = Math.exp(-1e-3 * n)));
  const plan: StepPlan = {
    count: STEPS,
    h: 0.125,
    coefficients: new Float64Array(4 * STEPS).map((_, i) => (i % 2 === 0 ? 0.995 : 0.0625)),
    stiffness: null,
    samples: null,
    batchSize: 0,
    squares: new Float64Array(2 * STEPS),
  };
  const gradient = new Float64Array(force.size);
  return (ms) => {
    const start = process.cpuUsage();
    for (let steps = STEPS; ; steps += STEPS) {
      fastestKernels.kickDriftKick(force, weights, velocity, gradient, plan);
      const { user, system: inSystem } = process.cpuUsage(start);
      if (user + inSystem > 1000 * ms) return steps / (1e-6 * (user + inSystem));
    }
  };
}

export const engines = [
  [1, 1e4],
  [1, 1e5],
  [1, 1e6],
  [512, 512],
  [1024, 1024],
].map(([rows, columns]) => ({
  name: rows === 1 ? `ring ${columns}` : `torus ${rows} × ${columns}`,
  make: () => ({ engine: engine(rows, columns), kernel: kernel(rows, columns) }),
}));
