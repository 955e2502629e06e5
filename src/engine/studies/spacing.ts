import type { Kernels } from '../../kernels/types.ts';
import { continuumTrack } from '../../scenario/continuum.ts';
import { hasSmoothSources, withSites } from '../../scenario/refine.ts';
import { dynamicsOf, partOf } from '../../scenario/sections.ts';
import { studyObstacle } from '../../scenario/studies.ts';
import type { RunDocument, Scenario } from '../../scenario/types.ts';
import { createSimulation, type Simulation } from '../simulation.ts';
import { measured, withPoint } from './fit.ts';
import {
  StudyRefusal,
  type Study,
  type StudyFindings,
  type StudyProgress,
  type StudySeries,
} from './types.ts';

/** Sites round the ring, coarse to fine. */
const SITES = [16, 32, 64, 128, 256] as const;
/** Steps of the clock to the end, each with what sub-steps the lattices need. */
const STEPS = 64;
/** How far the fastest wave runs until the networks are compared, as a part of the ring. */
const JOURNEY = 0.25;

/** A run on some number of sites with its continuum theory, on a clock of its own. */
function prepare(scenario: Scenario, sites: number, dt: number, kernels: Kernels): Simulation {
  const { kind } = dynamicsOf('second');
  const dynamics = { ...scenario.dynamics, kind, dt, substeps: 'auto', precision: 'f64' };
  const refined = withSites({ ...scenario, dynamics }, sites);
  const document: RunDocument = {
    version: 1,
    // The clock is the same on every lattice.
    scenario: { ...refined, dynamics },
    edits: [],
    tracks: [continuumTrack()],
    view: {},
  };
  return createSimulation(document, kernels);
}

/** |w − w′|/|w′| of a network and its continuum theory, read at the sites. */
function difference({ tracks: [network, continuum] }: Simulation): number {
  const read = new Float32Array(network.weights.length);
  continuum.shown.write(read);
  let apart = 0;
  let size = 0;
  for (let n = 0; n < read.length; n++) {
    apart += (network.weights[n] - read[n]) * (network.weights[n] - read[n]);
    size += read[n] * read[n];
  }
  return Math.sqrt(apart / size);
}

/**
 * Time in which the fastest wave runs a quarter of the ring: on P sites its speed is at most √λ/2 sites a unit of
 * time, λ the largest curvature.
 */
function journeyOf(scenario: Scenario, kernels: Kernels): number {
  const { tracks } = prepare(scenario, SITES[0], 1, kernels);
  const [{ curvature, weights }] = tracks;
  if (curvature === 0) throw new StudyRefusal('at-rest');
  return (2 * JOURNEY * weights.length) / Math.sqrt(curvature);
}

/**
 * Lattice spacing, at a fixed length of the ring: how far networks are from their continuum theory after the same time.
 *    error = |w − w′|/|w′| over the sites, a = 1/N of the ring
 *  Falls as a² where the theory is the network's limit (ring-shared, masses on springs; smooth sources, else no slope
 *  is expected); stays for
 *  Example 1, whose every second bond carries K = 0 exactly (E1).
 *  **approximate**: the mesh of the theory and the step of both err by a² too, each less than a tenth of the
 *  lattice's own error.
 *  Source: arXiv:2503.08827, Eqs. 15-17; physics.md 1.3, 1.4. Differs: E1.
 */
function* run(scenario: Scenario, kernels: Kernels): Generator<StudyProgress, StudyFindings> {
  const obstacle = studyObstacle('spacing', scenario);
  if (obstacle !== null) throw new StudyRefusal(obstacle);
  const time = journeyOf(scenario, kernels);
  const never = partOf('system', scenario.system.kind).continuum?.limit === 'never';
  // Where sources jump they grow at the border under refinement, and no slope is expected.
  const limit = hasSmoothSources(scenario) ? 2 : null;
  const empty = { id: 'apart', expected: never ? 0 : limit, source: never ? 'E1' : 'Eq. 17' };
  let series: StudySeries = { ...empty, points: [], fit: null };
  const facts = [{ name: 'time', value: time }];
  // Work grows as the square of the number of sites: sites times sub-steps.
  const total = SITES.reduce((sum, sites) => sum + sites * sites, 0);
  let before = 0;
  for (const sites of SITES) {
    const simulation = prepare(scenario, sites, time / STEPS, kernels);
    for (let step = 0; step < STEPS; step++) {
      if (simulation.advance(1).blowUp !== null) throw new StudyRefusal('not-finite');
      const done = (before + (sites * sites * step) / STEPS) / total;
      yield { done, series: [series], facts };
    }
    before += sites * sites;
    series = withPoint(series, 1 / sites, difference(simulation));
    yield { done: before / total, series: [series], facts };
  }
  return { series: [measured(series)], facts };
}

export const spacing: Study<'spacing'> = { id: 'spacing', run };
