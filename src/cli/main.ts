import { otherKernelOf } from '../engine/describe.ts';
import { outputPieces } from '../engine/output/pieces.ts';
import { cadenceOf, gatherRows } from '../engine/output/rows.ts';
import { findObservation } from '../engine/observations/index.ts';
import { createSimulation, type Advance } from '../engine/simulation.ts';
import { fastestKernels } from '../kernels/simd/index.ts';
import { orderedScenario, parseRunDocument } from '../scenario/document.ts';
import type { RunDocument } from '../scenario/types.ts';
import { helpText } from './help.ts';
import { parseOptions, type Options } from './options.ts';
import { answered, processTerminal, success, withFile, type Terminal } from './terminal.ts';

const blownUp = 3;

/**
 * Runs the terminal program.
 * @param args      the arguments after the program's name
 * @param terminal  files and streams; a test hands in its own
 * @returns         0; 2 for bad input (one line on standard error); 3 after a blow-up
 */
export async function main(args: string[], terminal: Terminal = processTerminal): Promise<number> {
  return answered(terminal, async () => {
    const options = parseOptions(args);
    if (options !== null) return simulate(options, terminal);
    await terminal.write(undefined, [helpText()]);
    return success;
  });
}

async function simulate(options: Options, terminal: Terminal): Promise<number> {
  for (const name of options.observe) findObservation(name);
  const text = await withFile('FILE', options.file, () => terminal.read(options.file));
  const document = withStep(parseRunDocument(text), options.dt);
  const simulation = createSimulation(document, fastestKernels, { tracks: 'main' });
  const other = otherKernelOf(simulation);
  if (other !== null) {
    const { kernel } = simulation;
    terminal.complain(`saved with other kernels (${other}; here ${kernel}): the last bits may differ`);
  }
  const cadence = cadenceOf(options, simulation.time, simulation.dt);
  const scenario = orderedScenario(simulation.resolvedScenario);
  const { rows, blowUp } = gatherRows(simulation, cadence, options.observe);
  const pieces = outputPieces(scenario, rows);
  await withFile('--out', options.out, () => terminal.write(options.out, pieces));
  if (blowUp === null) return success;
  terminal.complain(explain(blowUp));
  return blownUp;
}

/** The document with another time step; its edits stay. */
function withStep(document: RunDocument, dt: number | undefined): RunDocument {
  if (dt === undefined) return document;
  const { scenario } = document;
  return { ...document, scenario: { ...scenario, dynamics: { ...scenario.dynamics, dt } } };
}

function explain(blowUp: NonNullable<Advance['blowUp']>): string {
  const { track, growth, step, time, dt, gamma, curvature, largestStableStep, remedy } = blowUp;
  const what =
    growth === null
      ? `is no longer finite at step ${step}, after t = ${time}`
      : `has grown ${digits(growth)} times beyond its start by step ${step}, after t = ${time}`;
  const way =
    remedy === null
      ? ''
      : remedy.path === 'dynamics.dt'
        ? `; try --dt ${digits(Number(remedy.value))}`
        : `; try ${remedy.path} = ${typeof remedy.value === 'number' ? digits(remedy.value) : `"${remedy.value}"`}`;
  const bound =
    largestStableStep === null ? '' : `; the largest stable step here is about ${digits(largestStableStep)}`;
  return (
    `blow-up: track ${track} ${what}, with dt = ${dt}` +
    `, gamma = ${digits(gamma)}, largest curvature ${digits(curvature)}${bound}${way}`
  );
}

const digits = (value: number): string => String(Number(value.toPrecision(3)));
