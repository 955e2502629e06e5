/** What links build on: checksums of all shipped files as they are, and the files that earlier ones were of. */
import { execFileSync } from 'node:child_process';
import { baseSum } from '../../src/scenario/link/codec.ts';
import { parseJson } from '../../src/scenario/json.ts';
import { shipped } from '../helpers/shipped.ts';

/** Checksums of shipped files by id, as links name them. */
export type Sums = Readonly<Record<string, string>>;
/** Documents that were shipped, by `id.sum`. */
type Former = Readonly<Record<string, unknown>>;

export const sumsNow = (): Sums =>
  Object.fromEntries(Object.entries(shipped).map(([id, text]) => [id, baseSum(parseJson(text))]));

/** What was shipped under these checksums and is no more: `id.sum`. */
const goneFrom = (before: Sums, now: Sums): readonly (readonly [id: string, sum: string])[] =>
  Object.entries(before).filter(([id, sum]) => now[id] !== sum);

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' });

/** Texts of a shipped file in the history of this repository, newest first. */
function* textsOf(id: string): Generator<string> {
  const file = `public/scenarios/${id}.json`;
  for (const commit of git('log', '--format=%H', '--diff-filter=AM', '--', file)
    .split('\n')
    .filter(Boolean)) {
    yield git('show', `${commit}:${file}`);
  }
}

/**
 * The two files anew: every file that `sums` names and that is another one now is kept, if it was ever committed.
 *  @param sums    text of test/scenario/link/bases.json as it stands
 *  @param former  text of public/former.json as it stands
 *  @throws Error  where the history is cut off, and what was shipped cannot be known
 */
export function bases(sums: string, former: string): { readonly sums: Sums; readonly former: Former } {
  const now = sumsNow();
  const kept: Record<string, unknown> = { ...(JSON.parse(former) as Former) };
  const gone = goneFrom(JSON.parse(sums) as Sums, now);
  if (gone.length > 0 && git('rev-parse', '--is-shallow-repository').trim() === 'true')
    throw new Error('a shallow clone does not know what scenarios were: git fetch --unshallow');
  for (const [id, sum] of gone) {
    const was = [...textsOf(id)].map(parseJson).find((file) => baseSum(file) === sum);
    if (was !== undefined) kept[`${id}.${sum}`] = was;
  }
  return { sums: now, former: kept };
}
