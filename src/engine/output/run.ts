import type { Kernels } from '../../kernels/types.ts';
import { orderedScenario } from '../../scenario/document.ts';
import { createSimulation } from '../simulation.ts';
import { outputPieces } from './pieces.ts';
import type { FromOutput, OutputColumns, OutputWish } from './protocol.ts';
import { pythonScript } from './python/index.ts';
import { columnNames, gatherRows, type Rows } from './rows.ts';

/** Characters of text that are handed over at once. */
const PIECE = 1 << 20;

/** Largest output, in bytes of its weights and velocities: a page holds it twice. */
export const LARGEST_OUTPUT = 512 * 1024 * 1024;

/** Numbers of the rows as arrays. */
function columnsOf({ columns }: Rows): OutputColumns {
  const rows = columns.t.length;
  const all = (name: 'weights' | 'velocity'): Float64Array => {
    const width = (columns[name][0] as Float64Array).length;
    const out = new Float64Array(rows * width);
    columns[name].forEach((row, index) => out.set(row as Float64Array, index * width));
    return out;
  };
  const scalars = columnNames
    .filter((name) => name !== 'weights' && name !== 'velocity')
    .map((name) => [name, Float64Array.from(columns[name] as (number | null)[], (x) => x ?? NaN)] as const);
  const weights = all('weights');
  return {
    scalars: Object.fromEntries(scalars),
    weights,
    velocity: all('velocity'),
    weightCount: weights.length / rows,
  };
}

/**
 * Runs a document again from its start, the main run alone, and hands its rows over. The steps are those of the terminal:
 * a JSON with a row a step is what `npm run -s simulate -- FILE --steps N` writes.
 *  @throws ScenarioError where it cannot be run
 */
export function runOutput(
  { document, last, stride, form, software }: OutputWish,
  kernels: Kernels,
  tell: (message: FromOutput) => void,
): void {
  if (form === 'python') {
    tell({ type: 'text', parts: [pythonScript(document, kernels, last, software)] });
    return;
  }
  const simulation = createSimulation(document, kernels, { tracks: 'main' });
  const rows = stride === 0 ? 1 : Math.floor(last / stride) + 1;
  const bytes = 16 * rows * simulation.tracks[0].weights.length;
  if (bytes > LARGEST_OUTPUT) {
    const fits = Math.ceil((Math.max(1, stride) * bytes) / LARGEST_OUTPUT);
    tell({ type: 'failed', reason: `${bytes} bytes of weights: every ${fits} steps they fit` });
    return;
  }
  const scenario = orderedScenario(simulation.resolvedScenario);
  if (stride === 0) {
    const before = simulation.advance(last);
    if (before.blowUp !== null) {
      tell({ type: 'failed', reason: `it blows up at step ${before.blowUp.step}` });
      return;
    }
  }
  const cadence = {
    until: Infinity,
    steps: stride === 0 ? 0 : stride * Math.floor(last / stride),
    every: null,
    stride: Math.max(1, stride),
  };
  const { rows: gathered, blowUp } =
    stride === 0
      ? gatherRows(simulation, { ...cadence, steps: simulation.step }, [])
      : gatherRows(simulation, cadence, [], (step) => tell({ type: 'progress', step }));
  if (blowUp !== null) {
    tell({ type: 'failed', reason: `it blows up at step ${blowUp.step}` });
    return;
  }
  if (form === 'columns') {
    tell({ type: 'columns', columns: columnsOf(gathered) });
    return;
  }
  const parts: string[] = [];
  let part = '';
  for (const piece of outputPieces(scenario, gathered)) {
    part += piece;
    if (part.length < PIECE) continue;
    parts.push(part);
    part = '';
  }
  tell({ type: 'text', parts: [...parts, part] });
}
