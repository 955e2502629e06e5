import { describe, expect, it } from 'vitest';
import { bits, documentOf } from '../../helpers/run.ts';
import { FakeHost } from '../../helpers/host.ts';

const dense = {
  system: { kind: 'dense', sizes: [2, 5, 1], activation: 'tanh' },
  data: { kind: 'xor' },
  dynamics: { kind: 'second-order', dt: 0.03125 },
};

function opened(): FakeHost {
  // Every look at the clock costs a millisecond, so that slices are short.
  const host = new FakeHost(1);
  host.send({ type: 'open', run: 1, document: documentOf(dense) });
  return host;
}

/** Turns until the study has ended. */
function finished(host: FakeHost): FakeHost {
  for (let n = 0; n < 10_000 && host.seen('viscosity').at(-1)?.state === 'running'; n++) host.turn(1);
  return host;
}

describe('studies beside a run', () => {
  it('run: its trajectory is the same to the last bit with a study at work, which ends as without it', () => {
    const trajectory = (withStudy: boolean): { weights: string[]; host: FakeHost } => {
      const host = opened();
      if (withStudy) host.observe('viscosity', {});
      const weights: string[] = [];
      for (let n = 0; n < 30; n++) {
        host.send({ type: 'step', run: 1, count: 7 });
        host.turn(8);
        weights.push(`${host.lastFrame().header[1]} ${bits(host.lastFrame().tracks[0].weights)}`);
      }
      return { weights, host };
    };
    const alone = trajectory(false);
    const beside = trajectory(true);
    // The study takes turns of its own: what is compared is each step's state.
    const known = new Set(alone.weights);
    alone.host.send({ type: 'seek', run: 1, step: 210 });
    beside.host.send({ type: 'seek', run: 1, step: 210 });
    alone.host.turn(50);
    finished(beside.host).turn();
    expect(beside.weights.filter((state) => known.has(state)).length).toBeGreaterThan(10);
    expect(bits(beside.host.lastFrame().tracks[0].weights)).toBe(
      bits(alone.host.lastFrame().tracks[0].weights),
    );
    const lonely = opened();
    lonely.observe('viscosity', {});
    const report = finished(lonely).seen('viscosity').at(-1);
    expect(report?.state).toBe('done');
    expect(beside.host.seen('viscosity').at(-1)).toEqual(report);
  });

  it('progress: a report at once, then as it goes, with what is found so far; done is 1', () => {
    const host = opened();
    host.observe('viscosity', {});
    expect(host.seen('viscosity').map(({ state, done }) => [state, done])).toEqual([['running', 0]]);
    finished(host);
    const reports = host.seen('viscosity');
    expect(reports.length).toBeGreaterThan(4);
    const parts = reports.map(({ done }) => done);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.at(-1)).toBe(1);
    expect(reports.some(({ state, series }) => state === 'running' && series[0]?.points.length > 0)).toBe(
      true,
    );
    const tau = reports.at(-1)?.facts.find(({ name }) => name === 'tau')?.value;
    expect(tau).toBeGreaterThan(0);
    // Known before the first point, so that a picture can say it.
    for (const { series, facts } of reports.slice(1)) {
      if (series.length > 0) expect(facts).toContainEqual({ name: 'tau', value: tau });
    }
    expect(reports.at(-1)?.state).toBe('done');
  });

  it('cancel: nothing more is said', () => {
    const host = opened();
    host.observe('viscosity', {});
    while ((host.seen('viscosity').at(-1)?.series[0]?.points.length ?? 0) === 0) host.turn(1);
    host.unobserve('viscosity');
    const said = host.seen('viscosity').length;
    expect(host.seen('viscosity').at(-1)?.state).toBe('running');
    host.turn();
    expect(host.seen('viscosity')).toHaveLength(said);
  });

  it('another run, and an edit, end it without a word; messages of old runs begin none', () => {
    const host = opened();
    host.observe('viscosity', {});
    host.send({ type: 'edit', run: 1, edit: 1, command: { kind: 'set', path: 'expansion.gamma', value: 2 } });
    host.turn();
    expect(host.seen('viscosity')).toHaveLength(1);
    host.observe('viscosity', {});
    host.send({ type: 'open', run: 2, document: documentOf(dense) });
    host.observe('viscosity', {});
    host.turn();
    expect(host.seen('viscosity')).toHaveLength(2);
  });

  it('obstacles are reported with their reason', () => {
    const host = new FakeHost(1);
    const flat = { ...dense, expansion: { kind: 'flat' } };
    host.send({ type: 'open', run: 1, document: documentOf(flat) });
    host.observe('viscosity', {});
    host.turn();
    expect(host.seen('viscosity').at(-1)).toMatchObject({
      state: 'refused',
      obstacle: 'no-friction',
    });
  });
});
