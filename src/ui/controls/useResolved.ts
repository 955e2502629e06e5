import { useLab } from '../../store/index.ts';

/** What the run uses where a parameter leaves it to the run: dt, the dimension of the lattice, the learning rate 1/γ; else null. */
export function useResolved(name: string, value: unknown): number | null {
  return useLab(({ info, readouts }) => {
    if (typeof value === 'number') return null;
    if (name === 'dt') return info?.dt ?? null;
    if (name === 'd') return info?.dimension ?? null;
    const gamma = readouts?.gamma ?? 0;
    return name === 'eta' && gamma > 0 ? 1 / gamma : null;
  });
}
