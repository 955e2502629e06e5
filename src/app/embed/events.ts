import type { LabState } from '../../store/index.ts';
import type { EventName, Events } from './protocol.ts';
import { standingOf, type Hands } from './requests.ts';

type Where = Pick<Hands, 'lab' | 'presence'>;
type Tell<Name extends EventName> = (value: Events[Name]) => void;
/** Follows one event. @returns a function that ends it */
type Follow<Name extends EventName> = (where: Where, tell: Tell<Name>, perSecond: number) => () => void;

const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

/** Calls at every change of the store that a test finds. */
function changes(
  { lab }: Where,
  isChange: (now: LabState, before: LabState) => boolean,
  tell: (now: LabState) => void,
): () => void {
  return lab.useLab.subscribe((now, before) => {
    if (isChange(now, before)) tell(now);
  });
}

/** Steps, so many a second at most; where the run comes to rest is always told. */
const followSteps: Follow<'step'> = (where, tell, perSecond) => {
  const interval = 1000 / perSecond;
  let at = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    timer = undefined;
    at = performance.now();
    const { readouts } = where.lab.useLab.getState();
    if (readouts === null) return;
    const { step, time, gamma, tracks } = readouts;
    const { playing } = standingOf(where);
    tell({ step, time, playing, cost: finite(tracks[0]?.cost), gamma: finite(gamma) });
  };
  const stop = changes(
    where,
    (state, before) => state.readouts !== before.readouts && state.readouts?.step !== before.readouts?.step,
    () => {
      if (timer !== undefined) return;
      const wait = at + interval - performance.now();
      if (wait <= 0) now();
      else timer = setTimeout(now, wait);
    },
  );
  return () => {
    stop();
    clearTimeout(timer);
  };
};

const followPlaying: Follow<'playing'> = (where, tell) => {
  const now = (): void => tell({ ...standingOf(where), seen: where.presence.seen });
  const ends = [
    changes(where, (state, before) => state.playing !== before.playing, now),
    where.presence.listen(now),
  ];
  return () => {
    for (const end of ends) end();
  };
};

/** Whether another run was opened, not changed: told once its facts are here. */
function followRuns(where: Where, tell: (opened: boolean, state: LabState) => void): () => void {
  let opens = false;
  return where.lab.useLab.subscribe((now, before) => {
    if (now.askedCharts !== before.askedCharts) opens = true;
    if (now.info === before.info || now.info === null) return;
    const isOther = now.info.document !== before.info?.document;
    if (!isOther) return;
    tell(opens, now);
    opens = false;
  });
}

/** Elements that take keys for themselves; the browser does what they mean. */
const TAKING = 'input, textarea, select, [contenteditable="true"]';
const PRESSING = 'button, a[href], summary';

/** Keys that nothing in the lab answered: a frame keeps them from the page around it. */
const followKeys: Follow<'key'> = (_, tell) => {
  const hear = (event: KeyboardEvent): void => {
    const { key, code, target } = event;
    if (event.defaultPrevented || event.isComposing || key === 'Tab') return;
    if (target instanceof Element) {
      if (target.closest(TAKING) !== null) return;
      if ((key === 'Enter' || key === ' ') && target.closest(PRESSING) !== null) return;
    }
    const { shiftKey, ctrlKey, altKey, metaKey } = event;
    tell({ key, code, shift: shiftKey, ctrl: ctrlKey, alt: altKey, meta: metaKey });
  };
  window.addEventListener('keydown', hear);
  return () => window.removeEventListener('keydown', hear);
};

const followers: { readonly [Name in EventName]: Follow<Name> } = {
  step: followSteps,
  playing: followPlaying,
  stopped: (where, tell) =>
    changes(
      where,
      (now, before) => now.stopReason !== null && now.stopReason !== before.stopReason,
      ({ stopReason }) => tell({ ...standingOf(where), reason: stopReason ?? '' }),
    ),
  'blow-up': (where, tell) =>
    changes(
      where,
      (now, before) => now.blowUp !== null && now.blowUp !== before.blowUp,
      ({ blowUp }) => tell({ ...standingOf(where), track: blowUp?.track ?? '' }),
    ),
  edited: (where, tell) =>
    followRuns(where, (opened, { info }) => {
      if (!opened) tell({ ...standingOf(where), edits: info?.document.edits.length ?? 0 });
    }),
  key: followKeys,
  opened: (where, tell) =>
    followRuns(where, (opened, { info, shippedId }) => {
      if (!opened) return;
      tell({ ...standingOf(where), title: info?.document.scenario.title ?? '', scenario: shippedId });
    }),
};

/** What a page has subscribed to: each event once; asking again changes how often. */
export class Subscribed {
  private readonly where: Where;
  private readonly send: (event: EventName, value: Events[EventName]) => void;
  private readonly ends = new Map<EventName, () => void>();

  constructor(where: Where, send: Subscribed['send']) {
    this.where = where;
    this.send = send;
  }

  add(event: EventName, perSecond: number): void {
    this.end(event);
    const follow = followers[event] as Follow<EventName>;
    this.ends.set(
      event,
      follow(this.where, (value) => this.send(event, value), perSecond),
    );
  }

  end(event: EventName): void {
    this.ends.get(event)?.();
    this.ends.delete(event);
  }
}
