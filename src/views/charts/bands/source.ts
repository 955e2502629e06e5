import { seenAs, useLab, type Dispersion } from '../../../store/index.ts';
import type { ChartSource, Shown, Table } from '../figure.ts';

/** A chart of what is measured of the modes. Each watches under a name of its own, as two may be shown at once. */
export function dispersionSource(
  name: string,
  figure: (seen: Dispersion | null) => Shown,
  table: (seen: Dispersion | null) => Table,
): ChartSource {
  const seenNow = (): Dispersion | null => seenAs(useLab.getState().seen, name, 'dispersion');
  return {
    state: () => [useLab.getState().info, seenNow()],
    figure: () => figure(seenNow()),
    table: () => table(seenNow()),
    open() {
      const { watch } = useLab.getState();
      watch(name, { id: 'dispersion', query: {} });
      return () => watch(name, null);
    },
  };
}
