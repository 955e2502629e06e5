import type { CostUnit } from '../../engine/protocol.ts';
import { text } from '../../messages/index.ts';
import { latestTraces, useLab } from '../../store/index.ts';
import type { ChartSource, Shown, Table } from './figure.ts';
import { commonState, courseNow } from './now.ts';
import type { Recorded } from './rows.ts';
import { shownTracks, type ChartTrack } from './tracks.ts';

const NO_ROWS: Table = { columns: [], rows: [] };

/** A source of charts against time: made of the course of the run and the tracks that are drawn. */
export function courseSource(
  figure: (course: Recorded, tracks: readonly ChartTrack[], unit: CostUnit, looks: number) => Shown,
  table: (course: Recorded, tracks: readonly ChartTrack[], unit: CostUnit) => Table,
): ChartSource {
  const tracksNow = (): readonly ChartTrack[] => {
    const { info, hiddenTracks } = useLab.getState();
    return info === null ? [] : shownTracks(info, hiddenTracks);
  };
  const unitNow = (): CostUnit => useLab.getState().info?.costUnit ?? '1';
  const course = (): Recorded | null => courseNow(useLab.getState().info);
  return {
    state: () => [...commonState(), latestTraces(), latestTraces()?.version],
    figure() {
      const now = course();
      return now === null
        ? { empty: text('chart.empty') }
        : figure(now, tracksNow(), unitNow(), useLab.getState().info?.looks ?? 1);
    },
    table() {
      const now = course();
      return now === null ? NO_ROWS : table(now, tracksNow(), unitNow());
    },
  };
}
