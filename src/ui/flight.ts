import { useEffect } from 'react';
import { create } from 'zustand';
import { useLab } from '../store/index.ts';
import { aloneOf } from '../store/pictures.ts';

/** A picture that has given way and is still to be seen while another flies out of it, at its old place in the window. */
export interface LeavingPicture {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Time that a flight may take in all, with what it waits for. */
const LONGEST_MS = 1300;
const NONE: readonly LeavingPicture[] = [];

const useFlights = create<{ readonly leaving: readonly LeavingPicture[] }>(() => ({ leaving: NONE }));

/**
 * The pictures that leave, while one of both sides flies (`flies`). They stay mounted at their old places, out of reach of
 * everybody, until the flight is over; whatever is asked for meanwhile is done at once, and a picture that comes back simply stays.
 */
export function useLeaving(): readonly LeavingPicture[] {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => {
      clearTimeout(timer);
      if (useFlights.getState().leaving.length > 0) useFlights.setState({ leaving: NONE });
    };
    const still = window.matchMedia('(prefers-reduced-motion: reduce)');
    // Before the screen is arranged anew: what stands is still where it stood.
    const unlisten = useLab.subscribe((now, before) => {
      if (now.document !== before.document && now.info !== before.info) end();
      if (now.maximized === before.maximized) return;
      const from = aloneOf(now.pictures, before.maximized);
      const to = aloneOf(now.pictures, now.maximized);
      const flies = (from?.flies ?? false) !== (to?.flies ?? false);
      const pairs =
        (from === undefined && before.maximized === null) || (to === undefined && now.maximized === null);
      if (!flies || !pairs || still.matches) {
        end();
        return;
      }
      const leaving = [...document.querySelectorAll<HTMLElement>('.pane-slot:not([data-leaving])')].map(
        (slot) => {
          const { left, top, width, height } = slot.getBoundingClientRect();
          return { id: slot.dataset.pane ?? '', left, top, width, height };
        },
      );
      useFlights.setState({ leaving });
      clearTimeout(timer);
      timer = setTimeout(end, LONGEST_MS);
    });
    return () => {
      unlisten();
      end();
    };
  }, []);
  return useFlights((state) => state.leaving);
}
