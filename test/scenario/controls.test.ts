import { describe, expect, it } from 'vitest';
import { controlsOf, expectation } from '../../src/scenario/controls.ts';
import { parseDocument } from '../../src/scenario/document.ts';
import { patchScenario } from '../../src/scenario/patch.ts';
import { declarationsOf, sections } from '../../src/scenario/sections.ts';
import { sectionNames, type ScenarioError } from '../../src/scenario/types.ts';

describe('controls: generated from the declarations', () => {
  it.each(Object.keys(sections.system.parts))('%s: every kind on offer can be chosen', (kind) => {
    const document = parseDocument({ version: 1, system: { kind } });
    for (const { section, kinds } of controlsOf(document.scenario)) {
      for (const { kind: other } of kinds) {
        const chosen = (): string =>
          patchScenario(document, `${section}.kind`, other).document.scenario[section].kind;
        try {
          expect(chosen()).toBe(other);
        } catch (error) {
          // Data may need other layer sizes, a field has no samples to take in turn, and only a quadratic
          // cost has a closed form.
          const { path } = error as ScenarioError;
          expect(path).toMatch(/^(data|batch|dynamics)\./);
          if (path.startsWith('dynamics.')) expect(other).toBe('exact');
        }
      }
    }
  });

  it('controls show the value of every parameter under its path', () => {
    const { scenario } = parseDocument({ version: 1, expansion: { kind: 'de-sitter', gamma: 2 } });
    const controls = controlsOf(scenario);
    expect(controls.map(({ section }) => section)).toEqual(sectionNames);
    const expansion = controls.find(({ section }) => section === 'expansion');
    expect(expansion?.parameters.map(({ path, value }) => [path, value])).toEqual([
      ['expansion.gamma', 2],
      ['expansion.d', undefined],
      ['expansion.t0', 0],
    ]);
  });

  it('every declaration of every kind has a default that it accepts itself, and says what it expects', () => {
    for (const section of sectionNames) {
      for (const kind of Object.keys(sections[section].parts)) {
        for (const declaration of Object.values(declarationsOf(section, kind))) {
          expect(declaration.label).not.toBe('');
          expect(expectation(declaration)).not.toBe('');
        }
      }
    }
  });
});
