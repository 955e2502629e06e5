import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/scenario/document.ts';
import { decodeLink, encodeLink } from '../../src/scenario/link/codec.ts';
import { pack } from '../../src/scenario/link/packed.ts';
import { ScenarioError } from '../../src/scenario/types.ts';
import { shipped } from '../helpers/shipped.ts';
import { mutant, tame } from './documents.ts';

const seed = 20_261_129;
const runs = (numRuns: number): { seed: number; numRuns: number } => ({ seed, numRuns });
const ids = Object.keys(shipped);

function resolve(id: string): string {
  if (!Object.hasOwn(shipped, id)) throw new ScenarioError('link.shipped', id, 'a shipped scenario');
  return shipped[id];
}

/** Whatever a text is: a run, or a ScenarioError that says where. */
async function tamed(text: string): Promise<void> {
  try {
    await decodeLink(text, resolve);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    expect(error.path).not.toBe('');
    expect(error.expected).not.toBe('');
  }
}

describe(`fuzz (seed ${seed}): links`, () => {
  it('400 shipped documents with faults that are accepted come back from a link, whole and as changes to any scenario', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(mutant, fc.constantFrom(...ids), fc.nat(9999), async (value, id, step) => {
        const parsed = tame(() => parseDocument(value));
        if (parsed instanceof ScenarioError) return;
        accepted += 1;
        const run = { ...parsed, view: { ...parsed.view, step } };
        expect((await decodeLink(encodeLink(run), resolve)).document).toEqual(run);
        const linked = await decodeLink(encodeLink(run, { id, text: shipped[id] }), resolve);
        expect(linked).toEqual({ document: run, shippedId: id, since: null });
      }),
      runs(400),
    );
    expect(accepted).toBeGreaterThan(15);
  }, 120_000);

  it('1000 texts, links of garbage, and links with a stretch of garbage in them are a run or a ScenarioError', async () => {
    const link = encodeLink(parseDocument(JSON.parse(shipped['ring-wave'])), {
      id: 'ring-wave',
      text: shipped['ring-wave'],
    });
    const garbage = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .base64String()
        .map((text) => `#v1.${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`),
      fc
        .tuple(fc.nat(link.length), fc.nat(6), fc.string({ unit: 'binary', maxLength: 6 }))
        .map(([at, length, put]) => link.slice(0, at) + put + link.slice(at + length)),
    );
    await fc.assert(fc.asyncProperty(garbage, tamed), runs(1000));
  }, 120_000);

  it('600 well-made links of anything are a run or a ScenarioError', async () => {
    const anything = fc.oneof(
      fc.json(),
      fc.jsonValue().map((document) => JSON.stringify({ document })),
      fc
        .record({
          shipped: fc.oneof(fc.constantFrom(...ids, 'none', '../x', '__proto__'), fc.jsonValue()),
          base: fc.jsonValue(),
          changes: fc.oneof(
            fc.jsonValue(),
            fc.array(
              fc.tuple(
                fc.array(
                  fc.oneof(
                    fc.constantFrom('scenario', 'system', 'N', 'view', 'edits', '__proto__'),
                    fc.nat(3),
                  ),
                  {
                    maxLength: 4,
                  },
                ),
                fc.jsonValue(),
              ),
              { maxLength: 3 },
            ),
          ),
        })
        .map((said) => JSON.stringify(said)),
    );
    await fc.assert(
      fc.asyncProperty(anything, (text) => tamed(`#v1.${pack(text)}`)),
      runs(600),
    );
  }, 120_000);
});
