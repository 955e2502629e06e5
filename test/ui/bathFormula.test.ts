import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import '../../src/messages/late.ts';
import { describeRun } from '../../src/engine/describe.ts';
import { formatNumber } from '../../src/messages/format.ts';
import { currentScenario } from '../../src/scenario/patch.ts';
import { readoutsOf } from '../../src/store/connect.ts';
import { useLab } from '../../src/store/index.ts';
import { lagrangianOf } from '../../src/ui/math/equations.ts';
import { Dictionary } from '../../src/ui/rails/Dictionary.tsx';
import { framerOf } from '../helpers/framer.ts';
import { ringSections, simulate } from '../helpers/run.ts';

/** A run as the page knows it after some steps. */
function seen(sections: Readonly<Record<string, unknown>>) {
  const run = simulate(sections);
  run.advance(20);
  const framer = framerOf(run);
  const info = describeRun(run, framer.shape);
  const frame = framer.fill(run);
  if (frame === null) throw new Error('no frame');
  const { document } = info;
  const state = {
    info,
    readouts: readoutsOf(frame),
    document,
    present: { document, scenario: currentScenario(document) },
  };
  useLab.setState(state);
  // Parts that are drawn without a browser read the store as it was at first.
  Object.assign(useLab.getInitialState(), state);
  return { run, info };
}
afterEach(() => useLab.setState({ info: null, readouts: null, document: null, present: null }));

const field = (redshift: string) => ({
  system: { kind: 'scalar-field-1d', N: 16, K: 1, J: 1, redshift },
  data: { kind: 'none' },
  initial: { kind: 'random', scale: 0.4 },
  expansion: { kind: 'de-sitter', gamma: 0.5 },
});
const heat = { dynamics: { kind: 'langevin', dt: 0.0625 }, noise: { temperature: 0.5 } };
const damped = { dynamics: { kind: 'second-order', dt: 0.0625 } };

describe('the function whose motion a run is', () => {
  it('the Gibbs measure in a bath whose cost stays as it is; with redshift none', () => {
    expect(lagrangianOf(seen({ ...field('none'), ...heat }).info)?.plain).toMatch(/\/T\), T > 0$/);
    expect(lagrangianOf(seen({ ...field('physical'), ...heat }).info)).toBeNull();
    expect(lagrangianOf(seen({ ...field('physical'), ...damped }).info)?.id).toBe('lagrangian');
  });

  it('L of Table I is T − c where samples are drawn, as under the equation', () => {
    const { run } = seen({ ...ringSections, batch: { kind: 'single' }, dynamics: damped.dynamics });
    const [main] = run.tracks;
    expect(Math.abs(main.batchCost() - main.cost())).toBeGreaterThan(0.01 * main.cost());
    const L = formatNumber(main.kinetic() - main.batchCost());
    expect(renderToStaticMarkup(createElement(Dictionary))).toContain(`= ${L}<`);
  });
});
