import { afterEach, beforeEach, expect, it } from 'vitest';
import { documentOf } from '../helpers/run.ts';
import { sections, StoreLab } from './lab.ts';

const row = Array.from({ length: 12 }, (_, n) => n + 1);

let lab: StoreLab;
beforeEach(() => {
  lab = new StoreLab(documentOf({ ...sections, data: { kind: 'explicit', X: [row] } }));
  lab.step(10);
});
afterEach(() => lab.close());

// What only the made system tells (its couplings overflow) is refused by the engine, not by the page.
it.each([
  ['a live value', 'system.p', 1e200, 'system.p'],
  ['a change that starts again', 'initial.amplitude', 1e200, 'initial'],
])(
  'refused by the engine, %s: the page says so, and shows the run that goes on',
  (_name, path, value, at) => {
    const { document } = lab.state;
    const { weights } = lab;
    lab.change(path, value);
    expect(lab.state.problem?.path).toBe(at);
    expect(lab.state.problem?.expected).toMatch(/curvature|finite/);
    expect(lab.state.document).toEqual(document);
    expect([lab.at, lab.weights]).toEqual([10, weights]);
    lab.step(5);
    expect(lab.at).toBe(15);
    // The next change starts from the run that goes on.
    lab.change('expansion.gamma', 2);
    expect(lab.gamma).toBe(2);
    expect(lab.state.problem).toBeNull();
  },
);

it('refused by the page, before the engine is asked: data that cannot be made', async () => {
  const { document, undoable } = lab.state;
  const told = lab.state.setParameter('data.X', [[1, 2]]);
  expect(lab.state.problem?.path).toBe('data.X');
  expect(await told).toMatchObject({ kind: 'refused', problem: { path: 'data.X' } });
  expect([lab.state.document, lab.state.undoable]).toEqual([document, undoable]);
});
