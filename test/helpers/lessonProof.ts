/** What a step of a lesson says, tried on the run that it opens: by the engine that the page has, without a page. */
import { ensemblePart } from '../../src/engine/ensemble/point.ts';
import { History } from '../../src/engine/history.ts';
import { advanceObserved } from '../../src/engine/observations/advance.ts';
import { Observers } from '../../src/engine/observations/observers.ts';
import { createSimulation, type Simulation } from '../../src/engine/simulation.ts';
import { typescriptKernels as kernels } from '../../src/kernels/index.ts';
import { fastestKernels } from '../../src/kernels/simd/index.ts';
import { changed } from '../../src/scenario/lesson/lesson.ts';
import { studyIds } from '../../src/scenario/studies.ts';
import type { Expectation, ReadoutName, Reduction, Sight } from '../../src/scenario/lesson/types.ts';
import { wideOf } from '../../src/scenario/wide.ts';
import { responseOf } from '../../src/scenario/wideTheory.ts';
import { lengthsOf, measuresOf } from '../../src/views/charts/ensemble/measures.ts';
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

/** What random networks of the scenario's kind say, none of them trained: of one width, many draws. */
function drawnNetworks({ scenario }: RunDocument, { width, parts }: { width: number; parts: number }) {
  const network = wideOf(scenario);
  if (network === null) throw new Error('no networks that could be wider');
  const response = responseOf(network.activation);
  const input = Array.from({ length: network.sizes[0] }, () => 1);
  const { first, output } = lengthsOf(network, response, input);
  const ensemble = { scenario, input, widths: [width], parts, scale: Math.sqrt(output), trained: 0 };
  const drawn = Array.from({ length: parts }, (_, point) => ensemblePart(ensemble, point, fastestKernels));
  return measuresOf(drawn, network, response, first)[0];
}

/** A run, and who looks at it while it goes. */
interface Watched {
  readonly run: Simulation;
  readonly observers: Observers;
}

/** Name and path of what is observed. */
function nameOf(observe: string): readonly [name: string, path: string] {
  const [, name = '', path = ''] = /^([\w-]+)(.*)$/.exec(observe) ?? [];
  return [name, path];
}

/** What is no observation of the engine. */
const own: ReadonlySet<string> = new Set([
  'weights',
  'velocity',
  'regime',
  'lagrangian',
  'networks',
  'time',
  'step',
  'gamma',
  'hubble',
  'efolds',
  'cost',
  'kinetic',
  'energy',
  'testCost',
  'amplitude',
]);

function watched(document: RunDocument, { observe, question }: Sight): Watched {
  const run = createSimulation(document, kernels);
  const observers = new Observers({ simulation: run, history: new History(), kernels });
  const [id] = nameOf(observe);
  if (!own.has(id)) observers.subscribe({ key: 1, id, ...(question !== undefined && { query: question }) });
  return { run, observers };
}

/** Studies and ensembles take seconds: what several expectations ask of one scenario is made once. */
const made = new Map<string, unknown>();

function once(id: string, document: RunDocument, question: unknown, make: () => unknown): unknown {
  const key = JSON.stringify([id, document.scenario, document.edits, question]);
  if (!made.has(key)) made.set(key, make());
  return made.get(key);
}

function seen({ run, observers }: Watched, { observe, question, track }: Sight): unknown {
  const at = track === undefined ? 0 : run.tracks.findIndex(({ id }) => id === track);
  if (at < 0) throw new Error(`no track '${track}'`);
  const [name, path] = nameOf(observe);
  const { document } = run;
  if (name === 'networks') {
    return member(
      once(name, document, question, () => drawnNetworks(document, question as never)),
      path,
    );
  }
  if (studyIds.some((id) => id === name)) {
    return member(
      once(name, document, null, () => observers.value(1)),
      path,
    );
  }
  if (!own.has(name)) return member(observers.value(1), path);
  if (name === 'weights' || name === 'velocity') return member([...run.tracks[at][name]], path);
  if (name === 'regime') return run.modeFacts()?.regime;
  // Of the samples at work, as Eq. 6 has it.
  if (name === 'lagrangian') return run.tracks[at].kinetic() - run.tracks[at].batchCost();
  return readout(name as ReadoutName, run, at);
}

/** On to a step under the eyes of who looks. */
function goTo({ run, observers }: Watched, time: number): void {
  const end = run.step + Math.round((time - run.time) / run.dt);
  while (run.step < end) {
    if (advanceObserved(run, observers, end - run.step) !== null) {
      throw new Error(`the run blew up before t = ${time}`);
    }
  }
}

function valueOf(document: RunDocument, sight: Sight): unknown {
  const looking = watched(changed(document, sight.patch ?? [], 'patch'), sight);
  const { run } = looking;
  const look = (): unknown => {
    const value = seen(looking, sight);
    if (sight.reduce === undefined) return value;
    return reduced[sight.reduce](Array.from(value as ArrayLike<number>));
  };
  const { at, take } = sight;
  if (typeof at === 'number') {
    goTo(looking, at);
    return look();
  }
  goTo(looking, at[0]);
  const values = [look() as number];
  const stride = Math.max(1, Math.ceil((at[1] - at[0]) / run.dt / MOST_LOOKS));
  while (run.time < at[1] - run.dt / 2) {
    goTo(looking, run.time + stride * run.dt);
    values.push(look() as number);
  }
  return reduced[take ?? 'mean'](values);
}

/** What an expectation observes of the run of a step: a value, less another, over a third. */
export function observed(document: RunDocument, { over, minus, ...sight }: Expectation): unknown {
  const value = valueOf(document, sight);
  if (over === undefined && minus === undefined) return value;
  const less = minus === undefined ? 0 : (valueOf(document, { ...sight, ...minus }) as number);
  const share = over === undefined ? 1 : (valueOf(document, { ...sight, ...over }) as number);
  return ((value as number) - less) / share;
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
