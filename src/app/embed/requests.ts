/** What a page may ask: the form of each request, and what is done. One table; a new kind is one entry here and its type. */
import * as v from 'valibot';
import { printValue } from '../../engine/printValue.ts';
import type { Told } from '../../engine/outcome.ts';
import type { Question } from '../../engine/subscriptions.ts';
import { parseDocument } from '../../scenario/document.ts';
import type { Linked } from '../../scenario/link/codec.ts';
import { ScenarioError } from '../../scenario/types.ts';
import type { Lab } from '../../store/index.ts';
import { observed } from './observed.ts';
import type { Presence } from './presence.ts';
import type { Answers, EventName, RequestKind, Requests, Standing } from './protocol.ts';
import { Refusal } from './refusal.ts';
import { stepNear } from './stepNear.ts';

/** What requests act on. */
export interface Hands {
  readonly lab: Pick<Lab, 'useLab' | 'presentStep' | 'timeOfStep'>;
  readonly presence: Presence;
  /** Opens a shipped scenario by its id. */
  readonly openScenario: (id: string) => Promise<void>;
  /** Reads a link. @throws ScenarioError */
  readonly decode: (link: string) => Promise<Linked>;
  /** Begins to tell an event, or ends it. */
  readonly subscribe: (event: EventName, perSecond: number) => void;
  readonly unsubscribe: (event: EventName) => void;
  /** What is answered to `hello`. */
  readonly ready: () => Answers['hello'];
}

/** Furthest step that a page may send a run to; what is further on takes minutes. */
const MOST_STEPS = 10_000_000;
/** Most observations in one question. */
const MOST_NAMES = 16;
/** Most characters of what is observed, as JSON. */
const MOST_OBSERVED = 8 * 1024 * 1024;
/** Readouts come ten times a second. */
export const MOST_TELLS = 10;

export const eventNames = ['step', 'playing', 'stopped', 'blow-up', 'edited', 'opened', 'key'] as const;

const step = v.pipe(
  v.number('a step'),
  v.integer('a whole step'),
  v.minValue(0, 'a step from 0 on'),
  v.maxValue(MOST_STEPS, `a step up to ${MOST_STEPS}`),
);
const event = v.picklist(eventNames, `one of ${eventNames.join(', ')}`);
const line = (what: string): v.GenericSchema<string> =>
  v.pipe(v.string(what), v.minLength(1, what), v.maxLength(200, `${what} of at most 200 characters`));

export interface Handler<Kind extends RequestKind> {
  /** Beside `lab`, `id` and `kind`; anything else is refused. */
  readonly entries: { readonly [Name in keyof Required<Requests[Kind]>]: v.GenericSchema };
  readonly run: (asked: Requests[Kind], hands: Hands) => Answers[Kind] | Promise<Answers[Kind]>;
}

const none = (): ScenarioError => new ScenarioError('run', undefined, 'an open run');

export function standingOf({ lab, presence }: Pick<Hands, 'lab' | 'presence'>): Standing {
  const { info } = lab.useLab.getState();
  const now = lab.presentStep();
  return { step: now, time: lab.timeOfStep(now, info?.dt ?? 0), playing: presence.plays };
}

/** Waits until the engine has done all that it was told. */
export function settled({ useLab }: Hands['lab']): Promise<void> {
  return new Promise((resolve) => {
    if (useLab.getState().settled) {
      resolve();
      return;
    }
    const stop = useLab.subscribe((state) => {
      if (!state.settled) return;
      stop();
      resolve();
    });
  });
}

/** Waits for an outcome. What is refused is told to who asked, not to the reader. @throws ScenarioError */
async function applied(hands: Hands, told: Told): Promise<boolean> {
  const outcome = await told;
  if (outcome.kind === 'refused') {
    hands.lab.useLab.getState().report(null);
    const { path, value, expected } = outcome.problem;
    throw new ScenarioError(path, value, expected);
  }
  return outcome.kind === 'applied';
}

async function moved(hands: Hands): Promise<Standing> {
  if (hands.lab.useLab.getState().info === null) throw none();
  await settled(hands.lab);
  return standingOf(hands);
}

/** Opens what exactly one of three names. @throws ScenarioError */
async function open(
  { scenario, document, link, step: at, play }: Requests['open'],
  hands: Hands,
): Promise<Answers['open']> {
  const { useLab } = hands.lab;
  const lab = useLab.getState();
  if ([scenario, document, link].filter((one) => one !== undefined).length !== 1)
    throw new ScenarioError('open', undefined, 'exactly one of scenario, document and link');
  lab.report(null);
  let since: Linked['since'] = null;
  if (scenario !== undefined) await hands.openScenario(scenario);
  else if (link !== undefined) {
    const linked = await hands.decode(link);
    ({ since } = linked);
    await applied(hands, lab.openDocument(linked.document, linked.shippedId));
  } else await applied(hands, lab.openDocument(parseDocument(document)));
  await settled(hands.lab);
  const { problem, info } = useLab.getState();
  if (problem !== null) {
    useLab.getState().report(null);
    throw new Refusal(problem);
  }
  if (info === null) throw none();
  if (at !== undefined) lab.seek(at);
  if (play === true) hands.presence.play();
  if (play === false) hands.presence.pause();
  await settled(hands.lab);
  const title = info.document.scenario.title;
  return { ...standingOf(hands), title, baseChanged: since !== null, differs: [...(since?.differs ?? [])] };
}

