import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSimulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { parseDocument, parseRunDocument, serializeRunDocument } from '../../src/scenario/document.ts';
import { controlsOf, patchScenario } from '../../src/scenario/patch.ts';
import { ScenarioError, type RunDocument } from '../../src/scenario/types.ts';
import { parseScenario } from '../../src/scenario/validate.ts';
import { shipped } from '../helpers/shipped.ts';
import { mutant, strangeValue, tame } from './documents.ts';

const seed = 20_250_308;
const runs = (numRuns: number): { seed: number; numRuns: number } => ({ seed, numRuns });

/** Steps a document a little: no exception but a ScenarioError, at the start or at a recorded edit (step 2). */
function exercise(document: RunDocument): void {
  const simulation = tame(() => createSimulation(document, typescriptKernels));
  if (simulation instanceof ScenarioError) return;
  tame(() => simulation.advance(3));
}

describe(`fuzz (seed ${seed}): any input is a valid document or a ScenarioError`, () => {
  it('2000 arbitrary values', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
      withNullPrototype: true,
      withObjectString: true,
    });
    fc.assert(
      fc.property(anything, (value) => {
        tame(() => parseScenario(value));
        tame(() => parseDocument(value));
        tame(() => parseDocument({ version: 1, scenario: { version: 1 }, view: value }));
        tame(() => parseScenario({ version: 1, system: value }));
        tame(() => parseScenario({ version: 1, data: { kind: 'explicit', X: value } }));
      }),
      runs(2000),
    );
  });

  it('1000 texts, and 1000 shipped files with a few characters changed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (text) => {
        tame(() => parseRunDocument(text));
      }),
      runs(1000),
    );
    const cut = fc.tuple(
      fc.constantFrom(...Object.values(shipped)),
      fc.nat(),
      fc.nat(3),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(cut, ([text, where, length, inserted]) => {
        const at = where % text.length;
        tame(() => parseRunDocument(text.slice(0, at) + inserted + text.slice(at + length)));
      }),
      runs(1000),
    );
  });

  it('400 shipped documents with one to three faults; those that are accepted round-trip and run', () => {
    let accepted = 0;
    fc.assert(
      fc.property(mutant, (value) => {
        const document = tame(() => parseDocument(value));
        if (document instanceof ScenarioError) return;
        accepted += 1;
        expect(parseRunDocument(serializeRunDocument(document))).toEqual(document);
        exercise(document);
      }),
      runs(400),
    );
    expect(accepted).toBeGreaterThan(20);
  });

  it('200 sequences of five changes keep a document valid', () => {
    const change = fc.record({ where: fc.nat(), kind: fc.boolean(), choice: fc.nat(), value: strangeValue });
    const changes = fc.tuple(fc.constantFrom(...Object.values(shipped)), fc.array(change, { maxLength: 5 }));
    fc.assert(
      fc.property(changes, ([text, list]) => {
        let document = parseRunDocument(text);
        for (const { where, kind, choice, value } of list) {
          const controls = controlsOf(document.scenario);
          const section = controls[where % controls.length];
          const parameter = section.parameters[choice % Math.max(1, section.parameters.length)];
          const [path, next] =
            kind || parameter === undefined
              ? [`${section.section}.kind`, section.kinds[choice % section.kinds.length].kind]
              : [parameter.path, value];
          const patch = tame(() => patchScenario(document, path, next));
          if (patch instanceof ScenarioError) continue;
          if (patch.apply === 'live') {
            const command = { kind: 'set', path, value: next } as const;
            document = { ...document, edits: [...document.edits, { step: 2, command }] };
          } else document = patch.document;
          expect(parseDocument(document)).toEqual(document);
        }
        exercise(document);
      }),
      runs(200),
    );
  }, 120_000);
});
