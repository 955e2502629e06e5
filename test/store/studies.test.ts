import { afterEach, describe, expect, it } from 'vitest';
import { useCharts, yieldToAsked } from '../../src/ui/drawer/chartState.ts';
import { studyOf } from '../../src/store/index.ts';
import { documentOf } from '../helpers/run.ts';
import { sections, StoreLab } from './lab.ts';

let lab: StoreLab;
afterEach(() => lab.close());

describe('studies in the store', () => {
  it('a study that was asked for arrives, and an edit forgets it', () => {
    lab = new StoreLab();
    lab.step(3);
    const { weights } = lab;
    lab.state.runStudy('viscosity');
    lab.settle();
    expect(studyOf(lab.state.seen, 'viscosity')?.state).toBe('done');
    expect(lab.weights).toBe(weights);
    lab.change('expansion.gamma', 2);
    expect(studyOf(lab.state.seen, 'viscosity')).toBe(null);
  });

  it('cancelled, what was found stays and what is on the way to it is dropped; begun again it is another one', () => {
    lab = new StoreLab();
    lab.state.runStudy('viscosity');
    while (studyOf(lab.state.seen, 'viscosity') === null) lab.deliver();
    lab.state.cancelStudy();
    const found = studyOf(lab.state.seen, 'viscosity');
    expect(found?.state).toBe('cancelled');
    lab.settle();
    expect(studyOf(lab.state.seen, 'viscosity')).toEqual(found);
    lab.state.runStudy('viscosity');
    lab.settle();
    expect(studyOf(lab.state.seen, 'viscosity')?.state).toBe('done');
  });

  it('another document forgets it', () => {
    lab = new StoreLab();
    lab.state.runStudy('viscosity');
    lab.settle();
    lab.state.openDocument(documentOf({ ...sections, seed: 5 }));
    lab.settle();
    expect(studyOf(lab.state.seen, 'viscosity')).toBe(null);
  });

  it('a study asked for while another run opens is of that run, or of none: never a stale one', () => {
    lab = new StoreLab();
    lab.state.openDocument(documentOf({ ...sections, expansion: { kind: 'flat' } }));
    lab.state.runStudy('viscosity');
    lab.settle();
    expect(studyOf(lab.state.seen, 'viscosity')?.state ?? 'none').not.toBe('done');
  });
});

describe('charts that a document asks for', () => {
  it('view.charts is read by slot; what is no name is passed over', () => {
    lab = new StoreLab();
    const document = documentOf(sections);
    expect(lab.state.askedCharts).toEqual({ left: null, right: null });
    lab.state.openDocument({ ...document, view: { charts: { right: 'viscosity', left: 3 } } });
    expect(lab.state.askedCharts).toEqual({ left: null, right: 'viscosity' });
  });

  it('a choice by hand gives way where a document asks, and only there', () => {
    lab = new StoreLab();
    useCharts.setState({ chosen: { left: 'phase-portrait', right: 'histogram', single: null } });
    yieldToAsked({ left: null, right: null });
    expect(useCharts.getState().chosen.right).toBe('histogram');
    yieldToAsked({ left: null, right: 'viscosity' });
    expect(useCharts.getState().chosen).toEqual({ left: 'phase-portrait', right: null, single: null });
  });
});
