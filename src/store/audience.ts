/**
 * The window for the projector as this page knows it: the pages of a talk set what is to be seen of it, app/second sends it
 * there. Loaded with the parts that use it.
 */
import { create } from 'zustand';

/** What a talk says of the state that is shown. */
export interface Caption {
  readonly title: string;
  /** One sentence below the title. */
  readonly line: string;
  /** Where in the talk: "3 of 7". */
  readonly place: string;
  /** BCP 47, of title and line; left out: not known. */
  readonly language?: string;
}

/** How an asked-for window came to be. */
export type Opening = 'opened' | 'focused' | 'refused';

export interface Audience {
  /** Windows that follow this page now. */
  readonly windows: number;
  /** The last window was closed by somebody else than this page: told until it is dismissed. */
  readonly closed: boolean;
  /** A window was opened some seconds ago and none has answered. */
  readonly silent: boolean;
  /** A window came to a picture that was held before this page was reloaded: it has none to show. */
  readonly lacking: boolean;
  /** Step at which the audience's picture is held; null: it follows. */
  readonly frozen: number | null;
  /** Nothing but a dark ground is shown to the audience. */
  readonly blank: boolean;
  /** Null: the title of the run, and its sentence. */
  readonly caption: Caption | null;
  /** Id of the chart beside a picture that stands alone on the presenter's screen; null: none. */
  readonly chart: string | null;
  /** Null until app/second is there. */
  readonly hands: AudienceHands | null;
}

export interface AudienceHands {
  /** Opens the window, or brings the one that is open to the front. Called in a click: browsers refuse it elsewhere. */
  readonly open: () => Opening;
  readonly close: () => void;
  readonly address: () => string;
  readonly freeze: () => void;
  readonly thaw: () => void;
}

export const useAudience = create<Audience>(() => ({
  windows: 0,
  closed: false,
  silent: false,
  lacking: false,
  frozen: null,
  blank: false,
  caption: null,
  chart: null,
  hands: null,
}));

/** Holds the audience's picture where it is, or lets it go on to the present. */
export function toggleFreeze(): void {
  const { frozen, hands } = useAudience.getState();
  if (frozen === null) hands?.freeze();
  else hands?.thaw();
}

export function toggleBlank(): void {
  useAudience.setState(({ blank }) => ({ blank: !blank }));
}
