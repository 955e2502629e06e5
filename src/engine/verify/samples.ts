import { drawnCouplings } from '../../physics/observables/sources.ts';
import type { System } from '../../physics/types.ts';
import { worstRelative } from './errors.ts';
import { gradientOf } from './gradients.ts';
import { allVariants, isQuadratic, specimenOf, type Specimen } from './systems.ts';
import { bounded, type Check } from './types.ts';

/** Σ_l of what each sample makes alone. */
function summed(system: System, of: (batch: Int32Array) => ArrayLike<number>): Float64Array {
  const sum = Float64Array.from(of(Int32Array.of(0)));
  for (let l = 1; l < system.sampleCount; l++) {
    const one = of(Int32Array.of(l));
    for (let n = 0; n < sum.length; n++) sum[n] += one[n];
  }
  return sum;
}

/** Σ_l ∂c_l against ∂C, relative to its largest component. **exact** law */
export function forceSumError({ system, weights }: Pick<Specimen, 'system' | 'weights'>): number {
  return worstRelative(
    summed(system, (batch) => gradientOf(system, weights, batch)),
    gradientOf(system, weights),
  );
}

/** J per site and then K per bond of a batch. */
function sourcesOf(system: System, batch: Int32Array | null): Float64Array {
  const found = drawnCouplings(system, batch);
  return found === null ? new Float64Array(0) : Float64Array.of(...found.J, ...found.K);
}

/** The same of J and K, where the cost has them; 0 where it has none. **exact** law */
export function sourceSumError({ system }: Pick<Specimen, 'system'>): number {
  return worstRelative(
    summed(system, (batch) => sourcesOf(system, batch)),
    sourcesOf(system, null),
  );
}

export const samples: Check = {
  id: 'samples',
  label: 'Samples one by one',
  help: 'The forces of single samples sum to the full gradient of every system with data, each choice in turn, and so do their J and K where the cost is quadratic; relative to the largest.',
  trials: ({ kernels }) =>
    allVariants()
      .filter(({ part, settings }) => specimenOf(part, settings, kernels).system.sampleCount > 0)
      .map(({ part, title, settings }) => ({
        subject: title,
        measure: () => {
          const specimen = specimenOf(part, settings, kernels);
          const force = bounded(title, forceSumError(specimen), 1e-12);
          if (!isQuadratic(part, settings)) return force;
          return [force, bounded(`${title}: J and K`, sourceSumError(specimen), 1e-12)];
        },
      })),
};
