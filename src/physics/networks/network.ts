import { pointCost, pointCurvature, pointSlope } from '../../kernels/typescript/costs.ts';
import { networkForce } from '../../kernels/typescript/networkForce.ts';
import type { CostKind, NetworkKernel, Reals } from '../../kernels/types.ts';
import { lazy } from '../lattice/layout.ts';
import { singularityOf } from './activations.ts';
import { rowByRow } from './tangent.ts';
import type { ActivationValue, Declarations, Values } from '../parameters.ts';
import type {
  LayerLaw,
  Layout,
  OutputDerivatives,
  System,
  SystemDeclaration,
  TrainingData,
} from '../types.ts';

/** What of a network is its own: its loops, its lattice, and what it has beyond other networks. */
export interface NetworkParts extends Partial<
  Pick<
    System,
    'force' | 'hessianVector' | 'curvatureBound' | 'couplings' | 'tableII' | 'randomSpread' | 'wide'
  >
> {
  readonly kernel: NetworkKernel;
  /** d */
  readonly dimension: number;
  /** Made when it is first read: a live parameter makes a new system, but no new layout. */
  readonly layout: () => Layout;
  /** What each layer does; left out where nothing is asked of single layers. */
  readonly laws?: readonly LayerLaw[];
}

type Samples = Pick<TrainingData, 'sampleCount' | 'inputs' | 'targets'>;

/** Takes one tile of samples through a network: the place of its first sample, and how many there are. */
type Tile = (first: number, width: number) => void;

/**
 * A network made of its loops. Outputs, cost C = Σ_l cost(Z_l, Y_l) (a sum and not a mean), gradient, H v and the
 * derivatives of the outputs are derived here and nowhere else. H v is the derivative of back-propagation
 * along v, **exact**; σ'' of relu is 0.
 * Source: Pearlmutter, "Fast exact multiplication by the Hessian", Neural Computation 6 (1994) 147.
 * @throws ParameterError when values or data do not suit the network
 */
