import { useMemo } from 'react';
import { useLab } from '../../store/index.ts';
import type { ChartPicture } from '../../store/pictures.ts';
import type { SlotName } from '../../store/screenKeys.ts';
import { useCharts } from './chartState.ts';
import { chosenWith, homeCharts, offeredCharts, shownCharts, type ShownCharts } from './shown.ts';

/** The charts of the run on the screen. */
export interface RunCharts {
  readonly offered: readonly ChartPicture[];
  readonly shown: ShownCharts;
  /** Those that open in a slot of themselves, the most fitting first. */
  readonly home: (slot: SlotName) => readonly ChartPicture[];
  readonly find: (id: string) => ChartPicture;
  readonly choose: (slot: SlotName, id: string) => void;
}

export function useRunCharts(all: readonly ChartPicture[]): RunCharts {
  const info = useLab((state) => state.info);
  const asked = useLab((state) => state.askedCharts);
  const chosen = useCharts((state) => state.chosen);
  return useMemo(() => {
    const offered = offeredCharts(all, info);
    const shown = shownCharts(offered, chosen, asked, info);
    return {
      offered,
      shown,
      home: (slot) => homeCharts(offered, slot, info),
      find: (wanted) => offered.find(({ id }) => id === wanted) ?? offered[0],
      choose: (slot, id) => useCharts.setState({ chosen: chosenWith(chosen, shown, slot, id) }),
    };
  }, [all, info, asked, chosen]);
}
