import { hessianEntries, entriesObstacle, type SymmetricEntries } from '../../physics/locality/entries.ts';
import { localityOf, type Locality } from '../../physics/locality/measures.ts';
import { latticeOrder, placesOf } from '../../physics/locality/places.ts';
import { matrixBandwidth, orderNames, reindexed, sitesOfOrder } from '../../physics/locality/reindex.ts';
import { strongestPairs, tiled } from '../../physics/locality/tiles.ts';
import type { System } from '../../physics/types.ts';
import { ScenarioError } from '../../scenario/types.ts';
import type { Simulation } from '../simulation.ts';
import { inSlices } from './inSlices.ts';
import { observation } from './types.ts';

/** Couplings that the picture of the lattice can hold. */
const MOST_DRAWN = 1500;

/** @throws ScenarioError where the Hessian cannot be had entry by entry */
function checkSize(id: string, { tracks: [{ system }] }: Simulation): void {
  const obstacle = entriesObstacle(system);
  if (obstacle !== null) throw new ScenarioError('observe', id, obstacle);
}

/** The Hessian of the main track where it stands. Of a quadratic cost it is made once. */
function hessianOf(): (simulation: Simulation) => Generator<unknown, SymmetricEntries> {
  let known: {
    readonly system: System;
    readonly stiffness: number;
    readonly entries: SymmetricEntries;
  } | null = null;
  return function* (simulation) {
    const { system, weights, stiffness } = simulation.instant();
    if (known !== null && known.system === system && known.stiffness === stiffness) return known.entries;
    const entries = yield* hessianEntries(system, weights.slice(), stiffness);
    if (system.couplings(null) !== null) known = { system, stiffness, entries };
    return entries;
  };
}

/** How far the couplings about the current point reach on the system's own lattice; physics.md 7. **exact** */
export const nonlocality = observation({
  id: 'nonlocality',
  parameters: {},
  shape:
    '{ meanDistance, ratio: to couplings at random, bandwidth, profile: F(r) at r = 0, 1, … }, of A = H_ij² by steps on the lattice',
  cadence: 'frame',
  create(_query, { simulation }) {
    checkSize('nonlocality', simulation);
    const hessian = hessianOf();
    return inSlices(simulation, function* (run): Generator<unknown, Locality> {
      const { system } = run.tracks[0];
      const entries = yield* hessian(run);
      return localityOf(entries, placesOf(system.layout, system.weightCount));
    });
  },
});

/** Measures in one order: on the lattice, and of the matrix as it is drawn. */
export interface OrderedLocality extends Locality {
  /** max |π(i) − π(j)| of coupled weights. */
  readonly matrixBandwidth: number;
}

/** J₁ = ∂C and J₂ = ½ ∂²C about the current point, in an order of the weights. */
export interface HessianMap {
  readonly step: number;
  readonly order: string;
  /** [P] weight at each place. */
  readonly weights: Int32Array;
  /** [P] weight at each place of the lattice's own order. */
  readonly sites: Int32Array;
  /** Places at which another matrix of the network begins, in lattice order. */
  readonly borders: readonly number[];
  /** Weights that share a row or column of the map; 1: none. */
  readonly perCell: number;
  readonly cells: number;
  /** [cells²] row-major: J₂, of several entries their root mean square with the sign of the largest. */
  readonly second: Float32Array;
  /** [cells] J₁, likewise. */
  readonly first: Float32Array;
  /** Largest |J₂| and |J₁| of one entry. */
  readonly largestSecond: number;
  readonly largestFirst: number;
  /** [2·count] the most strongly coupled pairs of weights, and their J₂ [count]. */
  readonly pairs: Int32Array;
  readonly strengths: Float32Array;
  /** Pairs that are coupled at all. */
  readonly pairCount: number;
  readonly lattice: OrderedLocality;
  readonly reordered: OrderedLocality;
}

/** The couplings about the current point as a matrix, in the lattice's order or another one. **exact** */
export const hessianMap = observation({
  id: 'hessian-map',
  parameters: {
    cells: { type: 'count', default: 256, help: 'Rows and columns of the map at most.' },
    order: { type: 'word', default: 'lattice', help: `One of ${orderNames.join(', ')}.` },
    seed: { type: 'count', default: 1, help: 'Seed of the shuffle.' },
  },
  shape:
    '{ step, order, weights [P], sites [P], borders, perCell, cells, second [cells²]: J2, first [cells]: J1, largestSecond, largestFirst, pairs, strengths, pairCount, lattice, reordered: nonlocality and matrixBandwidth each }',
  cadence: 'frame',
  create({ cells, order, seed }, { simulation }) {
    checkSize('hessian-map', simulation);
    const name = orderNames.find((known) => known === order);
    if (name === undefined) {
      throw new ScenarioError('observe.hessian-map.order', order, `one of ${orderNames.join(', ')}`);
    }
    if (cells < 1) throw new ScenarioError('observe.hessian-map.cells', cells, 'an integer >= 1');
    const hessian = hessianOf();
    return inSlices(simulation, function* (run): Generator<unknown, HessianMap> {
      const { step } = run;
      const { system, weights: present, stiffness } = run.instant();
      const gradient = new Float64Array(system.weightCount);
      system.force.gradient(present.slice(), null, stiffness, gradient);
      const entries = yield* hessian(run);
      const places = placesOf(system.layout, system.weightCount);
      const lattice = latticeOrder(system.layout, system.weightCount);
      const weights = yield* reindexed(name, entries, places, lattice.weights, seed);
      const measured = (sequence: Int32Array): OrderedLocality => ({
        ...localityOf(entries, places, sitesOfOrder(sequence, lattice.weights)),
        matrixBandwidth: matrixBandwidth(entries, sequence),
      });
      return {
        step,
        order: name,
        weights,
        sites: lattice.weights,
        borders: name === 'lattice' ? lattice.borders : [],
        ...tiled(entries, gradient, weights, cells),
        ...strongestPairs(entries, MOST_DRAWN),
        lattice: measured(lattice.weights),
        reordered: measured(weights),
      };
    });
  },
});