export function createNetwork<D extends Declarations>(
  declaration: SystemDeclaration<D>,
  values: Values<D> & {
    readonly cost?: CostKind;
    readonly activation?: ActivationValue;
    readonly outputActivation?: ActivationValue;
  },
  data: TrainingData,
  { kernel, dimension, layout: makeLayout, laws, ...own }: NetworkParts,
): System {
  declaration.check?.(values);
  declaration.checkData?.(values, data);
  const kind = values.cost ?? 'squared';
  const { outputCount, outputs: Z, slope, tile } = kernel;
  const inputCount = data.inputs.length / data.sampleCount;
  const { test } = data;
  const layout = lazy(makeLayout);

  function eachTile(count: number, visit: Tile): void {
    for (let first = 0; first < count; first += tile) visit(first, Math.min(tile, count - first));
  }

  function costOf(
    weights: Reals,
    { sampleCount, inputs, targets }: Samples,
    batch: Int32Array | null,
  ): number {
    let cost = 0;
    eachTile(batch === null ? sampleCount : batch.length, (first, width) => {
      kernel.load(inputs, batch, first, width);
      kernel.forward(weights, width);
      for (let s = 0; s < width; s++) {
        const l = batch === null ? first + s : batch[first + s];
        cost += pointCost(kind, Z, s, width, targets, l * outputCount, outputCount);
      }
    });
    return cost;
  }

  /** Copies rows [output][sample] of a tile to [sample][output]. */
  function scatter(rows: Float64Array, first: number, width: number, out: Float64Array): void {
    for (let s = 0; s < width; s++) {
      const at = (first + s) * outputCount;
      for (let o = 0; o < outputCount; o++) out[at + o] = rows[o * width + s];
    }
  }

  function outputsOf(weights: Reals, inputs: Float64Array, count: number, out: Float64Array): void {
    eachTile(count, (first, width) => {
      kernel.load(inputs, null, first, width);
      kernel.forward(weights, width);
      scatter(Z, first, width, out);
    });
  }

  const derivatives: OutputDerivatives = {
    alongDirection(weights, direction, first, second) {
      const rates = kernel.rates();
      eachTile(data.sampleCount, (from, width) => {
        kernel.load(data.inputs, null, from, width);
        rates.forward(weights, direction, width, second !== null);
        scatter(rates.first, from, width, first);
        if (second !== null) scatter(rates.second, from, width, second);
      });
    },
    transposed(weights, slopes, out) {
      out.fill(0);
      eachTile(data.sampleCount, (first, width) => {
        kernel.load(data.inputs, null, first, width);
        kernel.forward(weights, width);
        for (let s = 0; s < width; s++) {
          const at = (first + s) * outputCount;
          for (let o = 0; o < outputCount; o++) slope[o * width + s] = slopes[at + o];
        }
        kernel.backward(weights, width, out);
      });
    },
    jacobian(weights, out) {
      out.fill(0);
      for (let l = 0; l < data.sampleCount; l++) {
        kernel.load(data.inputs, null, l, 1);
        kernel.forward(weights, 1);
        for (let o = 0; o < outputCount; o++) {
          slope.fill(0, 0, outputCount);
          slope[o] = 1;
          const row = (l * outputCount + o) * kernel.size;
          kernel.backward(weights, 1, out.subarray(row, row + kernel.size));
        }
      }
    },
    slopes(weights, batch, out) {
      out.fill(0);
      eachTile(batch === null ? data.sampleCount : batch.length, (first, width) => {
        kernel.load(data.inputs, batch, first, width);
        kernel.forward(weights, width);
        for (let s = 0; s < width; s++) {
          const at = (batch === null ? first + s : batch[first + s]) * outputCount;
          pointSlope(kind, Z, s, width, data.targets, at, outputCount, slope);
          for (let o = 0; o < outputCount; o++) out[at + o] += slope[o * width + s];
        }
      });
    },
    tangentKernel(weights, samples, out) {
      const count = samples === null ? data.sampleCount : samples.length;
      if (kernel.tangentKernel) kernel.tangentKernel(weights, data.inputs, samples, count, out);
      else rowByRow(kernel, weights, data.inputs, samples, count, out);
      const size = count * outputCount;
      for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) out[b * size + a] = out[a * size + b];
    },
  };

  return {
    kind: declaration.kind,
    weightCount: kernel.size,
    dimension,
    sampleCount: data.sampleCount,
    outputCount,
    testCount: test?.sampleCount ?? 0,
    get layout() {
      return layout();
    },
    force: own.force ?? networkForce(kernel, kind, data.inputs, data.targets),
    cost: (weights, batch) => costOf(weights, data, batch),
    testCost: (weights) => (test ? costOf(weights, test, null) : 0),
    outputs: (weights, out) => outputsOf(weights, data.inputs, data.sampleCount, out),
    testOutputs(weights, out) {
      if (test) outputsOf(weights, test.inputs, test.sampleCount, out);
    },
    evaluate(weights, inputs) {
      const points = Math.floor(inputs.length / inputCount);
      const out = new Float64Array(points * outputCount);
      outputsOf(weights, inputs, points, out);
      return out;
    },
    activations(weights, sample, out, inputs = data.inputs) {
      kernel.load(inputs, null, sample, 1);
      kernel.forward(weights, 1);
      kernel.neurons(out);
    },
    ...(kernel.responses !== undefined && {
      responses(weights: Reals, inputs: Float64Array, out: Float64Array): void {
        const points = Math.floor(inputs.length / inputCount);
        eachTile(points, (first, width) => {
          kernel.load(inputs, null, first, width);
          kernel.forward(weights, width);
          kernel.responses?.(first, width, points, out);
        });
      },
    }),
    hessianVector(weights, vector, _stiffness, out) {
      const rates = kernel.rates();
      out.fill(0);
      eachTile(data.sampleCount, (first, width) => {
        kernel.load(data.inputs, null, first, width);
        rates.forward(weights, vector, width, false);
        for (let s = 0; s < width; s++) {
          const at = (first + s) * outputCount;
          pointSlope(kind, Z, s, width, data.targets, at, outputCount, slope);
          pointCurvature(kind, Z, s, width, data.targets, at, outputCount, rates.first, rates.slopeRate);
        }
        rates.backward(weights, vector, width, out);
      });
    },
    curvatureBound: () => null,
    couplings: () => null,
    derivatives,
    ...(laws !== undefined && {
      layers: {
        laws,
        data,
        outputSlope: (Z, sample, out) =>
          pointSlope(kind, Z, 0, 1, data.targets, sample * outputCount, outputCount, out),
      },
    }),
    ...(values.activation !== undefined && {
      singularities: {
        hidden: singularityOf(values.activation),
        output: singularityOf(values.outputActivation ?? 'linear'),
      },
    }),
    ...own,
  };
}
