import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSimulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { datasets } from '../../src/physics/data/index.ts';
import { systems } from '../../src/physics/systems.ts';
import { appended, currentScenario, foldWork } from '../../src/scenario/edits.ts';
import { patchScenario } from '../../src/scenario/patch.ts';
import { parseDocument } from '../../src/scenario/document.ts';
import { bits, documentOf, ringSections as sections, simulate } from '../helpers/run.ts';
import { StoreLab } from '../store/lab.ts';

/** Runs on one clock share what they have alike: data and systems are made once. */

const flow = {
  id: 'ghost',
  role: 'ghost',
  sections: { dynamics: { kind: 'gradient-flow', substeps: 'auto' } },
};
const twin = { id: 'compare', role: 'other', sections: { expansion: { kind: 'de-sitter', gamma: 5 } } };
const exact = { id: 'theory', role: 'theory', sections: { dynamics: { kind: 'exact' } } };
const all = [flow, twin, exact];

afterEach(() => {
  vi.restoreAllMocks();
});

/** How often data and system of the ring were made while something was done. */
function makingsOf(act: () => void): { readonly data: number; readonly systems: number } {
  const data = vi.spyOn(datasets['uniform-bonds'], 'create');
  const system = vi.spyOn(systems['ring-shared'], 'create');
  act();
  const counts = { data: data.mock.calls.length, systems: system.mock.calls.length };
  vi.restoreAllMocks();
  return counts;
}

describe('runs on one clock', () => {
  it('opened: four runs of one network have one set of data and one system', () => {
    const document = documentOf({ ...sections, seed: 41 }, all);
    expect(makingsOf(() => createSimulation(document, typescriptKernels)).systems).toBe(1);
    const { tracks } = createSimulation(document, typescriptKernels);
    for (const track of tracks) {
      expect(track.data).toBe(tracks[0].data);
      expect(track.system).toBe(tracks[0].system);
    }
  });

  it('a run that says the same sections itself shares them; one with other data has its own', () => {
    const same = { ...twin, sections: { ...twin.sections, data: { ...sections.data } } };
    const other = { ...twin, id: 'other', sections: { data: { ...sections.data, J: 0.7 } } };
    const { tracks } = simulate(sections, [same, other]);
    expect(tracks[1].system).toBe(tracks[0].system);
    expect(tracks[2].data).not.toBe(tracks[0].data);
    expect(tracks[2].system).not.toBe(tracks[0].system);
  });

  it.each([
    ['system.p', 0.4],
    ['data.K', 2.5],
  ])('a live %s makes data and system once for all of them', (path, value) => {
    const simulation = simulate(sections, all);
    simulation.advance(5);
    const makings = makingsOf(() => simulation.edit({ kind: 'set', path, value }));
    expect(makings).toEqual({ data: 1, systems: 1 });
    expect(new Set(simulation.tracks.map(({ system }) => system)).size).toBe(1);
    expect(makingsOf(() => simulation.edit({ kind: 'set', path: 'expansion.gamma', value: 1 }))).toEqual({
      data: 0,
      systems: 0,
    });
  });

  it('each moves as it does alone, to the last bit, through a live change and a wind back', () => {
    const together = simulate(sections, [flow, twin]);
    const beginnings = [sections, { ...sections, ...flow.sections }, { ...sections, ...twin.sections }];
    const apart = beginnings.map((own) => simulate({ ...own, dynamics: { ...own.dynamics, dt: 0.0625 } }));
    together.advance(20);
    const early = together.snapshot();
    for (const run of apart) run.advance(20);
    const edit = { kind: 'set', path: 'system.p', value: 0.6 } as const;
    for (const run of [together, ...apart]) {
      run.edit(edit);
      run.advance(20);
    }
    const then = (): readonly string[] => together.tracks.map(({ weights }) => bits(weights));
    const seen = then();
    expect(seen).toEqual(apart.map(({ tracks }) => bits(tracks[0].weights)));
    together.restore(early);
    together.advance(20);
    expect(then()).toEqual(seen);
  });
});

