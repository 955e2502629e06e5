import * as v from 'valibot';
import { parseDocument, serializeRunDocument } from '../document.ts';
import { parseJson } from '../json.ts';
import { joinPath } from '../path.ts';
import { plainJson, printJson, type Json } from '../plain.ts';
import { checked, objectOf } from '../schema.ts';
import { ScenarioError, type RunDocument } from '../types.ts';
import { isPicture, PICTURE_EXPECTED } from './picture.ts';

/** One state of a talk: a run where it stood, with what the screen showed of it. */
export interface TalkState {
  /** The line over the pictures. */
  readonly title: string;
  /** For the speaker alone; plain text. */
  readonly notes: string;
  /** As a saved file holds it: its step and its screen are in `view`. */
  readonly document: RunDocument;
  /** What the screen showed, small, for who comes to it next: a data URL (picture.ts). */
  readonly picture?: string;
}

/** A sequence of states that a speaker walks through; README.md of this folder describes its file. */
export interface Talk {
  readonly title: string;
  readonly states: readonly TalkState[];
}

/** The version that is written. */
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
    picture: v.optional(v.pipe(v.string(PICTURE_EXPECTED), v.check(isPicture, PICTURE_EXPECTED))),
  },
  'a state: an object with title, notes and document',
);

const states = `a list of 1 to ${TALK_LIMITS.states} states`;
const talkSchema = objectOf(
  {
    version: v.literal(1),
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
 * How each version of the format is read: a talk of it may lie on somebody's stick for years, so none is ever taken out.
 * A later one reads its own form; the documents within migrate by their own versions.
 */
const decoders: Readonly<Record<number, (value: Json) => Talk>> = {
  1: (value) => {
    const { title, states: read } = checked(talkSchema, value, '');
    return {
      title,
      states: read.map((state, index) => ({ ...state, document: documentAt(state.document, index) })),
    };
  },
};

/** What a talk says of its own version; 1 where it is no object, which then is refused as such. */
function versionOf(value: Json): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 1;
  return (value as { readonly version?: unknown }).version;
}

/**
 * Reads a talk of any version that there was; every document in it is checked as a file of a run is.
 * @throws ScenarioError at the first problem, e.g. at `states[2].document.scenario.system.N`; nothing else is ever thrown
 */
export function talkOf(value: unknown): Talk {
  const plain = plainJson(value);
  const version = versionOf(plain);
  if (typeof version === 'number' && Object.hasOwn(decoders, version)) return decoders[version](plain);
  const known = Object.keys(decoders).join(', ');
  throw new ScenarioError('version', version, `${known}: what this program reads of talks`);
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
      ...(state.picture === undefined ? {} : { picture: state.picture }),
    })),
  };
  const body = `${printJson(printed)}\n`;
  if (body.length > TALK_LIMITS.file) {
    throw new ScenarioError('$', body.length, `a talk of at most ${TALK_LIMITS.file} characters`);
  }
  return body;
}
