import type { TwoFieldMoments } from '../../../kernels/types.ts';
import { cellSlopes } from '../../lattice/tableII.ts';
import type { Reals } from '../../types.ts';
import { spreadOverMesh } from './mesh.ts';
import { sumSamples, type TheoryOf } from './theory.ts';

/** X, a X′ and a² X″ of samples, [L × points] each. */
interface Profiles {
  readonly X: Float64Array;
  readonly slope: Float64Array;
  readonly bend: Float64Array;
}

/** Profiles on the mesh: the cells' own differences, interpolated as X itself is. */
function profilesOf(inputs: Float64Array, N: number, mesh: number): Profiles {
  const { slope, bend } = cellSlopes(inputs, N);
  const spread = (values: Float64Array): Float64Array => spreadOverMesh(values, N, mesh);
  return { X: spread(inputs), slope: spread(slope), bend: spread(bend) };
}

function momentsOf({ X, slope, bend }: Profiles, Y: Float64Array): TwoFieldMoments {
  return {
    Y,
    XY: Y.map((y, n) => y * X[n]),
    slopeY: Y.map((y, n) => y * slope[n]),
    bendY: Y.map((y, n) => y * bend[n]),
  };
}

/**
 * Eq. 19: the square of a cell to second order in the fields and two derivatives.
 *   Z = r (2w₂ + a²w₂″) + q S,  c = Σ_l { Y² − 2Y Z + r² (4w₂² + 4a² w₂ w₂″) }
 *   S = w₂ (4X w₁ + 16a²X″ w₁ + 24a²X′ w₁′ + 10a²X w₁″) + a² w₂′ (8X′ w₁ + 8X w₁′) + 2a² X w₁ w₂″
 * **approximate**: smooth fields, small weights, ka < 1 (E6, E7). c = −a L of Eq. 19 with the signs of E4.
 */
export const quadraticTheory: TheoryOf = ({ N, mesh, q, r }, data, kernels) => {
  const points = N * mesh;
  const moments = momentsOf(profilesOf(data.inputs, N, mesh), spreadOverMesh(data.targets, N, mesh));
  const force = kernels.twoFieldQuadratic(q, r, mesh, points, moments);
  // The cost is quadratic: its Hessian is the gradient's linear part, which the sources r Y do not enter.
  const linear = kernels.twoFieldQuadratic(q, r, mesh, points, {
    ...moments,
    Y: new Float64Array(moments.Y.length),
  });

  /** Writes a f′ and a² f″ at point j of field 0 or 1. */
  const slopeOf = (weights: Reals, field: number, j: number): number =>
    ((weights[field + ((j + 1) % points)] - weights[field + ((j + points - 1) % points)]) * mesh) / 8;
  const bendOf = (weights: Reals, field: number, j: number): number =>
    ((weights[field + ((j + 1) % points)] -
      2 * weights[field + j] +
      weights[field + ((j + points - 1) % points)]) *
      mesh *
      mesh) /
    16;

  /** Z at point j, where sample entry n of the profiles stands. */
  const predict = (weights: Reals, { X, slope, bend }: Profiles, n: number, j: number): number => {
    const w1 = weights[j];
    const w2 = weights[points + j];
    const slope1 = slopeOf(weights, 0, j);
    const slope2 = slopeOf(weights, points, j);
    const bend2 = bendOf(weights, points, j);
    const S =
      w2 * ((4 * X[n] + 16 * bend[n]) * w1 + 24 * slope[n] * slope1 + 10 * X[n] * bendOf(weights, 0, j)) +
      slope2 * 8 * (slope[n] * w1 + X[n] * slope1) +
      2 * X[n] * w1 * bend2;
    return r * (2 * w2 + bend2) + q * S;
  };

  return {
    force,
    costOf({ sampleCount, inputs, targets }) {
      const profiles = profilesOf(inputs, N, mesh);
      const Y = spreadOverMesh(targets, N, mesh);
      return sumSamples(sampleCount, (weights, l) => {
        let sum = 0;
        for (let j = 0; j < points; j++) {
          const n = l * points + j;
          const w2 = weights[points + j];
          sum += Y[n] * (Y[n] - 2 * predict(weights, profiles, n, j));
          sum += 4 * r * r * w2 * (w2 + bendOf(weights, points, j));
        }
        return 0.5 * sum;
      });
    },
    forwardOf(inputs) {
      const profiles = profilesOf(inputs, N, 1);
      return (weights, sample, out, at) => {
        for (let i = 0; i < N; i++) out[at + i] = predict(weights, profiles, sample * N + i, mesh * i);
      };
    },
    hessianVector: (_weights, vector, out) => linear.gradient(vector, null, 1, out),
  };
};
