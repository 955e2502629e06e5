import * as v from 'valibot';
import { parseDocument, serializeRunDocument } from '../document.ts';
import { parseJson } from '../json.ts';
import { joinPath } from '../path.ts';
import { plainJson, printJson } from '../plain.ts';
import { checked, objectOf } from '../schema.ts';
import { ScenarioError, type RunDocument } from '../types.ts';

/** One state of a talk: a run where it stood, with what the screen showed of it. */
export interface TalkState {
  /** The line over the pictures. */
  readonly title: string;
  /** For the speaker alone; plain text. */
  readonly notes: string;
  /** As a saved file holds it: its step and its screen are in `view`. */
  readonly document: RunDocument;
}

/** A sequence of states that a speaker walks through; README.md of this folder describes its file. */
export interface Talk {
  readonly title: string;
  readonly states: readonly TalkState[];
}

const talkVersion = 1;

/** Sizes of a talk, in characters and states: files and links are untrusted. */
export const TALK_LIMITS = { title: 120, notes: 4000, states: 60, file: 8 * 1024 * 1024 } as const;

/** A text of at most so many characters. */
function text(most: number) {
  const message = `a text of at most ${most} characters`;
  return v.pipe(v.string(message), v.maxLength(most, message));
}

const stateSchema = objectOf(
  {
    title: text(TALK_LIMITS.title),
    notes: v.optional(text(TALK_LIMITS.notes), ''),
    // What is left out is told by documentAt, in its words.
    document: v.optional(v.unknown()),
  },
  'a state: an object with title, notes and document',
);

const states = `a list of 1 to ${TALK_LIMITS.states} states`;
const talkSchema = objectOf(
  {
    version: v.literal(talkVersion, `${talkVersion}, the version of this program’s talks`),
    kind: v.literal('talk', '"talk"'),
    title: text(TALK_LIMITS.title),
    states: v.pipe(
      v.array(stateSchema, states),
      v.minLength(1, states),
      v.maxLength(TALK_LIMITS.states, states),
    ),
  },
  'a talk: an object with version, kind, title and states',
);

/** Whether a file, once read, says that it is a talk: whoever takes a dropped file asks. */
export function isTalk(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && (value as { readonly kind?: unknown }).kind === 'talk'
  );
}

/**
 * Checks a talk that was read; every document in it as a file of a run is.
 * @throws ScenarioError at the first problem, e.g. at `states[2].document.scenario.system.N`; nothing else is ever thrown
 */
export function talkOf(value: unknown): Talk {
  const { title, states: read } = checked(talkSchema, plainJson(value), '');
  return {
    title,
    states: read.map((state, index) => ({ ...state, document: documentAt(state.document, index) })),
  };
}

function documentAt(value: unknown, index: number): RunDocument {
  const path = `states[${index}].document`;
  if (value === undefined) throw new ScenarioError(path, undefined, 'a scenario or a run document');
  try {
    return parseDocument(value);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new ScenarioError(joinPath(path, error.path), error.value, error.expected);
  }
}

/** Reads the text of a talk's file. @throws ScenarioError at the first problem */
export function parseTalk(body: string): Talk {
  if (body.length > TALK_LIMITS.file) {
    throw new ScenarioError('$', body.length, `a talk of at most ${TALK_LIMITS.file} characters`);
  }
  return talkOf(parseJson(body));
}

/**
 * Prints a talk: its file. parseTalk(printTalk(t)) equals t, numbers to the last bit.
 *  @throws ScenarioError where it is longer than a talk may be
 */
export function printTalk({ title, states: all }: Talk): string {
  const printed = {
    version: talkVersion,
    kind: 'talk',
    title,
    states: all.map((state) => ({
      title: state.title,
      notes: state.notes,
      document: JSON.parse(serializeRunDocument(state.document)) as unknown,
    })),
  };
  const body = `${printJson(printed)}\n`;
  if (body.length > TALK_LIMITS.file) {
    throw new ScenarioError('$', body.length, `a talk of at most ${TALK_LIMITS.file} characters`);
  }
  return body;
}
