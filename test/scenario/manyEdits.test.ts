import { setIn } from '../helpers/run.ts';
import { describe, expect, it } from 'vitest';
import { createSimulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { parseDocument } from '../../src/scenario/document.ts';
import { currentScenario, foldWork } from '../../src/scenario/edits.ts';
import type { RunDocument } from '../../src/scenario/types.ts';
import { crowded, marksOf } from '../../src/ui/timeline/marks.ts';
import { presentOf } from '../../src/store/index.ts';
import type { RunInfo } from '../../src/engine/protocol.ts';

/** A run with an edit at every step, of two values in turn. */
function edited(count: number): RunDocument {
  const sections = {
    system: { kind: 'ring-shared', N: 8 },
    data: { kind: 'uniform-bonds', K: 4, J: 0.02 },
    initial: { kind: 'bump', center: 3, width: 2, amplitude: 1 },
    dynamics: { kind: 'second-order', dt: 0.05 },
    expansion: { kind: 'de-sitter', gamma: 0.1 },
  };
  const edits = Array.from({ length: count }, (_, step) => ({
    step,
    command: {
      kind: 'set',
      path: step % 2 === 0 ? 'expansion.gamma' : 'system.p',
      value: 0.1 + (step % 100) / 1000,
    },
  }));
  const scenario = { version: 1, title: '', seed: 1, ...sections };
  return parseDocument({ version: 1, scenario, edits, tracks: [], view: {} });
}

/** Work of folding while something is done. */
function workOf(act: () => void): { readonly applied: number; readonly compared: number } {
  const { applied, compared } = foldWork;
  act();
  return { applied: foldWork.applied - applied, compared: foldWork.compared - compared };
}

describe.each([1000, 10_000])('a run of %i edits', (count) => {
  it('is folded once: reading it applies each edit once', () => {
    expect(workOf(() => edited(count))).toEqual({ applied: count, compared: 0 });
  });

  it('asked for again, whole, costs nothing; a new copy of its list is compared once', () => {
    const document = edited(count);
    expect(
      workOf(() => {
        for (let n = 0; n < 50; n++) currentScenario({ ...document });
      }),
    ).toEqual({ applied: 0, compared: 0 });
    const copy = { ...document, edits: [...document.edits] };
    expect(
      workOf(() => {
        for (let n = 0; n < 50; n++) currentScenario({ ...copy });
      }),
    ).toEqual({ applied: 0, compared: count });
  });

  it('its present, cut at a step, costs one comparison however many parts look at it', () => {
    const document = edited(count);
    const info = { document, applied: count / 2 } as RunInfo;
    const work = workOf(() => {
      for (let n = 0; n < 50; n++) presentOf(info);
    });
    expect(work).toEqual({ applied: 0, compared: count / 2 });
    expect(workOf(() => currentScenario(document))).toEqual({ applied: 0, compared: 0 });
  });

  it('one edit more applies one', () => {
    const document = edited(count);
    const last = { step: count, command: { kind: 'set', path: 'expansion.gamma', value: 0.5 } as const };
    const more = { ...document, edits: [...document.edits, last] };
    expect(workOf(() => currentScenario(more))).toEqual({ applied: 1, compared: count });
  });

  it('stepping through all of them compares none', () => {
    const document = edited(count);
    const simulation = createSimulation(document, typescriptKernels);
    const work = workOf(() => expect(simulation.advance(count).done).toBe(count));
    expect(work).toEqual({ applied: 0, compared: 0 });
    expect(simulation.applied).toBe(count);
  });

  it('has no more marks than a screen can hold, on an axis of any length', () => {
    const document = edited(count);
    for (const end of [100, 1000, count, 10 * count]) {
      const gap = (12 * end) / 1200;
      expect(crowded(marksOf(document, gap), gap, end).length).toBeLessThanOrEqual(400);
    }
    expect(crowded(marksOf(document, 0), 1, count).reduce((sum, mark) => sum + (mark.count ?? 1), 0)).toBe(
      count,
    );
  });
});

it('folding: a beginning of a run leaves what is known of its rest; another future does not', () => {
  const document = edited(100);
  const beginning = { ...document, edits: document.edits.slice(0, 40) };
  const other = {
    ...document,
    edits: [
      ...beginning.edits,
      { step: 50, command: { kind: 'set', path: 'expansion.gamma', value: 7 } as const },
    ],
  };
  const before = currentScenario(document);
  expect(currentScenario(beginning).expansion.gamma).toBe(setIn(document.edits[38].command).value);
  expect(currentScenario(document)).toBe(before);
  expect(currentScenario(other).expansion.gamma).toBe(7);
  expect(currentScenario(document)).toEqual(before);
  expect(currentScenario(document, 40)).toEqual(currentScenario(beginning));
});
