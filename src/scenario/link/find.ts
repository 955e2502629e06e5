import { ScenarioError } from '../types.ts';

/** Longest text that is read, in characters: about what browsers take as an address. */
const MOST_CHARACTERS = 2_000_000;

/** A link as it stands in a text. */
export interface Found {
  readonly version: number;
  /** What follows `v1.`, as far as it can be of a link; what was written behind it may still hang on. */
  readonly payload: string;
  /** The character at which it ends: '' at the end of the text. */
  readonly stop: string;
}

/**
 * Finds a link in what came through mail and chat programs, and mends what they do to it: percent-encoding (several times
 * over), line breaks with their marks (`=`, `>`), blanks and letters of no width, dashes of typographers, and what was
 * written around it.
 *  @throws ScenarioError where there is none
 */
export function findLink(text: string): Found {
  if (text.length > MOST_CHARACTERS) {
    throw new ScenarioError('link', text.length, `a link of at most ${MOST_CHARACTERS} characters`);
  }
  const mended = text
    .replace(/%(?:25)*([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/=?\r?\n[>\s]*/g, '')
    .replace(/[\s\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[\u2010-\u2013\u2212]/g, '-')
    .replaceAll('\u2014', '--');
  const found = /(?:^|#)v(\d{1,4})\.([\w-]*)/.exec(mended);
  if (found === null) {
    throw new ScenarioError(
      'link',
      text.trim().slice(0, 40),
      'a link of the lab: #v1. and many letters after it',
    );
  }
  const stop = mended.slice(found.index + found[0].length);
  return { version: Number(found[1]), payload: found[2], stop: stop.slice(0, 1) };
}
