import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commitTable, sectionOf } from '../../../src/views/universe/rewrite.ts';
import { movePoint, tableIn, type EtaTable } from '../../../src/views/universe/schedule/table.ts';
import { documentOf } from '../../helpers/run.ts';
import { sections, StoreLab } from '../../store/lab.ts';

const start: EtaTable = { t: [0, 1, 2, 3], eta: [1, 2, 2, 1] };
const hold = (): void => undefined;
let lab: StoreLab;

beforeEach(() => {
  lab = new StoreLab(documentOf({ ...sections, expansion: { kind: 'table', ...start } }));
  lab.step(8);
});
afterEach(() => lab.close());

function tableNow(): EtaTable | null {
  return lab.state.info === null ? null : tableIn(sectionOf(lab.state.info));
}
/** A hand of its own. */
function pause(): void {
  vi.advanceTimersByTime(2000);
}

describe('changes of points', () => {
  it('a rate of the future is an edit; what has been stays, and one undo takes it back', () => {
    const { weights } = lab;
    pause();
    commitTable(start, movePoint(start, 3, 3, 0.4, 0.01), hold);
    lab.settle();
    expect(tableNow()?.eta).toEqual([1, 2, 2, 0.4]);
    expect(lab.weights).toBe(weights);
    expect(lab.state.info?.document.edits).toHaveLength(1);
    lab.undo();
    expect(tableNow()).toEqual(start);
  });

  it('a point of the future moved in time and rate at once is one change, taken back by one undo', () => {
    const { weights } = lab;
    const changes = lab.state.undoable.length;
    pause();
    const moved = movePoint(start, 3, 4, 0.4, 0.01);
    commitTable(start, moved, hold);
    lab.settle();
    expect(tableNow()).toEqual(moved);
    expect(lab.state.undoable).toHaveLength(changes + 1);
    expect(lab.at).toBe(8);
    expect(lab.weights).toBe(weights);
    lab.undo();
    expect(tableNow()).toEqual(start);
    expect(lab.at).toBe(8);
  });

  it('fast keys on a point of the past: every one counts, and the run stands where it stood', () => {
    pause();
    const changes = lab.state.undoable.length;
    let table = start;
    for (let press = 0; press < 10; press++) {
      const next = movePoint(table, 0, 0, table.eta[0] + 0.05, 0.01);
      commitTable(table, next, hold);
      table = next;
      // The worker answers some of them half-way.
      if (press % 4 === 3) lab.settle();
    }
    lab.settle();
    expect(tableNow()?.eta[0]).toBeCloseTo(1.5, 9);
    expect(lab.at).toBe(8);
    expect(lab.state.undoable).toHaveLength(changes + 1);
    lab.undo();
    expect(tableNow()).toEqual(start);
  });

  it('pictures wait until the run stands where it stood, whatever the clock says, and no longer', () => {
    pause();
    const told: number[] = [];
    commitTable(start, movePoint(start, 0, 0, 1.5, 0.01), (time) => told.push(time));
    const time = lab.state.readouts?.time;
    expect(told).toEqual([time]);
    pause();
    // A slow machine has not lived it again yet.
    expect(told).toEqual([time]);
    lab.settle();
    expect(lab.at).toBe(8);
    expect(told).toEqual([time, -Infinity]);
  });

  it('a change while the run is on its way goes to where the run shall stand', () => {
    pause();
    const once = movePoint(start, 0, 0, 1.5, 0.01);
    commitTable(start, once, hold);
    for (let task = 0; task < 50 && lab.state.readouts?.time !== 0; task++) lab.deliver();
    // The worker has the new history, and has not lived it yet.
    expect(lab.state.readouts?.time).toBe(0);
    const twice = movePoint(once, 3, 3, 0.5, 0.01);
    commitTable(once, twice, hold);
    lab.settle();
    expect(tableNow()).toEqual(twice);
    expect(lab.at).toBe(8);
    expect(lab.state.info?.document.edits).toHaveLength(0);
  });
});