/** Asks the engine once. Resolves with what is seen, null where there is nothing to see. */
function look({ useLab }: Hands['lab'], id: (typeof observed)[number]): Promise<unknown> {
  const name = `embed.${id}`;
  return new Promise((resolve) => {
    const stop = useLab.subscribe(({ seen }) => {
      if (seen[name] === undefined) return;
      stop();
      resolve(seen[name].value);
      useLab.getState().watch(name, null);
    });
    useLab.getState().watch(name, { id, query: {} } as Question);
  });
}

async function observe({ names }: Requests['observe'], hands: Hands): Promise<Answers['observe']> {
  if (hands.lab.useLab.getState().info === null) throw none();
  const values: Record<string, unknown> = {};
  for (const name of new Set(names)) {
    const id = observed.find((one) => one === name);
    if (id === undefined) throw new ScenarioError('names', name, `one of ${observed.join(', ')}`);
    values[name] = await look(hands.lab, id);
  }
  const printed = printValue(values);
  if (printed.length > MOST_OBSERVED)
    throw new ScenarioError('names', names.join(', '), `at most ${MOST_OBSERVED} characters of values`);
  return { ...standingOf(hands), values: JSON.parse(printed) as Record<string, unknown> };
}

export const requests: { readonly [Kind in RequestKind]: Handler<Kind> } = {
  hello: { entries: {}, run: (_, { ready }) => ready() },
  open: {
    entries: {
      scenario: v.optional(line('the id of a shipped scenario')),
      document: v.optional(v.looseObject({}, 'a run document or a scenario')),
      link: v.optional(v.string('a link')),
      step: v.optional(step),
      play: v.optional(v.boolean('true or false')),
    },
    run: open,
  },
  play: {
    entries: {},
    run(_, hands) {
      hands.presence.play();
      return moved(hands);
    },
  },
  pause: {
    entries: {},
    run(_, hands) {
      hands.presence.pause();
      return moved(hands);
    },
  },
  seek: {
    entries: {
      step: v.optional(step),
      time: v.optional(
        v.pipe(v.number('a time'), v.finite('a finite time'), v.minValue(0, 'a time from 0 on')),
      ),
    },
    async run({ step: at, time }, hands) {
      const { info, seek } = hands.lab.useLab.getState();
      if (info === null) throw none();
      if (at !== undefined && time === undefined) seek(at);
      else if (time !== undefined && at === undefined) {
        seek(stepNear(time, MOST_STEPS, (one) => hands.lab.timeOfStep(one, info.dt)));
      } else throw new ScenarioError('seek', undefined, 'either step or time');
      return { ...(await moved(hands)), superseded: false };
    },
  },
  step: {
    entries: { count: v.optional(v.pipe(step, v.minValue(1, 'at least 1 step'))) },
    run({ count = 1 }, hands) {
      hands.lab.useLab.getState().step(count);
      return moved(hands);
    },
  },
  reset: {
    entries: {},
    run(_, hands) {
      hands.lab.useLab.getState().reset();
      return moved(hands);
    },
  },
  set: {
    entries: { path: line('the path of a parameter'), value: v.unknown() },
    async run({ path, value }, hands) {
      const { info, setParameter } = hands.lab.useLab.getState();
      if (info === null) throw none();
      const isApplied = await applied(hands, setParameter(path, value));
      return { ...standingOf(hands), superseded: !isApplied };
    },
  },
  getState: {
    entries: {},
    run(_, { lab }) {
      const text = lab.useLab.getState().save();
      if (text === '') throw none();
      return { document: JSON.parse(text) as object };
    },
  },
  observe: {
    entries: {
      names: v.pipe(
        v.array(line('the name of an observation'), 'a list of names'),
        v.minLength(1, 'at least one name'),
        v.maxLength(MOST_NAMES, `at most ${MOST_NAMES} names`),
      ),
    },
    run: observe,
  },
  subscribe: {
    entries: {
      event,
      perSecond: v.optional(
        v.pipe(
          v.number('a number'),
          v.minValue(0.1, 'at least 0.1'),
          v.maxValue(MOST_TELLS, `at most ${MOST_TELLS}`),
        ),
      ),
    },
    run({ event: name, perSecond = MOST_TELLS }, { subscribe }) {
      subscribe(name, perSecond);
      return { event: name };
    },
  },
  unsubscribe: {
    entries: { event },
    run({ event: name }, { unsubscribe }) {
      unsubscribe(name);
      return { event: name };
    },
  },
};

export const requestKinds = Object.keys(requests) as RequestKind[];
