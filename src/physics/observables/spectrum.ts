import { gridTransform } from '../math/fourier.ts';
import { uniformLattice, waveStiffness } from '../spectrum.ts';
import type { Reals, Sheet } from '../types.ts';
import { observable } from './types.ts';

/** A sheet's part of `k` and `power`: rows·columns entries from `from` on, wave (n, m) at n·columns + m. */
interface SheetWaves {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly from: number;
}

/** Plane waves that a field is made of. */
export interface WaveSpectrum {
  /** 2πm/columns of each wave; where sheets have rows, [2πn/rows, 2πm/columns]. */
  readonly k: readonly (number | readonly [number, number])[];
  /** |w_k|²/N; they sum to Σ w². */
  readonly power: Float64Array;
  /** ω² of each wave, at the stiffness of this moment, where one K and one J hold everywhere. */
  readonly omega2?: Float64Array;
  /** Where there is more than one sheet. */
  readonly sheets?: readonly SheetWaves[];
}

/**
 * Power of the plane waves on one sheet.
 *    |w_k|²/N,  w_k = Σ_n w_n e^{−ikn}. **exact** to round-off; sites without a weight count as 0
 *  @returns [rows·columns], wave (n, m) at n·columns + m; Parseval: Σ power = Σ w²
 *  Cost O(N log N). On sheets that do not close it is a transform all the same, but its waves are no modes.
 */
export function sheetPower({ rows, columns, weight }: Sheet, weights: Reals): Float64Array {
  const re = Float64Array.from(weight, (index) => (index < 0 ? 0 : weights[index]));
  const im = new Float64Array(re.length);
  gridTransform(rows, columns).apply(re, im);
  return re.map((value, wave) => (value * value + im[wave] * im[wave]) / re.length);
}

/** The waves of the field, sheet after sheet. **exact** Source: contract.md; physics.md 3.1. */
export const spectrum = observable({
  id: 'spectrum',
  shape:
    '{ k: [P] 2πm/N, of sheets with rows [row, column] each, power: [P] |w_k|²/N, omega2: [P] where uniform, sheets: { name, rows, columns, from } each where several }',
  cost: 'O(P log P)',
  cadence: 'frame',
  compute({ system, weights, stiffness }): WaveSpectrum {
    const { sheets } = system.layout;
    const sizes = sheets.map(({ rows, columns }) => rows * columns);
    const starts = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0));
    const power = new Float64Array(sizes.reduce((sum, size) => sum + size, 0));
    sheets.forEach((sheet, index) => power.set(sheetPower(sheet, weights), starts[index]));
    const flat = sheets.every(({ rows }) => rows === 1);
    const k = sheets.flatMap(({ rows, columns }) =>
      Array.from({ length: rows * columns }, (_, wave): number | readonly [number, number] => {
        const along = (2 * Math.PI * (wave % columns)) / columns;
        return flat ? along : [(2 * Math.PI * Math.floor(wave / columns)) / rows, along];
      }),
    );
    const lattice = uniformLattice(system);
    const several = sheets.map(({ name, rows, columns }, index) => ({
      name,
      rows,
      columns,
      from: starts[index],
    }));
    return {
      k,
      power,
      ...(lattice !== null && {
        omega2: waveStiffness(lattice).map(
          (kappa) => lattice.J + (lattice.stretched ? stiffness : 1) * kappa,
        ),
      }),
      ...(sheets.length > 1 && { sheets: several }),
    };
  },
});
