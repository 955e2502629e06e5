import { bondNetwork } from '../../kernels/typescript/linearNetwork.ts';
import type { BondWires, Sources } from '../../kernels/typescript/sources.ts';
import { bondSources } from '../../kernels/typescript/sources.ts';
import { applyHessian, couplingsOf, gershgorinBound, hessianTrace } from '../lattice/couplings.ts';
import type { Declarations, Values } from '../parameters.ts';
import type { Force, System, SystemDeclaration, TrainingData } from '../types.ts';
import { createNetwork } from './network.ts';
import type { NetworkParts } from './network.ts';

interface LinearParts extends Pick<NetworkParts, 'kernel' | 'dimension' | 'layout' | 'laws'> {
  /** Left out: that of the kernel. */
  readonly force?: Force;
  /** Sources of a batch, and whether their bonds are others than the layout's. */
  readonly sourcesOf: (batch: Int32Array | null) => Sources & { readonly foreignBonds?: boolean };
  /** The sites are an even ring, so that the staggered field exists. */
  readonly staggered: boolean;
}

/**
 * A network whose outputs are linear in its weights: its cost is a quadratic field theory with the
 * sources that the data make (physics.md 1.1). **exact**
 */
export function createLinearNetwork<D extends Declarations>(
  declaration: SystemDeclaration<D>,
  values: Values<D>,
  data: TrainingData,
  { sourcesOf, staggered, ...parts }: LinearParts,
): System {
  const sources = sourcesOf(null);
  const bound = Math.min(gershgorinBound(sources)(1), hessianTrace(sources));
  const network: System = createNetwork(declaration, values, data, {
    ...parts,
    hessianVector: (_weights, vector, _stiffness, out) => applyHessian(sources, vector, 1, out),
    curvatureBound: () => bound,
    couplings(batch) {
      const made = batch === null ? sources : sourcesOf(batch);
      return couplingsOf(made, {
        costAt: (shift) => network.cost(shift, batch, 1),
        staggered,
        listBonds: made.foreignBonds ?? false,
      });
    },
  });
  return network;
}

/** A linear network whose every output, p (s X_i W_a + s' X_j W_b) + q, is a bond of the lattice of its weights. */
export function createBondNetwork<D extends Declarations>(
  declaration: SystemDeclaration<D>,
  values: Values<D> & { readonly p: number; readonly q: number },
  data: TrainingData,
  wires: BondWires,
  parts: Omit<LinearParts, 'kernel' | 'sourcesOf'>,
): System {
  const { p, q } = values;
  return createLinearNetwork(declaration, values, data, {
    ...parts,
    kernel: bondNetwork(p, q, wires),
    sourcesOf: (batch) => bondSources(p, q, wires, data.inputs, data.targets, batch),
  });
}