describe('data', () => {
  it('that do not look at a parameter are the same after it has changed', () => {
    const simulation = simulate({ ...sections, data: { kind: 'smooth-random', samples: 4 } }, all);
    const [{ data, system }] = simulation.tracks;
    simulation.edit({ kind: 'set', path: 'system.p', value: 0.4 });
    expect(simulation.tracks[0].data).toBe(data);
    expect(simulation.tracks[0].system).not.toBe(system);
  });

  it('of another seed, size or section are others', () => {
    const random = { ...sections, data: { kind: 'smooth-random', samples: 4 } };
    const data = [
      { ...random, seed: 5 },
      { ...random, seed: 6 },
      { ...random, seed: 6, system: { kind: 'ring-shared', N: 13 } },
      { ...random, seed: 6, data: { kind: 'smooth-random', samples: 5 } },
    ].map((own) => simulate(own).tracks[0].data);
    expect(new Set(data).size).toBe(4);
    expect(data[1].inputs).not.toEqual(data[0].inputs);
    expect([data[2].inputs.length, data[3].inputs.length]).toEqual([4 * 13, 5 * 12]);
  });

  it('of a teacher, checked before without a network, have its outputs as targets', () => {
    const taught = { system: { kind: 'dense', sizes: [2, 3, 1] }, data: { kind: 'teacher', samples: 6 } };
    const { targets } = simulate(taught).tracks[0].data;
    expect(targets.every(Number.isFinite)).toBe(true);
    const again = simulate(taught).tracks[0];
    expect(again.data.targets).toBe(targets);
    // Its network is made of all parameters of the system.
    const wider = simulate({ ...taught, system: { kind: 'dense', sizes: [2, 4, 1] } }).tracks[0].data;
    expect(wider.targets).not.toEqual(targets);
  });
});

describe('a drag', () => {
  it('of p makes the data once a tick, page and worker together', () => {
    const lab = new StoreLab(documentOf(sections, all));
    for (const value of [0.3, 0.4, 0.5]) {
      const makings = makingsOf(() => {
        lab.state.setParameter('system.p', value);
        lab.settle();
      });
      // Both sides stand in this process: the worker's data are those that the page has checked.
      expect(makings).toEqual({ data: 1, systems: 1 });
      lab.step(1);
    }
    lab.close();
  });

  it.each([0, 1])('checks each change once on the page and once in the worker, %i steps apart', (apart) => {
    const simulation = simulate(sections, all);
    let page = documentOf(sections, all);
    const counts = [0.3, 0.4, 0.5].map((value) => {
      simulation.advance(apart);
      const start = foldWork.applied;
      const patch = patchScenario(page, 'system.p', value, simulation.step);
      if (patch.apply !== 'live') throw new Error('a restart');
      const checked = foldWork.applied - start;
      // As the answer brings it: the edits in force, the last with the page's own command.
      const { edits } = appended(page.edits, { step: simulation.step, command: patch.command });
      page = { ...page, edits };
      currentScenario(page);
      return [checked, foldWork.applied - start];
    });
    expect(counts).toEqual(counts.map(() => [1, 1]));
    const engine = [0.6, 0.7, 0.8].map((value) => {
      simulation.advance(apart);
      const start = foldWork.applied;
      simulation.edit({ kind: 'set', path: 'system.p', value });
      return foldWork.applied - start;
    });
    expect(engine).toEqual([1, 1, 1]);
  });

  it('kept in a document of 1000 edits: the data are made twice to read it, whole and as it began', () => {
    const scenario = { version: 1, title: '', seed: 77, ...sections };
    const edits = Array.from({ length: 1000 }, (_, step) => ({
      step,
      command: { kind: 'set', path: 'system.p', value: 0.1 + step / 1000 },
    }));
    const document = { version: 1, scenario, edits, tracks: [], view: {} };
    expect(makingsOf(() => parseDocument(document)).data).toBe(2);
  });
});

it('an edit of a document that data cannot be made of is named, though others follow it', () => {
  const set = (step: number, path: string, value: unknown) => ({
    step,
    command: { kind: 'set', path, value },
  });
  const edits = [set(1, 'expansion.gamma', 1), set(2, 'data.K', -1), set(3, 'system.p', 0.4)];
  expect(() => documentOf(sections, [], edits)).toThrow('edits[1].command.value');
});
