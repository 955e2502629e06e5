import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { parseDocument, parseRunDocument } from '../../src/scenario/document.ts';
import { aboutOf } from '../../src/store/index.ts';
import { documentOf } from '../helpers/run.ts';
import { sections, StoreLab } from './lab.ts';

let lab: StoreLab | null = null;
afterEach(() => lab?.close());

const lost = (): ReturnType<typeof parseRunDocument> =>
  parseRunDocument(readFileSync('test/inputs/comparison-lost.json', 'utf8'));

describe('view of a run document: the state of the screen', () => {
  it('a saved run reopens where it stood, bit for bit, with its comparison, branches, selection and text', () => {
    lab = new StoreLab({ ...lost(), view: { about: 'Two frictions.', later: 'kept' } });
    lab.state.compare({ track: 'compare', mode: 'twin' });
    lab.step(9);
    lab.state.branch();
    lab.change('expansion.gamma', 0.2);
    lab.step(5);
    lab.state.select(3);
    const { weights } = lab;
    const text = lab.state.save();
    lab.close();

    lab = new StoreLab();
    lab.state.openText('saved.json', text);
    lab.settle();
    expect(lab.at).toBe(14);
    expect(lab.weights).toBe(weights);
    expect(lab.state.comparison).toEqual({ track: 'compare', mode: 'twin' });
    expect(lab.state.selected).toBe(3);
    expect(lab.state.about).toBe('Two frictions.');
    expect(lab.state.branches).toHaveLength(1);
    expect(lab.state.branches[0].step).toBe(9);
    expect(lab.state.branches[0].document.edits).toEqual([]);
    // What this program does not know stays in the file.
    expect(parseRunDocument(lab.state.save()).view.later).toBe('kept');
    expect(lab.state.save()).toBe(text);
  });

  it('what is not what it should be is passed over', () => {
    const view = {
      step: -4,
      comparison: { track: 7, mode: 'twin' },
      charts: 'cost',
      selection: { weight: 1e9, sample: 'x' },
      hidden: 'ghost',
      about: 12,
      branches: [{ step: 3 }, 5, { step: 1, time: 0, run: { version: 9 } }],
      camera: [1],
      scene: { universe: true },
    };
    lab = new StoreLab(parseDocument({ ...lost(), view }));
    expect(lab.at).toBe(0);
    const { comparison, askedCharts, selected, sample, hiddenTracks, about, branches, problem } = lab.state;
    expect({ comparison, askedCharts, selected, sample, hiddenTracks, about, branches, problem }).toEqual({
      comparison: null,
      askedCharts: { left: null, right: null },
      selected: null,
      sample: 0,
      hiddenTracks: [],
      about: null,
      branches: [],
      problem: null,
    });
  });

  it('a step that would take minutes to come back to is none', () => {
    lab = new StoreLab(parseDocument({ ...lost(), view: { step: 1e12 } }));
    expect(lab.at).toBe(0);
  });
});

describe('title and text follow what is on the screen', () => {
  it('another kind: the title says that the run was changed, its sentence goes; undo brings both back', () => {
    const document = documentOf({ ...sections, title: 'A ring' });
    lab = new StoreLab({ ...document, view: { about: 'Two samples on a ring.' } });
    expect(aboutOf(lab.state)).toBe('Two samples on a ring.');
    lab.change('system.kind', 'torus-shared');
    expect(lab.state.document?.scenario.title).toBe('A ring, changed');
    expect(aboutOf(lab.state)).toBeNull();
    lab.change('expansion.kind', 'matter');
    expect(lab.state.document?.scenario.title).toBe('A ring, changed');
    lab.state.undo();
    lab.settle();
    lab.state.undo();
    lab.settle();
    expect(lab.state.document?.scenario.title).toBe('A ring');
    expect(aboutOf(lab.state)).toBe('Two samples on a ring.');
  });
  it('a value is no other run; a title as long as may be stays one', () => {
    lab = new StoreLab(documentOf({ ...sections, title: 'x'.repeat(200) }));
    lab.change('system.N', 14);
    expect(lab.state.document?.scenario.title).toBe('x'.repeat(200));
    lab.change('initial.kind', 'mode');
    expect(lab.state.document?.scenario.title).toBe(`${'x'.repeat(191)}, changed`);
  });
});
