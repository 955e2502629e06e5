/** Which plane a hand has chosen. */
export const PLANES = ['path', 'steepFlat', 'steep', 'flat', 'chosen'] as const;
export type PlaneChoice = (typeof PLANES)[number];

/** What the hand asks of the landscape. */
export interface LandscapeChoice {
  readonly plane: PlaneChoice;
  /** Ranks as they are typed, where they are the hand's own: 1 is the steepest, −1 the flattest. */
  readonly first: number;
  readonly second: number;
  /** Factor on the window's width. */
  readonly spread: number;
}

/** The question to the engine. */
interface LandscapeQuery {
  readonly path: boolean;
  readonly first: number;
  readonly second: number;
  readonly spread: number;
}

export const AT_FIRST: LandscapeChoice = { plane: 'path', first: 1, second: 2, spread: 1 };

/** Widest and narrowest window, in that of the paths. */
export const SPREADS = { least: 0.125, most: 8 } as const;

/** What a document asks for, which is untrusted: `view.plane`. */
export function choiceOf(value: unknown): LandscapeChoice {
  const asked = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  const { plane, first, second, spread } = asked;
  const rank = (given: unknown, otherwise: number): number =>
    Number.isSafeInteger(given) && given !== 0 ? Number(given) : otherwise;
  const within = typeof spread === 'number' && spread >= SPREADS.least && spread <= SPREADS.most;
  return {
    plane: PLANES.find((one) => one === plane) ?? AT_FIRST.plane,
    first: rank(first, AT_FIRST.first),
    second: rank(second, AT_FIRST.second),
    spread: within ? spread : AT_FIRST.spread,
  };
}

/** The question to the engine, whose ranks begin at 0. */
export function queryOf({ plane, first, second, spread }: LandscapeChoice): LandscapeQuery {
  const rank = (typed: number): number => (typed > 0 ? typed - 1 : typed);
  const ranks = {
    path: [0, -1],
    steepFlat: [0, -1],
    steep: [0, 1],
    flat: [-1, -2],
    chosen: [rank(first), rank(second)],
  }[plane];
  return { path: plane === 'path', first: ranks[0], second: ranks[1], spread };
}
