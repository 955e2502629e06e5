import { create } from 'zustand';
import type { Caption } from '../../store/audience.ts';

/**
 * How a window that only views hears of the laptop: not yet; it does; nobody answered; nobody any more; the address names no
 * laptop; it is of another version of the lab.
 */
export type Link = 'waiting' | 'here' | 'nobody' | 'lost' | 'nowhere' | 'version';

export const useSight = create<{
  readonly link: Link;
  readonly frozen: boolean;
  readonly blank: boolean;
  readonly caption: Caption | null;
  /** Id of the chart beside a picture that stands alone. */
  readonly chart: string | null;
}>(() => ({ link: 'waiting', frozen: false, blank: false, caption: null, chart: null }));
