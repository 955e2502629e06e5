import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { describeRun } from '../../src/engine/describe.ts';
import { createSimulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { text } from '../../src/messages/index.ts';
import { currentScenario } from '../../src/scenario/patch.ts';
import { errataOf } from '../../src/ui/math/errata.ts';
import { errataList } from '../../src/ui/math/errataList.ts';
import { framerOf } from '../helpers/framer.ts';
import { shippedDocuments } from '../helpers/shipped.ts';

/** The page as a file of this folder: ERRATA.md is made from the list, never by hand. */
function markdown(): string {
  const rows = errataList.map(({ id, place, line, formula, scene }) =>
    [
      `## ${id}. ${text(place)}`,
      text(line).replaceAll(/\*([^*]+)\*/g, '_$1_'),
      `    ${formula.plain}`,
      `Scenario: \`${scene}\``,
    ].join('\n\n'),
  );
  return `# ${text('erratum.title')}\n\n${text('erratum.about')} In the lab: the button "${text('erratum.all')}".\n\n${rows.join('\n\n')}\n`;
}

describe('the page of errata', () => {
  it('has every erratum of the specification once, in order', () => {
    expect(errataList.map(({ id }) => id)).toEqual(Array.from({ length: 16 }, (_, n) => `E${n + 1}`));
  });

  it.each(errataList.map((entry) => [entry.id, entry] as const))(
    '%s: its formula is typeset, and its words are there',
    (_, { formula, place, line }) => {
      const trust = ({ command }: { command: string }): boolean => command === '\\htmlClass';
      expect(katex.renderToString(formula.tex, { throwOnError: true, strict: false, trust })).toContain(
        'katex',
      );
      expect([text(place), text(line)]).not.toContain(undefined);
      expect(text(line)).not.toContain('erratum.');
    },
  );

  // E3 is a misprint of the architecture itself, E8 stands in every dictionary, E13 in the study of viscosity, and E15 in
  // the chart of locality.
  it.each(
    errataList.flatMap(({ id, scene }) =>
      ['E3', 'E8', 'E13', 'E15'].includes(id) ? [] : [[id, scene] as const],
    ),
  )('%s: its scenario %s is shipped and touches it', (id, scene) => {
    const document = shippedDocuments().find((one) => one.id === scene)?.document;
    if (document === undefined) throw new Error(`${scene} is not shipped`);
    const run = createSimulation(document, typescriptKernels);
    const info = describeRun(run, framerOf(run).shape);
    expect(errataOf(currentScenario(info.document), info).map((erratum) => erratum.id)).toContain(id);
  });

  it('E13: its scenario opens the study that measures it', () => {
    const scene = errataList.find(({ id }) => id === 'E13')?.scene;
    const document = shippedDocuments().find(({ id }) => id === scene)?.document;
    expect(JSON.stringify(document?.view)).toContain('viscosity');
  });

  it('E15: its scenario opens the chart that says how far the series about the present weights converges', () => {
    const scene = errataList.find(({ id }) => id === 'E15')?.scene;
    const document = shippedDocuments().find(({ id }) => id === scene)?.document;
    expect(JSON.stringify(document?.view)).toContain('nonlocality');
    expect(document?.scenario.system.activation).toBe('tanh');
  });

  it('is the file ERRATA.md', async () => {
    await expect(markdown()).toMatchFileSnapshot('../../ERRATA.md');
  });
});
