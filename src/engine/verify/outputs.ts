import { expansions } from '../../physics/expansion/index.ts';
import { outputTerms, type OutputTerms } from '../../physics/observables/outputDynamics.ts';
import { tangentKernel } from '../../physics/observables/tangentKernel.ts';
import { worstRelative } from './errors.ts';
import { gradientOf } from './gradients.ts';
import { allVariants, isQuadratic, specimenOf, valuesOf, type Specimen } from './systems.ts';
import { bounded, type Check } from './types.ts';

/** Step of the differences in time, of fourth order: its fourth power and ε/step² balance near 1e-9. */
const STEP = 5e-4;

/** The terms of a specimen that moves along its direction, at the friction of the first history. */
function termsOf({ system, weights, direction }: Specimen): { terms: OutputTerms; gamma: number } {
  const [part] = Object.values(expansions);
  const expansion = part.create(valuesOf(part) as never, system.dimension);
  const terms = outputTerms({
    system,
    weights,
    velocity: direction,
    batch: null,
    batchScale: 1,
    expansion,
    time: 0,
    stiffness: 1,
    eta: null,
  });
  if (terms === null) throw new Error('no outputs');
  return { terms, gamma: expansion.gamma(0) };
}

/** Θ g. */
function kernelTimes({ system, weights }: Specimen, g: Float64Array): Float64Array {
  const kernel = tangentKernel(system, weights) ?? new Float64Array(0);
  const size = g.length;
  return g.map((_, a) => g.reduce((sum, value, b) => sum + kernel[a * size + b] * value, 0));
}

/** Z″ by differences along W + sW′ + s²W″/2 against rhs − γZ′ − Θ ∂C/∂Z, relative to the largest term. **exact** law */
export function outputError(specimen: Specimen): number {
  const { system, weights, direction } = specimen;
  const { terms, gamma } = termsOf(specimen);
  const gradient = gradientOf(system, weights);
  const slopes = new Float64Array(terms.rhs.length);
  system.derivatives?.slopes(weights, null, slopes);
  const force = kernelTimes(specimen, slopes);
  const at = (s: number): Float64Array => {
    const out = new Float64Array(terms.rhs.length);
    const moved = weights.map(
      (w, n) => w + s * direction[n] + (s * s * (-gamma * direction[n] - gradient[n])) / 2,
    );
    system.outputs(moved, out);
    return out;
  };
  const [far, back, here, on, beyond] = [-2, -1, 0, 1, 2].map((n) => at(n * STEP));
  let [worst, scale] = [0, 1e-300];
  here.forEach((z, n) => {
    const told = terms.rhs[n] - terms.friction[n] - force[n];
    const sum = 16 * (on[n] + back[n]) - far[n] - beyond[n] - 30 * z;
    const bent = sum / (12 * STEP * STEP);
    worst = Math.max(worst, Math.abs(bent - told));
    scale = Math.max(scale, Math.abs(terms.rhs[n]), Math.abs(force[n]), Math.abs(terms.friction[n]));
  });
  return worst / scale;
}

/** Θ g against J (Jᵀ g), relative to its largest component; g is any vector of the outputs. **exact** law */
export function kernelError(specimen: Specimen): number {
  const { system, weights, direction } = specimen;
  if (system.derivatives === undefined) return NaN;
  const size = system.sampleCount * system.outputCount;
  const g = Float64Array.from({ length: size }, (_, n) => direction[n % direction.length]);
  const back = new Float64Array(system.weightCount);
  system.derivatives.transposed(weights, g, back);
  const expected = new Float64Array(size);
  system.derivatives.alongDirection(weights, back, expected, null);
  return worstRelative(kernelTimes(specimen, g), expected);
}

export const outputs: Check = {
  id: 'outputs',
  label: 'Equation of the outputs',
  help: 'Z″ of every network by differences along its motion is −γZ′ − Θ ∂C/∂Z + W′ᵀ(∂²Z/∂W²)W′ (Eq. 7 put right, E11), its tangent kernel Θ is (∂Z/∂W)(∂Z/∂W)ᵀ, and where outputs are linear in the weights the right side is 0.',
  trials: ({ kernels }) =>
    allVariants()
      .filter(({ part, settings }) => specimenOf(part, settings, kernels).system.derivatives !== undefined)
      .map(({ part, title, settings }) => ({
        subject: title,
        measure: () => {
          const specimen = specimenOf(part, settings, kernels);
          const { rhs } = termsOf(specimen).terms;
          const largest = rhs.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
          return [
            bounded(title, outputError(specimen), 1e-6),
            bounded(`${title}: Θ`, kernelError(specimen), 1e-12),
            ...(isQuadratic(part, settings) ? [bounded(`${title}: right side`, largest, 0)] : []),
          ];
        },
      })),
};
