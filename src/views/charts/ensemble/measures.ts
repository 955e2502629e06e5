import {
  jackknife,
  nextLength,
  outputKurtosis,
  weightedPowerLaw,
  type Kurtosis,
  type Measured,
  type PowerFit,
  type Response,
  type WideNetwork,
} from '../../../scenario/wideTheory.ts';
import { BIN, BINS, type EnsemblePart } from '../../../store/ensembles.ts';

/** Neurons of the hidden layers, as far as networks of them have at most so many weights. */
const WIDTHS = [8, 16, 32, 64, 128, 256, 512];
const MOST_WEIGHTS = 400_000;

/** Widths at which networks like this one are drawn. */
export function widthsOf({ sizes }: WideNetwork): number[] {
  const weights = (width: number): number => {
    const wide = sizes.map((n, m) => (m === 0 || m === sizes.length - 1 ? n : width));
    return wide.slice(1).reduce((sum, n, m) => sum + n * (wide[m] + 1), 0);
  };
  return sizes.length < 3 ? [] : WIDTHS.filter((width) => weights(width) <= MOST_WEIGHTS);
}

/** Variance of the first layer's sums, and of the output at infinite width. **exact** */
export function lengthsOf(network: WideNetwork, response: Response, input: readonly number[]) {
  const { sigmaW, sigmaB, sizes } = network;
  const square = input.reduce((sum, x) => sum + x * x, 0);
  const first = (sigmaW * sigmaW * square) / sizes[0] + sigmaB * sigmaB;
  let output = first;
  for (let m = 1; m + 1 < sizes.length; m++) output = nextLength(response, network, output);
  return { first, output };
}

/** What the networks of one width say. */
export interface WidthMeasures {
  readonly width: number;
  readonly networks: number;
  /** E z⁴/(E z²)² − 3 of the outputs drawn. */
  readonly direct: Measured;
  /** 3 Var K/(E K)², the same number with far less noise. **exact** identity */
  readonly kernel: Measured;
  readonly theory: Kurtosis;
  /** Standard deviation of Θ over its mean. */
  readonly fluctuation: Measured;
  readonly drift: Measured | null;
  /** Density of z/σ in each bin, with σ that of infinite width. */
  readonly density: readonly number[];
}

/** Unbiased: the sums of N networks see their own mean. */
const spread = (n: number, sum: number, squares: number): number => (squares - (sum * sum) / n) / (n - 1);

export function measuresOf(
  parts: readonly EnsemblePart[],
  network: WideNetwork,
  response: Response,
  first: number,
): WidthMeasures[] {
  const widths = [...new Set(parts.map(({ width }) => width))].sort((a, b) => a - b);
  const hidden = network.sizes.length - 2;
  return widths.map((width) => {
    const own = parts.filter((part) => part.width === width);
    const rows = own.map(({ networks, z2, z4, k1, k2, t1, t2 }) => [networks, z2, z4, k1, k2, t1, t2]);
    const networks = own.reduce((sum, part) => sum + part.networks, 0);
    const drifts = own.flatMap(({ drift }) => (drift === null ? [] : [[1, drift]]));
    return {
      width,
      networks,
      direct: jackknife(rows, ([n, z2, z4]) => (n * z4) / (z2 * z2) - 3),
      kernel: jackknife(rows, ([n, , , k1, k2]) => (3 * n * n * spread(n, k1, k2)) / (k1 * k1)),
      theory: outputKurtosis(response, network, first, Array<number>(hidden).fill(width)),
      fluctuation: jackknife(rows, ([n, , , , , t1, t2]) => (n * Math.sqrt(spread(n, t1, t2))) / t1),
      drift: drifts.length < 2 ? null : jackknife(drifts, ([n, sum]) => sum / n),
      density: Array.from(
        { length: BINS },
        (_, bin) => own.reduce((sum, part) => sum + part.bins[bin], 0) / (networks * BIN),
      ),
    };
  });
}

/** Power laws in the width; null until three widths have an error. */
export function fitsOf(
  all: readonly WidthMeasures[],
): Readonly<Record<'kernel' | 'fluctuation' | 'drift', PowerFit | null>> {
  const fit = (of: (one: WidthMeasures) => Measured | null): PowerFit | null =>
    weightedPowerLaw(
      all.flatMap((one) => {
        const y = of(one);
        return y === null ? [] : [{ x: one.width, y }];
      }),
    );
  return {
    kernel: fit(({ kernel }) => kernel),
    fluctuation: fit(({ fluctuation }) => fluctuation),
    drift: fit(({ drift }) => drift),
  };
}
