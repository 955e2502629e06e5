/** What stands under the slider of friction. Pure: places in, places out. */

/** Width of a letter of the interface's type, in its size: an upper estimate, so that words never touch. */
const LETTER = 0.58;
/** Room between two words, in letters. */
const APART = 1.2;

export interface Word {
  readonly words: string;
  /** Pixels from the left end of the track; words stand round it. */
  readonly x: number;
}

export interface UnderWords {
  readonly left: string | null;
  readonly right: string | null;
  readonly ticks: readonly Word[];
}

/** A tick worth a word: its whole name, and the short one where there is little room. */
export interface Named {
  readonly share: number;
  readonly long: string;
  readonly short: string;
}

/**
 * Words under a track: its ends, and the names of ticks round their places, held inside the track. Where there is
 * not room for all, names are cut first, then the end that is in the way, then the name of the later tick.
 *  @param width  of the track, pixels
 *  @param type   size of type, pixels
 */
export function underWords(
  width: number,
  type: number,
  ends: readonly [left: string, right: string],
  named: readonly Named[],
): UnderWords {
  const wide = (words: string): number => LETTER * type * words.length;
  const gap = APART * LETTER * type;
  const held = (words: string, share: number): Word => {
    const half = wide(words) / 2;
    return { words, x: Math.min(Math.max(half, width - half), Math.max(half, share * width)) };
  };
  const shown = named.filter(({ share }) => share >= 0 && share <= 1);
  const sets = [
    shown.map(({ long, share }) => held(long, share)),
    shown.map(({ short, share }) => held(short, share)),
  ];
  const clear = (ticks: readonly Word[]): boolean =>
    ticks.every((tick, index) => {
      const before = ticks[index - 1];
      const left = before === undefined ? 0 : before.x + wide(before.words) / 2 + gap;
      return tick.x - wide(tick.words) / 2 >= left;
    });
  const meets = (ticks: readonly Word[], side: 0 | 1): boolean => {
    const room = wide(ends[side]) + gap;
    return ticks.some(({ words, x }) =>
      side === 0 ? x - wide(words) / 2 < room : x + wide(words) / 2 > width - room,
    );
  };
  const free = sets.find((ticks) => clear(ticks) && !meets(ticks, 0) && !meets(ticks, 1));
  const ticks = free ?? sets.find(clear) ?? sets[1].slice(0, 1);
  const bothFit = wide(ends[0]) + gap + wide(ends[1]) <= width;
  return {
    left: meets(ticks, 0) || !bothFit ? null : ends[0],
    right: meets(ticks, 1) || !bothFit ? null : ends[1],
    ticks,
  };
}
