/**
 * What an embedded lab and the page around it say to each other, by `postMessage`. Plain JSON; every message bears
 * `lab: 1`, the version. This file imports nothing: its text is also the declarations that are shipped beside the helper
 * for authors (public/embed/synaptic-field-lab.d.ts), which a test compares.
 */

/** The version of the protocol; a message of another one is refused. */
export const PROTOCOL = 1;

/** Names a request; its answer or error bears the same. Never used twice by one page. */
export type RequestId = string | number;

/** What can be told without being asked for, once it is subscribed to. */
export type EventName = 'step' | 'playing' | 'stopped' | 'blow-up' | 'edited' | 'opened' | 'key';

/** What a page can ask of the lab. */
export interface Requests {
  /** Answered by `ready`, whenever the lab is. */
  hello: object;
  /** Opens a run: exactly one of a shipped scenario's id, a run document (or scenario), and a link (`#v1.…`). */
  open: { scenario?: string; document?: object; link?: string; step?: number; play?: boolean };
  play: object;
  pause: object;
  /** To a step, or to the step that is nearest to a time. */
  seek: { step?: number; time?: number };
  /** So many steps from where the run stands; 1 if nothing is said. */
  step: { count?: number };
  /** Begins the same run again. */
  reset: object;
  /** A parameter by its path (`expansion.gamma`): live ones act at the next step, others restart the run. */
  set: { path: string; value: unknown };
  /** The run document as it stands: what `open` takes. */
  getState: object;
  /** What is seen of the run now, by the names of observations (`scalars`, `modes`, …). */
  observe: { names: string[] };
  /** `perSecond`: how often steps are told at most; up to 10, which is what is taken if nothing is said. */
  subscribe: { event: EventName; perSecond?: number };
  unsubscribe: { event: EventName };
}
export type RequestKind = keyof Requests;

/** Where the run stands. */
export interface Standing {
  step: number;
  time: number;
  /** Whether it plays; true also of a run that waits to be seen again. */
  playing: boolean;
}

/** A value of a scenario in a link, and here today. */
export interface Differs {
  path: string;
  link?: unknown;
  here?: unknown;
}

/** What is answered. */
export interface Answers {
  hello: Ready;
  /**
   * `baseChanged`: the shipped scenario that a link builds on is not as it was when the link was made. `differs`: where the
   * lab keeps what it was, and so opens that, the values that are others today; undefined where there is none.
   */
  open: Standing & { title: string; baseChanged: boolean; differs: Differs[] };
  play: Standing;
  pause: Standing;
  /** `superseded`: another place was asked for before this one was sought. */
  seek: Standing & { superseded: boolean };
  step: Standing;
  reset: Standing;
  /** `superseded`: a later value of the same path came before this one was set. */
  set: Standing & { superseded: boolean };
  getState: { document: object };
  /** Values by name; null where there is nothing to see. Typed arrays come as lists, what is not finite as null. */
  observe: Standing & { values: Record<string, unknown> };
  subscribe: { event: EventName };
  unsubscribe: { event: EventName };
}

/** What events tell. */
export interface Events {
  step: Standing & { cost: number | null; gamma: number | null };
  /** `seen` is false while the frame is out of sight, where it rests. */
  playing: Standing & { seen: boolean };
  /** A condition of the run itself was met. */
  stopped: Standing & { reason: string };
  /** The weights grew without bound. */
  'blow-up': Standing & { track: string };
  /** A parameter or the run's own state was changed, by whom ever. */
  edited: Standing & { edits: number };
  opened: Standing & { title: string; scenario: string | null };
  /** A key that the lab has no use for, pressed while the focus is in it: slides go on by it. Never what is typed. */
  key: { key: string; code: string; shift: boolean; ctrl: boolean; alt: boolean; meta: boolean };
}

/** What the lab can do, told once it has opened what its address names. */
export interface Ready {
  /** Of the protocol. */
  version: number;
  level: 'bare' | 'run' | 'full';
  /** Title of the run that stands; null where none could be opened. */
  title: string | null;
  kinds: RequestKind[];
  events: EventName[];
  observations: string[];
  pictures: string[];
  capabilities: {
    /** Whether pictures can be drawn: without WebGL the run goes on, and its words stand. */
    webgl: boolean;
    /** Whether links (`#v1.…`) are opened. */
    links: boolean;
  };
  /** Largest message, in characters of its texts and names; most requests a second. */
  limits: { characters: number; perSecond: number; waiting: number };
}

/** What was refused: where, what stood there, and what was expected. Never silent. */
export interface Refused {
  place: string;
  value: string;
  expected: string;
}

export type Request = {
  [Kind in RequestKind]: { lab: 1; id: RequestId; kind: Kind } & Requests[Kind];
}[RequestKind];

export type Reply =
  /** `id` is null where it was not asked for. */
  | ({ lab: 1; id: RequestId | null; kind: 'ready' } & Ready)
  | { lab: 1; id: RequestId; kind: 'answer'; value: Answers[RequestKind] }
  /** `id` is null where no request is at fault: a bad address, an engine that stopped. */
  | ({ lab: 1; id: RequestId | null; kind: 'error' } & Refused)
  | { lab: 1; kind: 'event'; event: EventName; value: Events[EventName] };
