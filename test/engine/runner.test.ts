import { describe, expect, it } from 'vitest';
import { HEADER, SCALAR } from '../../src/engine/frame.ts';
import { TRACE, traceColumns } from '../../src/engine/protocol.ts';
import { isTraced, traceSpacing } from '../../src/engine/looks.ts';
import { bits, documentOf, simulate } from '../helpers/run.ts';
import { FakeHost } from '../helpers/host.ts';

const sections = {
  system: { kind: 'ring-shared', N: 12 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  initial: { kind: 'bump', center: 4, width: 2, amplitude: 1 },
  dynamics: { kind: 'second-order', dt: 0.0625 },
};
const ghost = { id: 'ghost', role: 'ghost', sections: { dynamics: { kind: 'gradient-flow' } } };

function opened(clockStep = 0, scenario: Record<string, unknown> = sections): FakeHost {
  const host = new FakeHost(clockStep);
  host.send({ type: 'open', run: 1, document: documentOf(scenario, [ghost]) });
  return host;
}

/** Trace rows of a host as [rows][columns], restarts honoured. */
function traceRows(host: FakeHost): number[][] {
  const columns = traceColumns(2);
  let rows: number[][] = [];
  for (const message of host.messages('traces')) {
    if (message.restart) rows = [];
    for (let at = 0; at < message.rows.length; at += columns) {
      rows.push(Array.from(message.rows.slice(at, at + columns)));
    }
  }
  return rows;
}

describe('runner', () => {
  it('opening: sends facts, the first trace row and a frame of t0', () => {
    const host = opened();
    expect(host.messages('ready')).toHaveLength(1);
    const [{ info }] = host.messages('ready');
    expect(info.dt).toBe(0.0625);
    expect(info.tracks.map(({ role }) => role)).toEqual(['second', 'ghost']);
    expect(info.quadratic).toBe(true);
    expect(traceRows(host)).toHaveLength(1);
    const frame = host.lastFrame();
    expect(frame.header[HEADER.step]).toBe(0);
    expect(frame.couplingK[0]).toBeCloseTo(1.7, 6);
    expect(frame.sourceJ[0]).toBeCloseTo(0.6, 6);
  });

  it('play: simulated time follows wall time at the given rate', () => {
    const host = opened();
    host.send({ type: 'speed', run: 1, rate: 2 });
    host.send({ type: 'play', run: 1 });
    host.turn(100, 16);
    const time = host.lastFrame().header[HEADER.time];
    // Two callbacks a frame (loop and buffer): about half of 100 turns of 16 ms are loops.
    expect(time).toBeGreaterThan(1);
    host.send({ type: 'pause', run: 1 });
    host.turn();
    const paused = host.messages('playing').at(-1);
    expect(paused?.playing).toBe(false);
  });

  it('pause: the picture is of the step that the run rests at, however its frames fell', () => {
    const host = opened();
    host.send({ type: 'speed', run: 1, rate: 20 });
    let stepped = 0;
    for (let n = 0; n < 30; n++) {
      host.send({ type: 'play', run: 1 });
      // Less than a display's time between two turns: not every one shows a frame.
      host.turn(1 + (n % 5), 7);
      host.send({ type: 'pause', run: 1 });
      host.turn(20);
      const rests = host.lastFrame().header[HEADER.step];
      host.send({ type: 'step', run: 1, count: 1 });
      host.turn(20);
      expect(host.lastFrame().header[HEADER.step]).toBe(rests + 1);
      stepped = rests + 1;
    }
    expect(stepped).toBeGreaterThan(60);
  });

  it('pause: what is watched is told up to the step that the run rests at', () => {
    const host = opened();
    host.observe('weight-history', { weights: [1] });
    host.observe('field-past', { weights: [2, 0] });
    host.send({ type: 'speed', run: 1, rate: 4 });
    host.send({ type: 'play', run: 1 });
    host.turn(21, 16);
    host.send({ type: 'pause', run: 1 });
    host.turn();
    const step = host.lastFrame().header[HEADER.step];
    expect(step).toBeGreaterThan(4);
    expect(host.seen('field-past').at(-1)?.steps.at(-1)).toBe(step);
    expect(host.seen('weight-history').at(-1)?.steps.at(-1)).toBe(step);
  });

  it('slices: 300 steps in slices of 1 and of many give the same bits and the same traces', () => {
    const quick = opened(0);
    const slow = opened(100);
    for (const host of [quick, slow]) {
      host.send({ type: 'step', run: 1, count: 300 });
      host.turn();
    }
    expect(slow.messages('frame').length).toBeGreaterThan(quick.messages('frame').length + 100);
    expect(bits(slow.lastFrame().tracks[0].weights)).toBe(bits(quick.lastFrame().tracks[0].weights));
    expect(traceRows(slow)).toEqual(traceRows(quick));
    expect(traceRows(quick).map((row) => row[TRACE.step])).toEqual(
      Array.from({ length: 301 }, (_, step) => step),
    );
  });

  it('backpressure: with no buffer free frames are skipped, steps and traces are not', () => {
    const host = opened(100);
    host.hold = true;
    host.send({ type: 'step', run: 1, count: 50 });
    host.turn();
    expect(host.messages('frame').length).toBeLessThanOrEqual(4);
    expect(traceRows(host)).toHaveLength(51);
    const reference = simulate(sections);
    reference.advance(50);
    const last = traceRows(host).at(-1);
    expect(last?.[TRACE.track]).toBe(reference.tracks[0].cost());
    // A buffer that comes home brings the newest state.
    const [first] = host.messages('frame');
    host.hold = false;
    host.send({ type: 'return', run: 1, buffer: first.buffer });
    expect(host.lastFrame().header[HEADER.step]).toBe(50);
  });

  it('stale messages: those of another run are dropped', () => {
    const host = opened();
    host.send({ type: 'step', run: 7, count: 10 });
    host.turn();
    expect(host.lastFrame().header[HEADER.step]).toBe(0);
  });

  it('live edit: takes effect at the next step and is logged with its step', () => {
    const host = opened();
    host.send({ type: 'step', run: 1, count: 10 });
    host.turn();
    host.send({ type: 'edit', run: 1, edit: 1, command: { kind: 'set', path: 'expansion.gamma', value: 2 } });
    const { edits } = host.messages('edited').at(-1)!;
    expect(edits).toEqual([{ step: 10, command: { kind: 'set', path: 'expansion.gamma', value: 2 } }]);
    host.send({ type: 'step', run: 1, count: 10 });
    host.turn();
    const replay = simulate(sections, [ghost], [...edits]);
    replay.advance(20);
    expect(bits(host.lastFrame().tracks[0].weights)).toBe(bits(Float32Array.from(replay.tracks[0].weights)));
  });

  it('refused edit: names path, value and what was expected; the run goes on', () => {
    const host = opened();
    host.send({
      type: 'edit',
      run: 1,
      edit: 1,
      command: { kind: 'set', path: 'expansion.gamma', value: -1 },
    });
    const refused = host.messages('refused').at(-1);
    expect(refused?.path).toBe('expansion.gamma');
    expect(refused?.value).toBe(-1);
    host.send({ type: 'edit', run: 1, edit: 1, command: { kind: 'set', path: 'system.N', value: 20 } });
    expect(host.messages('refused')).toHaveLength(2);
    host.send({ type: 'step', run: 1, count: 3 });
    host.turn();
    expect(host.lastFrame().header[HEADER.step]).toBe(3);
  });

  it('reset: the same state bit for bit, with edited parameters kept', () => {
    const host = opened();
    const start = bits(host.lastFrame().tracks[0].weights);
    host.send({ type: 'edit', run: 1, edit: 1, command: { kind: 'set', path: 'expansion.gamma', value: 2 } });
    host.send({ type: 'step', run: 1, count: 40 });
    host.turn();
    const there = bits(host.lastFrame().tracks[0].weights);
    host.send({ type: 'reset', run: 1 });
    expect(bits(host.lastFrame().tracks[0].weights)).toBe(start);
    expect(host.messages('ready').at(-1)?.info.document.scenario.expansion.gamma).toBe(2);
    host.send({ type: 'step', run: 1, count: 40 });
    host.turn();
    expect(bits(host.lastFrame().tracks[0].weights)).toBe(there);
  });

  it('seek: any step is reached again bit for bit, back and forth', () => {
    const host = opened();
    host.send({ type: 'step', run: 1, count: 700 });
    host.turn();
    const end = bits(host.lastFrame().tracks[0].weights);
    host.send({ type: 'seek', run: 1, step: 123 });
    host.turn();
    expect(host.lastFrame().header[HEADER.step]).toBe(123);
    const reference = simulate(sections);
    reference.advance(123);
    expect(bits(host.lastFrame().tracks[0].weights)).toBe(
      bits(Float32Array.from(reference.tracks[0].weights)),
    );
    host.send({ type: 'seek', run: 1, step: 700 });
    host.turn();
    expect(bits(host.lastFrame().tracks[0].weights)).toBe(end);
  });

  it('blow-up: stops where it can be seen and says why; back at a good step the remedy goes on', () => {
    const host = opened(0, {
      ...sections,
      initial: { kind: 'noise' },
      dynamics: { kind: 'second-order', dt: 1 },
    });
    host.send({ type: 'step', run: 1, count: 5000 });
    host.turn();
    const [{ blowUp }] = host.messages('blow-up');
    expect(blowUp.resumedAt).toBe(blowUp.step);
    const frame = host.lastFrame();
    expect(frame.header[HEADER.step]).toBe(blowUp.step);
    // The ghost, at one Runge-Kutta step a step of the clock, is the first to turn over.
    expect(blowUp.track).toBe('ghost');
    const caught = frame.tracks[1].scalars[SCALAR.amplitude];
    expect(blowUp.growth).toBeGreaterThan(1000);
    expect(blowUp.goodStep).toBeLessThan(blowUp.step);
    host.send({ type: 'seek', run: 1, step: blowUp.goodStep });
    expect(host.lastFrame().tracks[1].scalars[SCALAR.amplitude]).toBeLessThan(caught / 50);
    const { remedy } = blowUp;
    if (remedy === null) throw new Error('no remedy');
    host.send({ type: 'edit', run: 1, edit: 1, command: { kind: 'set', ...remedy } });
    host.send({ type: 'step', run: 1, count: 500 });
    host.turn();
    expect(host.messages('blow-up')).toHaveLength(1);
    expect(host.lastFrame().header[HEADER.step]).toBe(blowUp.goodStep + 500);
  });

  it('bad document: refused with its path; the open run goes on', () => {
    const host = opened();
    const document = documentOf({ ...sections, batch: { kind: 'full' } });
    const bad = {
      ...document,
      scenario: { ...document.scenario, batch: { kind: 'sequence', indices: [99] } },
    };
    host.send({ type: 'open', run: 2, document: bad });
    expect(host.messages('refused').at(-1)?.path).toMatch(/^batch\.indices/);
    host.send({ type: 'step', run: 1, count: 2 });
    host.turn();
    expect(host.lastFrame().header[HEADER.step]).toBe(2);
  });
});

it('trace spacing: 1 up to step 2048, then doubling with each octave', () => {
  expect([0, 2047, 2048, 4095, 4096, 100_000].map((step) => traceSpacing(step, 1))).toEqual([
    1, 1, 2, 2, 4, 64,
  ]);
  expect([0, 65535, 65536, 131_072].map((step) => traceSpacing(step, 32))).toEqual([32, 32, 64, 128]);
  expect([0, 1, 2047, 2049, 2050].map((step) => isTraced(step, 1))).toEqual([true, true, true, false, true]);
});
