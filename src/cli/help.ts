import { defaultSpan } from '../engine/observations/advance.ts';
import { observations } from '../engine/observations/index.ts';
import { expectation } from '../scenario/controls.ts';
import { declarationsOf, defaultKind, sections } from '../scenario/sections.ts';
import { sectionNames, type SectionName } from '../scenario/types.ts';
import { defaultRows } from '../engine/output/rows.ts';

const usage = `Runs a scenario or a run document of the Synaptic Field Lab and prints its numbers as JSON.

  npm run -s simulate -- FILE.json|- [--until T] [--every DT | --steps N] [--dt H] [--observe a,b,c] [--out OUT.json]

  FILE.json|-     the scenario or run document; - reads standard input
  --until T       stop at time T (default: t0 + ${defaultSpan})
  --every DT      a row every DT, a multiple of dt (default: about ${defaultRows} rows, and one at the end)
  --steps N       N steps, a row at each; with --until, whichever ends first
  --dt H          use the time step H instead of the scenario's
  --observe a,b   also give these observables at each row
  --out OUT.json  write there instead of standard output

Exit code 0; 2 for bad input, with one line on standard error: path, value, what was expected; 3 when the
run blew up, with the rows up to the last good state written and one line that says where and why.
`;

/** Text of --help: the usage, and every kind with its parameters, from their declarations. */
export function helpText(): string {
  const blocks = sectionNames.map(sectionHelp);
  return `${usage}\nObservables: ${observations.map(({ id }) => id).join(', ')}\n\n${blocks.join('\n')}`;
}

function sectionHelp(section: SectionName): string {
  const lines = [`${section}: ${sections[section].label.toLowerCase()}`];
  const fallback = section === 'data' || section === 'initial' ? '' : defaultKind(section, '');
  for (const [kind, part] of Object.entries(sections[section].parts)) {
    lines.push(`  ${kind}${kind === fallback ? ' (default)' : ''}: ${part.help}`);
    for (const [name, parameter] of Object.entries(declarationsOf(section, kind))) {
      const unset = parameter.default === undefined ? '' : `; default ${JSON.stringify(parameter.default)}`;
      lines.push(`    ${name}: ${parameter.label}. ${parameter.help} ${expectation(parameter)}${unset}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
