import { afterEach, describe, expect, it } from 'vitest';
import { HEADER } from '../../src/engine/frame.ts';
import { latestFrame, onFrame } from '../../src/store/index.ts';
import { onNewFrame } from '../../src/views/scene/watch.ts';
import { StoreLab } from './lab.ts';

let lab: StoreLab;
afterEach(() => lab.close());

describe('frames: told when they come, not when the readouts follow', () => {
  it('scrubbing at rest: every frame is told before the clock has moved, the readouts are still the old', () => {
    lab = new StoreLab();
    lab.step(6);
    const seen: (number | undefined)[][] = [];
    const end = onFrame(() => seen.push([latestFrame()?.header[HEADER.step], lab.state.readouts?.step]));
    for (const step of [5, 3, 1, 4]) lab.state.seek(step);
    lab.settle();
    expect(seen.map(([step]) => step)).toContain(4);
    // Each comes before the readouts of its own.
    for (const [step, told] of seen) expect(told).not.toBe(step);
    expect(lab.state.playing).toBe(false);
    expect(lab.state.readouts?.step).toBe(4);
    const before = seen.length;
    end();
    lab.seek(2);
    expect(seen).toHaveLength(before);
  });

  it('a picture is told of what the hand points at, too, and of nothing once it has gone', () => {
    lab = new StoreLab();
    let told = 0;
    const end = onNewFrame(() => told++);
    lab.state.hover(3);
    lab.state.setMagnified(10);
    lab.state.toggleTrack('ghost');
    lab.state.select(3);
    expect(told).toBe(4);
    lab.state.setDrawerOpen(false);
    expect(told).toBe(4);
    end();
    lab.state.hover(null);
    lab.step(1);
    expect(told).toBe(4);
  });

  it('a long run stands where no row of the traces falls: wound back, that step is known still', () => {
    lab = new StoreLab();
    lab.step(2100);
    lab.step(1);
    // Beyond 2048 rows stand two steps apart.
    expect(lab.state.readouts?.step).toBe(2101);
    lab.seek(0);
    expect(lab.state.lastStep).toBe(2101);
    lab.seek(2101);
    expect(lab.state.readouts?.step).toBe(2101);
    lab.seek(100);
    lab.state.setParameter('expansion.gamma', 0.7);
    lab.settle();
    expect(lab.state.lastStep).toBe(100);
  });
});
