import { describe, expect, it } from 'vitest';
import { History } from '../../src/engine/history.ts';
import type { HessianMap } from '../../src/engine/observations/index.ts';
import { Observers } from '../../src/engine/observations/observers.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import type { Locality } from '../../src/physics/locality/measures.ts';
import { run } from '../cli/capture.ts';
import { FakeHost } from '../helpers/host.ts';
import { documentOf, simulate } from '../helpers/run.ts';

const net = {
  system: { kind: 'dense', sizes: [2, 5, 4, 1] },
  data: { kind: 'circle', samples: 12 },
  dynamics: { kind: 'second-order', dt: 0.0625 },
};
const ring = {
  system: { kind: 'scalar-field-1d', N: 32, K: 1, J: 0.2 },
  dynamics: { kind: 'second-order', dt: 0.125 },
};

function mapOf(
  sections: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, unknown>>,
): HessianMap {
  const simulation = simulate(sections);
  const observers = new Observers({ simulation, history: new History(), kernels: typescriptKernels });
  observers.subscribe({ key: 1, id: 'hessian-map', query });
  return observers.value(1) as HessianMap;
}

describe('nonlocality', () => {
  it('in the terminal: { meanDistance, ratio, bandwidth, profile }, of every row its own', async () => {
    const { code, out } = await run(['net.json', '--steps', '4', '--observe', 'nonlocality'], {
      'net.json': JSON.stringify(documentOf(net)),
    });
    expect(code).toBe(0);
    const { observables } = JSON.parse(out) as { observables: { nonlocality: Locality[] } };
    const rows = observables.nonlocality;
    expect(rows).toHaveLength(5);
    expect(Object.keys(rows[0]).sort()).toEqual(['bandwidth', 'meanDistance', 'profile', 'ratio']);
    const means = rows.map(({ meanDistance }) => meanDistance);
    expect(new Set(means).size).toBe(means.length);
    expect(rows[0].profile.at(-1)).toBeCloseTo(1, 12);
  });

  it('more than 2000 weights of a cost that is no sum over bonds are refused, with the reason', () => {
    const large = { ...net, system: { kind: 'dense', sizes: [2, 200, 8, 1] } };
    expect(() => mapOf(large, {})).toThrow(/at most 2000 weights/);
    expect(mapOf({ ...ring, system: { ...ring.system, N: 4096 } }, { cells: 64 }).lattice.meanDistance).toBe(
      1,
    );
  });

  it('on the page: the map is of where the run stands, also after it was played and edited', () => {
    const host = new FakeHost(1);
    host.send({ type: 'open', run: 1, document: documentOf(net) });
    host.observe('hessian-map', { cells: 16 });
    host.turn();
    const stands = (): number => host.seen('hessian-map').at(-1)?.step ?? -1;
    expect(stands()).toBe(0);
    host.send({ type: 'step', run: 1, count: 50 });
    host.turn();
    expect(stands()).toBe(50);
    const last = (): HessianMap => host.seen('hessian-map').at(-1) as HessianMap;
    const before = last();
    host.send({
      type: 'edit',
      run: 1,
      edit: 1,
      command: { kind: 'set', path: 'system.activation', value: 'sigmoid' },
    });
    host.turn();
    expect(last().largestSecond).not.toBe(before.largestSecond);
  });
});

describe('another order', () => {
  it('a shuffled ring: it reaches as far as chance, the spectral order brings 1 back, Cuthill-McKee folds the matrix to 2', () => {
    const shuffled = mapOf(ring, { order: 'shuffled', seed: 4 });
    expect(shuffled.reordered.meanDistance).toBeGreaterThan(6);
    expect(shuffled.lattice.meanDistance).toBe(1);
    const spectral = mapOf(ring, { order: 'spectral' });
    expect([spectral.reordered.meanDistance, spectral.reordered.bandwidth]).toEqual([1, 1]);
    expect(mapOf(ring, { order: 'cuthill-mckee' }).reordered.matrixBandwidth).toBe(2);
  });

  it('the matrix is the same one with its rows and columns moved, and the run goes on as it would have', () => {
    const lattice = mapOf(net, {});
    const spectral = mapOf(net, { order: 'spectral' });
    const { cells } = lattice;
    const placeOf = new Map([...lattice.weights].map((weight, place) => [weight, place]));
    spectral.weights.forEach((a, p) =>
      spectral.weights.forEach((b, q) => {
        const [i, j] = [placeOf.get(a) ?? -1, placeOf.get(b) ?? -1];
        expect(spectral.second[p * cells + q]).toBe(lattice.second[i * cells + j]);
      }),
    );
  });

  it('an order that is none is refused by its path', () => {
    expect(() => mapOf(ring, { order: 'sorted' })).toThrow('observe.hessian-map.order');
  });
});
