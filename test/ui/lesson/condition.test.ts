import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Condition } from '../../../src/scenario/lesson/types.ts';
import { holds, isFulfilled, type Begun, type Facts } from '../../../src/ui/lesson/condition.ts';
import { isStray } from '../../../src/ui/lesson/stray.ts';
import { documentOf } from '../../helpers/run.ts';
import { sections, StoreLab } from '../../store/lab.ts';

let lab: StoreLab;
let begun: Begun;
beforeEach(() => {
  lab = new StoreLab();
  begun = facts();
});
afterEach(() => lab.close());

/** What the lab sees of a real run. */
function facts(more: Partial<Facts> = {}): Facts {
  const { present, readouts, info } = lab.state;
  if (present === null || info === null) throw new Error('no run');
  return {
    scenario: present.scenario,
    edits: present.document.edits,
    readouts,
    tracks: info.tracks.map(({ id }) => id),
    scene: null,
    charts: [],
    studies: [],
    ...more,
  };
}

const sees = (condition: Condition, more: Partial<Facts> = {}): boolean =>
  isFulfilled(condition, facts(more), begun);

describe('what a check waits for', () => {
  it('friction: above the fastest critical one, 2√(J + 4K) = 5.44, once it was dragged there', () => {
    const passed: Condition = { see: 'friction', above: 'fastest' };
    expect(sees(passed)).toBe(false);
    lab.change('expansion.gamma', 5.4);
    expect(sees(passed)).toBe(false);
    lab.change('expansion.gamma', 5.5);
    expect(sees(passed)).toBe(true);
    // Between both: above 2√J = 1.55 of the slowest, below that of the fastest.
    const between: Condition = { see: 'friction', above: 'slowest', below: 'fastest' };
    expect(sees(between)).toBe(false);
    lab.change('expansion.gamma', 1.6);
    expect(sees(between)).toBe(true);
    lab.change('expansion.gamma', 1.5);
    expect(sees(between)).toBe(false);
  });

  it('regime: one of several', () => {
    expect(sees({ see: 'regime', is: 'underdamped' })).toBe(true);
    expect(sees({ see: 'regime', is: ['mixed', 'overdamped'] })).toBe(false);
    lab.change('expansion.gamma', 6);
    expect(sees({ see: 'regime', is: ['mixed', 'overdamped'] })).toBe(true);
  });

  it('value and changed: of the run as it stands', () => {
    expect(sees({ see: 'value', path: 'expansion.gamma', near: 0.3, within: 1e-9 })).toBe(true);
    expect(sees({ see: 'changed', path: 'expansion.gamma' })).toBe(false);
    expect(sees({ see: 'changed', path: 'no.such' })).toBe(false);
    lab.change('expansion.gamma', 0.5);
    expect(sees({ see: 'changed', path: 'expansion.gamma' })).toBe(true);
    expect(sees({ see: 'value', path: 'expansion.gamma', above: 0.4, below: 0.6 })).toBe(true);
    expect(sees({ see: 'value', path: 'system.kind', is: 'ring-shared' })).toBe(true);
    expect(sees({ see: 'value', path: 'system.kind', above: 0 })).toBe(false);
  });

  it('readouts: energy is kinetic + cost; of a run that is not there none holds', () => {
    lab.step(8);
    const main = lab.state.readouts?.tracks[0];
    const energy = (main?.kinetic ?? NaN) + (main?.cost ?? NaN);
    expect(main?.kinetic).toBeGreaterThan(0);
    expect(sees({ see: 'readout', of: 'energy', near: energy, within: 1e-12 })).toBe(true);
    expect(sees({ see: 'readout', of: 'energy', above: energy })).toBe(false);
    expect(sees({ see: 'readout', of: 'step', is: 8 })).toBe(true);
    expect(sees({ see: 'readout', of: 'cost', track: 'nobody', above: -1 })).toBe(false);
  });

  it('touched: a hand since the step began, on what is named', () => {
    const touched: Condition = { see: 'touched', what: ['weights', 'J'] };
    expect(sees(touched)).toBe(false);
    void lab.state.poke('velocity', { at: [1], add: [0.5] });
    lab.settle();
    expect(sees(touched)).toBe(false);
    void lab.state.poke('weights', { at: [1], add: [0.5] });
    lab.settle();
    expect(sees(touched)).toBe(true);
    begun = facts();
    expect(sees(touched)).toBe(false);
  });

  it('shown, study, all and any', () => {
    const chart: Condition = { see: 'shown', chart: 'spectrum' };
    const scene: Condition = { see: 'shown', scene: 'universe' };
    expect(sees(chart, { charts: ['cost'] })).toBe(false);
    expect(sees(chart, { charts: ['cost', 'spectrum'] })).toBe(true);
    expect(sees(scene)).toBe(false);
    expect(sees(scene, { scene: 'universe' })).toBe(true);
    expect(sees({ see: 'shown', scene: 'pictures' })).toBe(true);
    expect(sees({ see: 'study', id: 'viscosity' }, { studies: ['viscosity'] })).toBe(true);
    expect(sees({ see: 'study', id: 'viscosity' })).toBe(false);
    expect(sees({ see: 'all', of: [chart, scene] }, { scene: 'universe' })).toBe(false);
    expect(sees({ see: 'any', of: [chart, scene] }, { scene: 'universe' })).toBe(true);
  });

  it('a bound: what is no number is neither near, above nor below', () => {
    expect(holds({ above: 1 }, NaN)).toBe(false);
    expect(holds({ near: 1, within: 0.5 }, '1')).toBe(false);
    expect(holds({ near: 1, within: 0.5 }, 1.5)).toBe(true);
    expect(holds({ near: 1, within: 0.5 }, 1.51)).toBe(false);
    expect(holds({ above: 1 }, 1)).toBe(false);
    expect(holds({ is: [1, 2] }, [1, 2])).toBe(true);
  });
});

describe('another run than the step’s', () => {
  const own = documentOf({ ...sections, title: 'A ring' });
  it('a hand’s change of a value or another history is none; another title or system is', () => {
    expect(isStray(documentOf({ ...sections, title: 'A ring', seed: 7 }), own)).toBe(false);
    expect(
      isStray(documentOf({ ...sections, expansion: { kind: 'matter' }, title: 'A ring, changed' }), own),
    ).toBe(false);
    expect(isStray(documentOf({ ...sections, title: 'A torus' }), own)).toBe(true);
    const torus = {
      ...sections,
      system: { kind: 'torus-shared', rows: 4, columns: 4 },
      title: 'A ring, changed',
    };
    const other = { ...torus, initial: { kind: 'random' } };
    expect(isStray(documentOf(other), own)).toBe(true);
  });
});
