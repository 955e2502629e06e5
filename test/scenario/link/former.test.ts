import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument, parseRunDocument } from '../../../src/scenario/document.ts';
import { parseJson } from '../../../src/scenario/json.ts';
import { baseSum, decodeLink, encodeLink } from '../../../src/scenario/link/codec.ts';
import { sumsNow } from '../../tools/formerBases.ts';
import { goldenBase, goldenShortLink, goldenShortRun } from './golden.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const today = goldenBase
  .replace('"gamma": 0.12', '"gamma": 0.2')
  .replace('"center": 48', '"center": 40')
  .replace('"drift": true', '"drift": false');
/** A lab whose scenario is today another one, and that has kept what it was. */
const keeps = (_: string, sum?: string): string => (sum === undefined ? today : goldenBase);

describe('links on a scenario that has changed since', () => {
  it('where the file of then is kept the run is as it was, and what differs today is listed, but for what the link says itself', async () => {
    const asked: (string | undefined)[] = [];
    const { document, shippedId, since } = await decodeLink(goldenShortLink, (id, sum) => {
      asked.push(sum);
      return keeps(id, sum);
    });
    expect(asked).toEqual([undefined, baseSum(parseJson(goldenBase))]);
    expect(document).toEqual(goldenShortRun());
    expect(shippedId).toBe('ring-wave');
    expect(since).toEqual({
      asItWas: true,
      differs: [
        { path: 'initial.center', link: 48, here: 40 },
        { path: 'expansion.gamma', link: 0.12, here: 0.2 },
      ],
    });
    const said = {
      ...goldenShortRun(),
      scenario: { ...goldenShortRun().scenario, expansion: { kind: 'de-sitter', gamma: 0.7, t0: 0 } },
    };
    const own = encodeLink(parseDocument(said), { id: 'ring-wave', text: goldenBase });
    expect((await decodeLink(own, keeps)).since?.differs.map(({ path }) => path)).toEqual(['initial.center']);
  });

  it('a place that one of the two files alone has is nothing in the other', async () => {
    const other = goldenBase.replace('{ "kind": "de-sitter", "gamma": 0.12 }', '{ "kind": "flat" }');
    const { since } = await decodeLink(goldenShortLink, (_, sum) => (sum === undefined ? other : goldenBase));
    expect(since?.differs).toContainEqual({ path: 'expansion.kind', link: 'de-sitter', here: 'flat' });
    expect(since?.differs).toContainEqual({ path: 'expansion.gamma', link: 0.12, here: undefined });
  });

  it('where it is not kept, cannot be fetched, or is another file, the link opens on today’s and says that', async () => {
    for (const former of [
      () => '',
      () => 'no JSON',
      () => today,
      () => goldenBase.replace('48', '47'),
      () => Promise.reject(new Error('no network')),
    ]) {
      const { document, since } = await decodeLink(goldenShortLink, (_, sum) =>
        sum === undefined ? today : former(),
      );
      expect(since).toEqual({ asItWas: false, differs: [] });
      expect(document.scenario.expansion).toMatchObject({ gamma: 0.2 });
    }
  });

  it('of a scenario that is shipped no more the run opens as it was, under no name', async () => {
    const gone = (_: string, sum?: string): string => {
      if (sum === undefined) throw new Error('404');
      return goldenBase;
    };
    expect(await decodeLink(goldenShortLink, gone)).toEqual({
      document: goldenShortRun(),
      shippedId: null,
      since: null,
    });
  });
});

describe('what scenarios were (public/former.json)', () => {
  it('the checksums of all shipped files are stored: where one is another, npm run trajectories keeps what it was', () => {
    expect(read('test/scenario/link/bases.json')).toEqual(sumsNow());
  });

  it('every file that is kept is one by its name, and opens', () => {
    for (const [name, file] of Object.entries(read('public/former.json') as object)) {
      expect(name).toMatch(new RegExp(`^[a-z0-9-]{1,64}\\.${baseSum(file)}$`));
      expect(parseRunDocument(JSON.stringify(file)).version).toBe(1);
    }
  });
});
