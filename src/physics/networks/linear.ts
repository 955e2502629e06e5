import type { BondWires, Sources } from '../../kernels/typescript/sources.ts';
import { bondSources } from '../../kernels/typescript/sources.ts';
import { applyHessian, couplingsOf, gershgorinBound, hessianTrace } from '../lattice/couplings.ts';
import { lazy } from '../lattice/layout.ts';
import type { Force, Layout, System, TrainingData } from '../types.ts';
import { createReadout } from './readout.ts';
import type { Forward } from './readout.ts';

export interface LinearNetwork {
  readonly kind: string;
  readonly dimension: number;
  readonly weightCount: number;
  readonly outputCount: number;
  readonly data: TrainingData;
  /** Made when it is first read: a live parameter makes a new system, but no new layout. */
  readonly layout: () => Layout;
  readonly force: Force;
  readonly forwardOf: (inputs: Float64Array) => Forward;
  /** Sources of a batch, and whether their bonds are others than the layout's. */
  readonly sourcesOf: (batch: Int32Array | null) => Sources & { readonly foreignBonds?: boolean };
  /** The sites are an even ring, so that the staggered field exists. */
  readonly staggered: boolean;
}

/**
 * A network whose outputs are linear in its weights: its cost is a quadratic field theory with the
 * sources that the data make (physics.md 1.1). **exact**
 */
export function createLinearSystem(network: LinearNetwork): System {
  const { data, outputCount } = network;
  const readout = createReadout(data, outputCount, network.forwardOf);
  const forward = network.forwardOf(data.inputs);
  const inputCount = data.inputs.length / data.sampleCount;
  const sources = network.sourcesOf(null);
  const layout = lazy(network.layout);
  const bound = Math.min(gershgorinBound(sources), hessianTrace(sources));
  return {
    ...readout,
    kind: network.kind,
    weightCount: network.weightCount,
    dimension: network.dimension,
    get layout() {
      return layout();
    },
    force: network.force,
    activations(weights, sample, out) {
      out.set(data.inputs.subarray(sample * inputCount, (sample + 1) * inputCount));
      forward(weights, sample, out, inputCount);
    },
    hessianVector: (_weights, vector, _stiffness, out) => applyHessian(sources, vector, 1, out),
    curvatureBound: () => bound,
    couplings(batch) {
      const made = batch === null ? sources : network.sourcesOf(batch);
      return couplingsOf(made, {
        costAt: (shift) => readout.cost(shift, batch, 1),
        staggered: network.staggered,
        listBonds: made.foreignBonds ?? false,
      });
    },
  };
}

/** Outputs Z_o = p (s X_i W_a + s' X_j W_b) + q of a network whose outputs are bonds. */
export function bondForward(
  p: number,
  q: number,
  { weight, input, sign, inputCount }: BondWires,
): (inputs: Float64Array) => Forward {
  return (inputs) => (weights, sample, out, at) => {
    const first = sample * inputCount;
    for (let n = 0; n < weight.length; n += 2) {
      const left = sign[n] * inputs[first + input[n]] * weights[weight[n]];
      const right = sign[n + 1] * inputs[first + input[n + 1]] * weights[weight[n + 1]];
      out[at + (n >> 1)] = p * (left + right) + q;
    }
  };
}

/** A linear network whose every output is a bond of the lattice of its weights. */
export function createBondSystem(
  p: number,
  q: number,
  wires: BondWires,
  rest: Pick<LinearNetwork, 'kind' | 'dimension' | 'data' | 'layout' | 'force' | 'staggered'>,
): System {
  return createLinearSystem({
    ...rest,
    weightCount: wires.weightCount,
    outputCount: wires.bond.length,
    forwardOf: bondForward(p, q, wires),
    sourcesOf: (batch) => bondSources(p, q, wires, rest.data.inputs, rest.data.targets, batch),
  });
}
