import type { KernelActivation } from '../../../kernels/types.ts';
import type { ContinuumOrder, TrainingData } from '../../types.ts';
import type { LayerWires, Wiring } from '../../wiring.ts';
import { spreadOverMesh } from './mesh.ts';
import type { TheoryValues } from './theory.ts';

const linear: KernelActivation = { kind: 'linear', p: 0, q: 0, r: 0 };

/**
 * Orders of the theory that are networks on the points of the mesh: the potential of a cell,
 *    Z_j = 2 w₂_j σ(2 w₁_j X_j),  C = ½ Σ (Y − Z)²,
 * and the four fields, h_j = σ(P_j X_{j−mesh} + Q_j X_j), Z_j = A_j h_j + B_j h_{j+mesh}. **exact**
 *  @returns null for Eq. 19, which is quadratic in the fields and no network
 */
export function twoFieldWiring(
  { N, mesh, p, q, r, order }: TheoryValues & { readonly order: ContinuumOrder },
  data: TrainingData,
): Wiring | null {
  if (order === 'quadratic') return null;
  const points = N * mesh;
  const count = order === 'cell' ? points : 2 * points;
  /** Wires to every point, first all from the same, then all from the next or the last cell. */
  const layer = (
    activation: KernelActivation,
    scale: number,
    wire: (j: number, second: boolean) => readonly [weight: number, from: number],
  ): LayerWires => {
    const all = Array.from({ length: count }, (_, n) => wire(n % points, n >= points));
    return {
      law: { activation, weightScale: scale, biasScale: 1, residual: false },
      weight: Int32Array.from(all, ([weight]) => weight),
      from: Int32Array.from(all, ([, from]) => from),
      to: Int32Array.from(all, (_, n) => n % points),
      biasWeight: new Int32Array(0),
      biasTo: new Int32Array(0),
    };
  };
  const bent: KernelActivation = { kind: 'quadratic', p, q, r };
  const layers =
    order === 'cell'
      ? [layer(bent, 2, (j) => [j, j]), layer(linear, 2, (j) => [points + j, j])]
      : [
          layer(bent, 1, (j, last) =>
            last ? [2 * points + j, (j - mesh + points) % points] : [3 * points + j, j],
          ),
          layer(linear, 1, (j, next) => (next ? [points + j, (j + mesh) % points] : [j, j])),
        ];
  return {
    inputs: spreadOverMesh(data.inputs, N, mesh),
    targets: spreadOverMesh(data.targets, N, mesh),
    widths: [points, points, points],
    layers,
    costScale: order === 'cell' ? 0.5 : 1,
  };
}
