import type { Kernels } from '../../kernels/types.ts';
import { hessianEntries } from '../../physics/locality/entries.ts';
import { localityOf } from '../../physics/locality/measures.ts';
import { placesOf } from '../../physics/locality/places.ts';
import { exp, log } from '../../physics/math/elementary.ts';
import { createRandom, type Random } from '../../physics/math/random.ts';
import { systems } from '../../physics/systems.ts';
import type { System, SystemPart } from '../../physics/types.ts';
import type { Scenario } from '../../scenario/types.ts';
import { takes, valuesOf, type Settings } from '../verify/systems.ts';
import { fitPowerLaw, withPoint } from './fit.ts';
import type { Study, StudyFindings, StudyProgress, StudySeries } from './types.ts';

/** Neurons in a layer, or round a ring. */
const WIDTHS = [4, 6, 8, 12, 16, 24] as const;
/** And of families whose weights are only so many times N. */
const WIDER = [...WIDTHS, 32, 48] as const;
/** Random networks of each width: the mean of their logarithms is one point. */
const TRIALS = 16;
const SAMPLES = 4;
/** Id of the run's own family. */
const OWN = 'own';
/** Widths that the slope is measured over: the largest. */
const FITTED = 4;

/** One family of the study: the run's own, or one that is shown beside it. */
interface Family {
  readonly id: string;
  readonly part: SystemPart;
  readonly slope: number;
  readonly widths: readonly number[];
  /** Parameters at a width. */
  at(width: number): Readonly<Record<string, unknown>>;
}

/** The run's own family, where its system has one, then those that are shown beside it, but its own. */
function familiesOf({ system: { kind, ...values } }: Scenario): readonly Family[] {
  return (Object.values(systems) as readonly SystemPart[])
    .flatMap((part): Family[] => {
      const { family } = part;
      if (family === undefined) return [];
      const own = part.kind === kind;
      if (!own && family.id === undefined) return [];
      const at = own
        ? (width: number) => ({ ...values, ...family.at(width, valuesOf(part, values)) })
        : (width: number) => family.at(width, null);
      return [
        {
          id: own ? OWN : (family.id ?? ''),
          part,
          slope: family.slope,
          widths: family.slope < 0 ? WIDER : WIDTHS,
          at,
        },
      ];
    })
    .sort((a, b) => Number(b.id === OWN) - Number(a.id === OWN));
}

/**
 * A network of a family with random weights and random data: inputs normal, targets too, or for the run's own, whose cost
 * may ask for probabilities, from 0 to 1.
 */
function networkOf({ id, part }: Family, settings: Settings, random: Random, kernels: Kernels): System {
  const values = valuesOf(part, settings);
  const shape = part.shape(values) ?? { inputs: 0, outputs: 0 };
  const numbers = (count: number, next: () => number): Float64Array =>
    Float64Array.from({ length: count }, next);
  const normal = (): number => random.normal();
  const inputs = numbers(SAMPLES * shape.inputs, normal);
  const targets = numbers(SAMPLES * shape.outputs, id === OWN ? () => random.uniform() : normal);
  return part.create(values, { sampleCount: SAMPLES, inputs, targets }, kernels);
}

/**
 * How far couplings reach as networks grow: ⟨r⟩ over that of chance, for the run's own family and for others beside it.
 *    local: it falls as 1/N, since ⟨r⟩ stays and the lattice grows;  not local: it stays
 *  One number of one network says little of locality; this is the honest criterion.
 *  At these widths slopes are flatter than −1: chance on the two sheets of a ring is ½(N + 1), not N/2, and deeper ones have more.
 *  **approximate**: sixteen random networks a width. The slope's standard error is that of its least squares.
 *  Source: arXiv:2503.08827, Eqs. 11, 12; physics.md 7.
 */
function* run(scenario: Scenario, kernels: Kernels): Generator<StudyProgress, StudyFindings> {
  const families = familiesOf(scenario);
  let all: readonly StudySeries[] = families.map(({ id, slope }) => ({
    id,
    points: [],
    fit: null,
    expected: slope,
    source: 'Eq. 11',
  }));
  const total = families.flatMap(({ widths }) => widths).reduce((sum, width) => sum + width * width, 0);
  let before = 0;
  for (const width of WIDER) {
    for (const [index, family] of families.entries()) {
      if (!family.widths.includes(width)) continue;
      const settings = family.at(width);
      let logarithms = 0;
      let count = 0;
      for (let trial = 0; trial < TRIALS && takes(family.part, settings); trial++) {
        const random = createRandom(1000 * width + trial, 'noise');
        const system = networkOf(family, settings, random, kernels);
        const spread = system.randomSpread?.() ?? new Float64Array(system.weightCount).fill(1);
        const weights = spread.map((size) => size * random.normal());
        const columns = hessianEntries(system, weights, 1);
        for (;;) {
          const next = columns.next();
          if (next.done === true) {
            const { ratio } = localityOf(next.value, placesOf(system.layout, system.weightCount));
            // Where nothing is coupled nothing reaches anywhere.
            if (ratio !== null) {
              logarithms += log(ratio);
              count++;
            }
            break;
          }
          const part = (trial + next.value) / TRIALS;
          yield { done: (before + width * width * part) / total, series: all, facts: [] };
        }
      }
      before += width * width;
      if (count > 0) {
        const found = withPoint(all[index], width, exp(logarithms / count));
        all = all.map((series, at) => (at === index ? found : series));
      }
      yield { done: before / total, series: all, facts: [] };
    }
  }
  return {
    series: all.map((series) => ({ ...series, fit: fitPowerLaw(series.points.slice(-FITTED)) })),
    facts: [],
  };
}

export const reach: Study<'reach'> = { id: 'reach', run };
