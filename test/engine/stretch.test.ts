import { describe, expect, it } from 'vitest';
import { HEADER, SCALAR } from '../../src/engine/frame.ts';
import { nextLook } from '../../src/engine/looks.ts';
import { OpenRun } from '../../src/engine/openRun.ts';
import { TRACE, traceColumns } from '../../src/engine/protocol.ts';
import { createSimulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { fastestKernels } from '../../src/kernels/simd/index.ts';
import { createRandom } from '../../src/physics/math/random.ts';
import { FakeHost } from '../helpers/host.ts';
import { bits, documentOf } from '../helpers/run.ts';

/** A ring that is stepped by the compiled kernels and looked at after every fourth step. */
const ring = {
  system: { kind: 'scalar-field-1d', N: 4100, K: 1 },
  data: { kind: 'none' },
  initial: { kind: 'bump', center: 900, width: 20, amplitude: 1 },
  dynamics: { kind: 'second-order', dt: 0.125 },
  expansion: { kind: 'de-sitter', gamma: 0.2 },
};
/** A net whose curvature changes with its weights. */
const net = {
  system: { kind: 'dense', sizes: [2, 8, 1] },
  data: { kind: 'xor' },
  initial: { kind: 'random', scale: 0.5 },
  dynamics: { kind: 'second-order', dt: 0.05 },
  expansion: { kind: 'de-sitter', gamma: 0.2 },
};
const other = { id: 'other', role: 'other', sections: { expansion: { kind: 'de-sitter', gamma: 1 } } };
const ghost = { id: 'ghost', role: 'ghost', sections: { dynamics: { kind: 'gradient-flow' } } };

const steps = 300;
const cases = [
  ['a ring', ring, [], 'compiled'],
  ['a ring beside another run', ring, [other], 'compiled'],
  ['a ring, plain', ring, [], 'plain'],
  [
    'a ring in single precision',
    { ...ring, dynamics: { ...ring.dynamics, precision: 'f32' } },
    [],
    'compiled',
  ],
  ['a net', net, [other], 'compiled'],
] as const;

function opened(
  scenario: Readonly<Record<string, unknown>>,
  tracks: readonly unknown[],
  kernels: string,
): OpenRun {
  const used = kernels === 'plain' ? typescriptKernels : fastestKernels;
  const run = new OpenRun(1, createSimulation(documentOf(scenario, tracks), used), used);
  run.look();
  return run;
}

/** Everything that is known of a run at rest. */
function known({ simulation, recorder, peaks }: OpenRun): Record<string, string> {
  const states = simulation.tracks.flatMap((track) => [
    bits(track.weights),
    bits(track.velocity),
    bits([track.kinetic(), track.dissipatedEnergy, track.injectedEnergy, track.time]),
  ]);
  return { states: states.join(), rows: bits(recorder.take() ?? []), peaks: bits(peaks.known) };
}

describe('a stretch of steps', () => {
  it.each(cases)(
    '%s: staying inside steps and looking in passing change no bit of state, traces or scales',
    (...[, scenario, tracks, kernels]) => {
      const whole = opened(scenario, tracks, kernels);
      expect(whole.simulation.passes).toBe(true);
      while (whole.simulation.step < steps) {
        whole.simulation.advance(Math.min(whole.nextLook, steps) - whole.simulation.step);
        if (whole.isLookedAt) whole.look();
      }
      const expected = known(whole);
      for (const seed of [1, 2, 3]) {
        const random = createRandom(seed, 'initial');
        const run = opened(scenario, tracks, kernels);
        const { simulation } = run;
        let stays = 0;
        while (simulation.step < steps) {
          const { blowUp } = simulation.advance(steps - simulation.step, run.watch, 1 + random.integer(40));
          expect(blowUp).toBeNull();
          if (!simulation.isInside) continue;
          stays++;
          // A frame in passing, of a step that may be looked at, too.
          const frame = run.frameWatch(
            () => 0,
            (views) => views !== null && run.framer.takeBack(views.buffer),
          );
          if (random.integer(3) === 0) simulation.advance(Math.min(2, steps - simulation.step), frame, 1);
        }
        expect(stays).toBeGreaterThan(4);
        expect(known(run)).toEqual(expected);
      }
    },
  );

  it('what is not finite is found at the step at which it is without staying, and the state before it is the same', () => {
    // J < 0: the field leaves its hill for ever, at a step below every bound.
    const hill = { ...ring, system: { ...ring.system, N: 40, J: -1 } };
    const whole = opened({ ...hill, initial: { kind: 'noise' } }, [], 'compiled');
    const alone = whole.simulation.advance(20_000);
    const run = opened({ ...hill, initial: { kind: 'noise' } }, [], 'compiled');
    const random = createRandom(5, 'initial');
    let end = run.simulation.advance(20_000, run.watch, 1 + random.integer(40));
    while (end.blowUp === null) end = run.simulation.advance(20_000, run.watch, 1 + random.integer(40));
    expect(alone.blowUp).not.toBeNull();
    expect(run.simulation.step).toBe(whole.simulation.step);
    expect(run.simulation.isInside).toBe(false);
    expect(bits(run.simulation.tracks[0].weights)).toBe(bits(whole.simulation.tracks[0].weights));
    expect(bits(run.simulation.tracks[0].velocity)).toBe(bits(whole.simulation.tracks[0].velocity));
  });

  it('with a run that cannot stay beside it, it rests where it is asked to', () => {
    const { simulation, watch } = opened(ring, [ghost], 'compiled');
    expect(simulation.passes).toBe(false);
    expect(simulation.advance(100, watch, 7)).toEqual({ done: 7, blowUp: null });
    expect(simulation.isInside).toBe(false);
  });

  it('inside a step nothing can be read or done but more steps', () => {
    const { simulation, watch } = opened(ring, [], 'compiled');
    simulation.advance(100, watch, 7);
    expect(simulation.isInside).toBe(true);
    expect(() => simulation.snapshot()).toThrow(/inside a step/);
    expect(() => simulation.edit({ kind: 'set', path: 'expansion.gamma', value: 1 })).toThrow(
      /inside a step/,
    );
    simulation.advance(1);
    expect(simulation.isInside).toBe(false);
    expect(simulation.step).toBe(8);
  });
});

describe('a run that plays as fast as it can', () => {
  function playing(): FakeHost {
    // A tenth of a second passes whenever the clock is read: a slice is one step, and stays in the next.
    const host = new FakeHost(100);
    host.send({ type: 'open', run: 1, document: documentOf(ring) });
    host.send({ type: 'speed', run: 1, rate: 1e6 });
    host.send({ type: 'play', run: 1 });
    host.turn(60, 1);
    return host;
  }

  it('an edit comes into force at the end of the step that it finds, whatever is still owed', () => {
    const host = playing();
    const before = host.lastFrame().header[HEADER.step];
    expect(before % 128).toBeGreaterThan(0);
    host.send({ type: 'edit', run: 1, edit: 1, command: { kind: 'set', path: 'expansion.gamma', value: 2 } });
    const [edit] = host.messages('edited').at(-1)!.edits;
    const frame = host.lastFrame();
    expect(edit.step).toBe(frame.header[HEADER.step]);
    expect(frame.header[HEADER.gamma]).toBe(2);
    expect(edit.step - before).toBeLessThan(4);
    host.send({ type: 'pause', run: 1 });
    const replay = createSimulation(documentOf(ring, [], [edit]), typescriptKernels);
    replay.advance(edit.step);
    expect(bits(frame.tracks[0].weights)).toBe(bits(Float32Array.from(replay.tracks[0].weights)));
  });

  it('frames in passing show one step: weights, energies and header of the same, as it is at rest', () => {
    const host = playing();
    expect(host.messages('frame').length).toBeGreaterThan(5);
    const frame = host.lastFrame();
    const step = frame.header[HEADER.step];
    const rest = createSimulation(documentOf(ring), typescriptKernels);
    rest.advance(step);
    const [track] = rest.tracks;
    expect(bits(frame.tracks[0].weights)).toBe(bits(Float32Array.from(track.weights)));
    expect(frame.header[HEADER.time]).toBe(rest.time);
    expect(frame.tracks[0].scalars[SCALAR.kinetic] / track.kinetic()).toBeCloseTo(1, 12);
    expect(frame.tracks[0].scalars[SCALAR.cost] / track.cost()).toBeCloseTo(1, 12);
    expect(frame.tracks[0].scalars[SCALAR.dissipated] / track.dissipatedEnergy).toBeCloseTo(1, 12);
    expect(frame.tracks[0].activations).toBe(frame.tracks[0].weights);
  });

  it('its traces have every row, in order', () => {
    const host = playing();
    const columns = traceColumns(1);
    const rows = host
      .messages('traces')
      .flatMap(({ rows: table }) =>
        Array.from({ length: table.length / columns }, (_, n) => table[n * columns + TRACE.step]),
      );
    expect(rows.length).toBeGreaterThan(10);
    rows.forEach((step, n) => expect(step).toBe(n === 0 ? 0 : nextLook(rows[n - 1], 4)));
    expect(rows.at(-1)).toBeLessThan(2048);
  });
});
