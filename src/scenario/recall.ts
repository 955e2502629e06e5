import type { DataShape, TrainingData } from '../physics/types.ts';
import { sameJson } from './plain.ts';
import type { Scenario, Section } from './types.ts';

/** Data that were made, and everything that they were made of. */
interface Made {
  readonly seed: number;
  readonly section: Section;
  readonly shape: DataShape | null;
  readonly system: Section;
  /** Parameters of the system that were read; null: any of them may have been. */
  readonly read: ReadonlySet<string> | null;
  /** Whether a network was asked for, and what would make it (kernels); null: nothing, they serve as a check. */
  readonly network: boolean;
  readonly maker: object | null;
  readonly data: TrainingData;
}

/** Sets that are remembered: the main run's, and that of a run beside it. */
const MOST = 2;
let recent: readonly Made[] = [];

/** What data are made with, where it is told what they look at. */
export interface Making {
  /** The system's parameters. */
  readonly system: Section;
  /** Called where a network is made of them. */
  readonly usesNetwork: () => void;
}

/**
 * Data of a scenario, made only where nothing alike was made last: the same section, seed and shape, and the same values of
 * all parameters of the system that were looked at. Deterministic making is what makes this the same to the last bit.
 * @param maker  what makes networks; of two makers data with a network are not the same
 */
export function madeOnce(
  { system, data: section, seed }: Scenario,
  shape: DataShape | null,
  maker: object | null,
  make: (making: Making) => TrainingData,
): TrainingData {
  const alike = (made: Made): boolean =>
    made.seed === seed &&
    (!made.network || made.maker === maker) &&
    sameJson(made.shape, shape) &&
    sameSection(made.section, section) &&
    (made.read === null
      ? sameSection(made.system, system)
      : [...made.read].every((name) => sameJson(made.system[name], system[name])));
  const known = recent.find(alike);
  if (known !== undefined) return known.data;
  const read = new Set<string>(['kind']);
  let whole = false;
  let network = false;
  const data = make({
    system: watched(
      system,
      (name) => read.add(name),
      () => (whole = true),
    ),
    usesNetwork: () => (network = true),
  });
  const made = { seed, section, shape, system, read: whole || network ? null : read, network, maker, data };
  recent = [made, ...recent].slice(0, MOST);
  return data;
}

/** Longest list that is compared number by number; longer ones are the same where they are the same object. */
const LONGEST = 1000;

/** Whether two sections say the same, as far as that is found at once. */
export function sameSection(a: Section, b: Section): boolean {
  if (a === b) return true;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => {
    const [one, other] = [a[name], b[name]];
    return one === other || (!isLong(one) && !isLong(other) && sameJson(one, other));
  });
}

function isLong(value: unknown): boolean {
  return Array.isArray(value) && value.length * (Array.isArray(value[0]) ? value[0].length : 1) > LONGEST;
}

/** A section that tells which of its values are looked at, and whether all of them are. */
function watched(section: Section, read: (name: string) => void, all: () => void): Section {
  return new Proxy(section, {
    get(target, name) {
      if (typeof name === 'string') read(name);
      return Reflect.get(target, name) as unknown;
    },
    has(target, name) {
      if (typeof name === 'string') read(name);
      return Reflect.has(target, name);
    },
    ownKeys(target) {
      all();
      return Reflect.ownKeys(target);
    },
  });
}
