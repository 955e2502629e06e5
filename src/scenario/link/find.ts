import { ScenarioError } from '../types.ts';

/** Longest text that is read, in characters: about what browsers take as an address. */
export const MOST_CHARACTERS = 2_000_000;

/** A link as it stands in a text. */
export interface Found {
  readonly version: number;
  /** What follows `v1.`, as far as it can be of a link; what was written behind it may still hang on. */
  readonly payload: string;
  /** The character at which it ends: '' at the end of the text. */
  readonly stop: string;
  /** What follows `v1.` in further links of the text: two are often pasted one behind the other. */
  readonly others: readonly string[];
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
  const mended = unescaped(text)
    // Addresses lose their line breaks before they are read, and keep the marks of mail beside them.
    .replace(/[\s=>\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[\u2010-\u2013\u2212]/g, '-')
    .replaceAll('\u2014', '--');
  const [found, ...others] = mended.matchAll(/(?:^|#)v(\d{1,4})\.([\w-]*)/gi);
  if (found === undefined) {
    throw new ScenarioError(
      'link',
      text.trim().slice(0, 40),
      'a link of the lab: #v1. and many letters after it',
    );
  }
  const [stop = ''] = mended.slice(found.index + found[0].length);
  return {
    version: Number(found[1]),
    payload: found[2],
    stop,
    others: others.map(([, , payload]) => payload),
  };
}

/** A text whose percent-encoding, however often it was done, is undone: browsers do it to every letter but those of ASCII. */
function unescaped(text: string): string {
  return text.replace(/(?:%(?:25)*[0-9a-f]{2})+/gi, (run) => {
    const once = run.replace(/%(?:25)+(?=[0-9a-f]{2})/gi, '%');
    try {
      return decodeURIComponent(once);
    } catch {
      // Letters that are no UTF-8: those of ASCII among them are still read.
      return once.replace(/%([0-7][0-9a-f])/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );
    }
  });
}
