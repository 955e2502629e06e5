import { describe, expect, it } from 'vitest';
import { HEADER } from '../../src/engine/frame.ts';
import { FakeHost } from '../helpers/host.ts';
import { bits, documentOf } from '../helpers/run.ts';

const field = {
  system: { kind: 'scalar-field-1d', N: 16, K: 2, J: 0.2, redshift: 'physical' },
  data: { kind: 'none' },
  initial: { kind: 'mode', index: 2, amplitude: 1 },
  dynamics: { kind: 'second-order', dt: 1 / 16 },
  expansion: { kind: 'de-sitter', gamma: 0.3 },
};
const set = (path: string, value: unknown) => ({ kind: 'set', path, value }) as const;

function state(host: FakeHost): unknown[] {
  const { header, tracks } = host.lastFrame();
  return [header[HEADER.step], header[HEADER.time], header[HEADER.logScaleFactor], bits(tracks[0].weights)];
}

describe('an edit that takes the place of a recorded one at its own step', () => {
  it.each([
    ['expansion.gamma', 0.5, 0.1, 32],
    ['dynamics.dt', 1 / 32, 1 / 64, 32],
    ['system.K', 1, 3, 32],
    ['expansion.gamma', 0.5, 0.1, 0],
  ])(
    '%s %d, then %d at step %d: wound back and gone forward it is the same, bit for bit',
    (path, first, second, at) => {
      const host = new FakeHost(1);
      const edits = [{ step: at, command: set(path, first) }];
      host.send({ type: 'open', run: 1, document: documentOf(field, [], edits) });
      const go = (step: number): void => {
        host.send({ type: 'seek', run: 1, step });
        host.turn();
      };
      go(at);
      host.send({ type: 'edit', run: 1, edit: 1, command: set(path, second) });
      host.turn();
      const there = state(host);
      go(at + 32);
      const end = state(host);
      for (const step of [at, at + 5, Math.max(0, at - 3), at]) go(step);
      expect(state(host)).toEqual(there);
      go(at + 32);
      expect(state(host)).toEqual(end);
    },
  );
});
