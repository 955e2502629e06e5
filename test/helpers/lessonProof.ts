/** What a step of a lesson says, tried on the run that it opens: by the engine that the page has, without a page. */
import { findObservation } from '../../src/engine/observations/index.ts';
import { completeQuery } from '../../src/engine/observations/query.ts';
import { createSimulation, type Simulation } from '../../src/engine/simulation.ts';
import { typescriptKernels as kernels } from '../../src/kernels/index.ts';
import { changed } from '../../src/scenario/lesson/lesson.ts';
import type { Expectation, ReadoutName, Reduction, Sight } from '../../src/scenario/lesson/types.ts';
import type { ModeFacts } from '../../src/engine/regime.ts';
import type { Facts } from '../../src/ui/lesson/condition.ts';
import type { RunDocument } from '../../src/scenario/types.ts';

/** Steps of a stretch that are looked at: all of them up to this many. */
const MOST_LOOKS = 4000;

const reduced: { readonly [Name in Reduction]: (values: readonly number[]) => number } = {
  least: (values) => values.reduce((a, b) => Math.min(a, b), Infinity),
  most: (values) => values.reduce((a, b) => Math.max(a, b), -Infinity),
  largest: (values) => values.reduce((a, b) => Math.max(a, Math.abs(b)), 0),
  mean: (values) => reduced.sum(values) / values.length,
  rms: (values) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length),
  sum: (values) => values.reduce((a, b) => a + b, 0),
  count: (values) => values.length,
};

/** Numbers of the run as the page's readouts name them. */
function readout(name: ReadoutName, run: Simulation, at: number): number {
  const track = run.tracks[at];
  const numbers: { readonly [Name in ReadoutName]: () => number } = {
    time: () => run.time,
    step: () => run.step,
    gamma: () => run.gamma(at),
    hubble: () => run.gamma(at) / track.expansion.dimension,
    efolds: () => run.efolds(at),
    cost: () => track.cost(),
    kinetic: () => track.kinetic(),
    energy: () => track.kinetic() + track.cost(),
    testCost: () => {
      throw new Error('no proof asks for the test cost yet');
    },
    amplitude: () => reduced.largest([...track.weights]),
  };
  return numbers[name]();
}

/** What a path of an observation leads to: `couplings.K[1]`. */
function member(value: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null)?.[key], value);
}

function seen(run: Simulation, { observe, question = {}, track }: Sight): unknown {
  const at = track === undefined ? 0 : run.tracks.findIndex(({ id }) => id === track);
  if (at < 0) throw new Error(`no track '${track}'`);
  const [, name, path] = /^([\w-]+)(.*)$/.exec(observe) ?? [];
  if (name === 'weights' || name === 'velocity') return member([...run.tracks[at][name]], path);
  if (name === 'regime') return run.modeFacts()?.regime;
  if (
    ['time', 'step', 'gamma', 'hubble', 'efolds', 'cost', 'kinetic', 'energy', 'amplitude'].includes(name)
  ) {
    return readout(name as ReadoutName, run, at);
  }
  // Of the samples at work, as Eq. 6 has it.
  if (name === 'lagrangian') return run.tracks[at].kinetic() - run.tracks[at].batchCost();
  const observation = findObservation(name);
  const query = completeQuery(name, observation.parameters, question);
  // Of one instant: no history is asked for.
  const observer = observation.create(query, { simulation: run, history: null as never, kernels });
  while (observer.pending?.() === true) observer.work?.(() => true);
  return member(observer.read(), path);
}

function valueOf(document: RunDocument, sight: Sight): unknown {
  const run = createSimulation(changed(document, sight.patch ?? [], 'patch'), kernels);
  const look = (): unknown => {
    const value = seen(run, sight);
    if (sight.reduce === undefined) return value;
    return reduced[sight.reduce](Array.from(value as ArrayLike<number>));
  };
  const goTo = (time: number): void => {
    const count = Math.round((time - run.time) / run.dt);
    if (count > 0 && run.advance(count).blowUp !== null)
      throw new Error(`the run blew up before t = ${time}`);
  };
  const { at, take } = sight;
  if (typeof at === 'number') {
    goTo(at);
    return look();
  }
  goTo(at[0]);
  const values = [look() as number];
  const stride = Math.max(1, Math.ceil((at[1] - at[0]) / run.dt / MOST_LOOKS));
  while (run.time < at[1] - run.dt / 2) {
    goTo(run.time + stride * run.dt);
    values.push(look() as number);
  }
  return reduced[take ?? 'mean'](values);
}

/** What an expectation observes of the run of a step: a value, a ratio or a difference. */
export function observed(document: RunDocument, { over, minus, ...sight }: Expectation): unknown {
  const value = valueOf(document, sight);
  if (over !== undefined) return (value as number) / (valueOf(document, { ...sight, ...over }) as number);
  if (minus !== undefined) return (value as number) - (valueOf(document, { ...sight, ...minus }) as number);
  return value;
}

/** What the lab would see of a run at a time, as far as it is seen without a page. */
export function factsOf(document: RunDocument, time: number): Facts {
  const run = createSimulation(document, kernels);
  run.advance(Math.max(0, Math.ceil((time - run.time) / run.dt)));
  const modes = run.modeFacts() ?? NO_MODES;
  const readouts = {
    time: run.time,
    step: run.step,
    gamma: run.gamma(),
    hubble: readout('hubble', run, 0),
    logScaleFactor: run.logScaleFactor(),
    efolds: run.efolds(),
    largestStep: Infinity,
    boundTrack: -1,
    textbook: null,
    modes,
    tracks: run.tracks.map((track, at) => ({
      cost: track.cost(),
      kinetic: track.kinetic(),
      testCost: NaN,
      batchCost: track.batchCost(),
      amplitude: readout('amplitude', run, at),
      difference: NaN,
    })),
  };
  return {
    scenario: document.scenario,
    edits: document.edits,
    readouts,
    tracks: run.tracks.map(({ id }) => id),
    scene: null,
    charts: [],
    studies: [],
  };
}

const NO_MODES: ModeFacts = {
  flat: 0,
  creeping: 0,
  swinging: 0,
  growing: 0,
  slowest: null,
  fastest: null,
  regime: 'none',
  counted: false,
  foundAt: null,
};
