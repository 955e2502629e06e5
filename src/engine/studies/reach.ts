import type { Kernels } from '../../kernels/types.ts';
import { hessianEntries } from '../../physics/locality/entries.ts';
import { localityOf } from '../../physics/locality/measures.ts';
import { placesOf } from '../../physics/locality/places.ts';
import { exp, log } from '../../physics/math/elementary.ts';
import { createRandom, type Random } from '../../physics/math/random.ts';
import { systems } from '../../physics/systems.ts';
import type { System, SystemPart } from '../../physics/types.ts';
import { valuesOf } from '../verify/systems.ts';
import { fitPowerLaw, withPoint } from './fit.ts';
import type { Study, StudyFindings, StudyProgress, StudySeries } from './types.ts';

/** Neurons in a layer, or round a ring. */
const WIDTHS = [4, 6, 8, 12, 16, 24] as const;
/** Random networks of each width: the mean of their logarithms is one point. */
const TRIALS = 16;
const SAMPLES = 4;
/** Widths that the slope is measured over: the largest. */
const FITTED = 4;

/** A network of one family with random weights and random data, normal both. */
function networkOf(part: SystemPart, width: number, random: Random, kernels: Kernels): System {
  const values = valuesOf(part, part.family?.at(width));
  const shape = part.shape(values) ?? { inputs: 0, outputs: 0 };
  const normals = (count: number): Float64Array =>
    Float64Array.from({ length: count }, () => random.normal());
  const inputs = normals(SAMPLES * shape.inputs);
  return part.create(
    values,
    { sampleCount: SAMPLES, inputs, targets: normals(SAMPLES * shape.outputs) },
    kernels,
  );
}

/**
 * How far couplings reach as networks grow: ⟨r⟩ over that of chance, for families of random networks.
 *    local: it falls as 1/N, since ⟨r⟩ stays and the lattice grows;  not local: it stays
 *  One number of one network says little of locality; this is the honest criterion.
 *  At these widths the slope of a ring is nearer −0.93: chance on its two sheets is ½(N + 1), not N/2.
 *  **approximate**: sixteen random networks a width. The slope's standard error is that of its least squares.
 *  Source: arXiv:2503.08827, Eqs. 11, 12; physics.md 7.
 */
function* run(_scenario: unknown, kernels: Kernels): Generator<StudyProgress, StudyFindings> {
  const parts = (Object.values(systems) as readonly SystemPart[]).filter(
    ({ family }) => family !== undefined,
  );
  let all: readonly StudySeries[] = parts.map(({ family }) => ({
    id: family?.id ?? '',
    points: [],
    fit: null,
    expected: family?.slope ?? null,
    source: 'physics 7',
  }));
  const total = parts.length * WIDTHS.reduce((sum, width) => sum + width * width, 0);
  let before = 0;
  for (const width of WIDTHS) {
    for (const [index, part] of parts.entries()) {
      let logarithms = 0;
      for (let trial = 0; trial < TRIALS; trial++) {
        const random = createRandom(1000 * width + trial, 'noise');
        const system = networkOf(part, width, random, kernels);
        const spread = system.randomSpread?.() ?? new Float64Array(system.weightCount).fill(1);
        const weights = spread.map((size) => size * random.normal());
        const columns = hessianEntries(system, weights, 1);
        for (;;) {
          const next = columns.next();
          if (next.done === true) {
            const { ratio } = localityOf(next.value, placesOf(system.layout, system.weightCount));
            logarithms += log(ratio ?? 1) / TRIALS;
            break;
          }
          const part = (trial + next.value) / TRIALS;
          yield { done: (before + width * width * part) / total, series: all, facts: [] };
        }
      }
      before += width * width;
      const found = withPoint(all[index], width, exp(logarithms));
      all = all.map((series, at) => (at === index ? found : series));
      yield { done: before / total, series: all, facts: [] };
    }
  }
  return {
    series: all.map((series) => ({ ...series, fit: fitPowerLaw(series.points.slice(-FITTED)) })),
    facts: [],
  };
}

export const reach: Study<'reach'> = { id: 'reach', run };
