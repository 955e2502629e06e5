import { describe, expect, it } from 'vitest';
import { PaceMeter } from '../../src/ui/meter/pace.ts';

function clocked() {
  let now = 0;
  const meter = new PaceMeter(() => now);
  return { meter, pass: (ms: number) => (now += ms) };
}

describe('meter', () => {
  it('steps a second are those between two readings; at rest none', () => {
    const { meter, pass } = clocked();
    meter.frame(1, 100);
    pass(250);
    meter.frame(1, 140);
    pass(250);
    expect(meter.read().steps).toBe(80);
    pass(500);
    expect(meter.read().steps).toBe(0);
  });
  it('a step gone back to, and another run, begin the count anew', () => {
    const { meter, pass } = clocked();
    meter.frame(1, 900);
    meter.frame(1, 10);
    pass(500);
    meter.frame(1, 15);
    expect(meter.read().steps).toBe(10);
    meter.frame(2, 4000);
    pass(500);
    expect(meter.read().steps).toBe(0);
  });
  it('the script time of a drawing is the mean of those made; NaN where none was', () => {
    const { meter, pass } = clocked();
    for (const ms of [2, 4]) {
      meter.begin();
      pass(ms);
      meter.end();
      pass(97);
    }
    expect(meter.read()).toEqual({ steps: 0, drawings: 10, drawing: 3 });
    pass(100);
    meter.end();
    expect(meter.read().drawing).toBeNaN();
  });
});
