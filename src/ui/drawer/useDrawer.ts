import { useEffect, useRef } from 'react';
import { useLab, type Ground } from '../../store/index.ts';
import { LOW_HEIGHT, typeScale, type LayoutMode } from '../layoutMode.ts';

/** Height as the tokens say (tokens.css, --drawer): type of a room of people needs more. */
const HEIGHT = 168;
const PROJECTOR_HEIGHT = 240;
/** Height of what stands over and under the pictures: top line, key controls, transport. */
const AROUND = { away: 144, open: 96 } as const;
const PROJECTOR_AROUND = { away: 184, open: 112 } as const;
/** Part of the window's height that pictures keep: where a drawer would leave less, it lies over them. */
const LEAST_PART = 0.6;

export function standardHeight(ground: Ground): number {
  return ground === 'projector' ? PROJECTOR_HEIGHT : HEIGHT;
}

/** Whether an open drawer lies over the pictures: under it they would have less than 60 % of the window's height. */
export function liesOver(stage: number, drawer: number, window: number): boolean {
  return stage > 0 && stage - drawer < LEAST_PART * window;
}

/** Where there is little height the drawer starts closed; a hand can open it. */
export function useDrawerStart(mode: LayoutMode): void {
  useEffect(() => {
    const { ground } = useLab.getState();
    const height = window.innerHeight;
    const around = ground === 'projector' ? PROJECTOR_AROUND : AROUND;
    const stage = height - around[mode === 'narrow' || mode === 'stacked' ? 'away' : 'open'];
    const little =
      mode === 'stacked' ||
      (mode !== 'phone' &&
        (height / typeScale(ground) < LOW_HEIGHT || liesOver(stage, standardHeight(ground), height)));
    useLab.getState().setDrawerOpen(!little);
  }, [mode]);
}

/** A picture that is shown alone has the drawer's room as well; charts that were open come back with the other picture. */
export function useDrawerRest(alone: boolean): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    const lab = useLab.getState();
    if (alone) {
      wasOpen.current = lab.drawerOpen;
      lab.setDrawerOpen(false);
    } else if (wasOpen.current) {
      wasOpen.current = false;
      lab.setDrawerOpen(true);
    }
  }, [alone]);
}
