import { describe, expect, it } from 'vitest';
import { checks, verify } from '../../../src/engine/verify/index.ts';
import {
  equationOfStateError,
  hubbleError,
  kickFinding,
  DIMENSION,
} from '../../../src/engine/verify/histories.ts';
import { dispersionError, equationError } from '../../../src/engine/verify/modes.ts';
import { momentumError } from '../../../src/engine/verify/momentum.ts';
import { laws, methods, orderFinding } from '../../../src/engine/verify/orders.ts';
import { expansionParts, simulationOf, systemParts } from '../../../src/engine/verify/runs.ts';
import { decimationError, randomRing } from '../../../src/engine/verify/wide.ts';
import { decimationLevels } from '../../../src/physics/lattice/decimation.ts';
import { foundReach, shuffledRing } from '../../../src/engine/verify/seriation.ts';
import { equipartition, replayError } from '../../../src/engine/verify/noisyRuns.ts';
import { kernelError } from '../../../src/engine/verify/outputs.ts';
import { forceSumError } from '../../../src/engine/verify/samples.ts';
import { slopeFindings } from '../../../src/engine/verify/slopes.ts';
import { smallSettings, specimenOf, valuesOf } from '../../../src/engine/verify/systems.ts';
import { storedTrajectories, trajectoryFinding } from '../../../src/engine/verify/trajectories.ts';
import { bounded, compare, type Check, type Finding } from '../../../src/engine/verify/types.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import type { Kernels } from '../../../src/kernels/types.ts';
import { dampedMode } from '../../../src/physics/exactModes.ts';
import { integrators } from '../../../src/physics/integrators/index.ts';
import { heavyBall } from '../../../src/physics/observables/momentum.ts';
import { latticeSpectrum } from '../../../src/physics/spectrum.ts';
import type { Expansion, IntegratorPart, System } from '../../../src/physics/types.ts';
import { brokenForces, brokenFriction } from '../../helpers/brokenKernels.ts';
import { shippedDocuments } from '../../helpers/shipped.ts';

const checkOf = (id: string): Check => {
  const found = checks.find((check) => check.id === id);
  if (found === undefined) throw new Error(`no check ${id}`);
  return found;
};
const found = (id: string, kernels: Kernels, shipped = shippedDocuments().slice(0, 0)): readonly Finding[] =>
  [...verify({ kernels, shipped }, [checkOf(id)])].flatMap(({ findings }) => findings);
const histories = expansionParts.map((part) => ({
  kind: part.kind,
  expansion: part.create(valuesOf(part), DIMENSION),
}));

describe('a broken part fails its check', () => {
  it('gradient: one component wrong by 1e-4 fails in every system', () => {
    const findings = found('gradient', brokenForces());
    const failed = findings.filter(({ verdict }) => verdict === 'failed').map(({ subject }) => subject);
    for (const { kind } of systemParts) expect(failed).toContain(kind);
  });

  it('Hessian product: a gradient of another cost fails', () => {
    const failed = found('hessian', brokenForces()).filter(({ verdict }) => verdict === 'failed');
    expect(failed.length).toBeGreaterThanOrEqual(systemParts.length);
  });

  it('energy law: a force that is no gradient of the cost, and friction that takes another part', () => {
    const broken = found('energy', brokenForces(1e-2));
    expect(broken.filter(({ verdict }) => verdict === 'failed').length).toBeGreaterThan(20);
    const [first] = found('energy', brokenFriction(1e-3));
    expect(first.verdict).toBe('failed');
  });

  it('layers: a force that is no gradient of the cost breaks the balance of the layers in every kind of network', () => {
    const failed = found('layers', brokenForces()).filter(({ verdict }) => verdict === 'failed');
    const kinds = new Set(failed.map(({ subject }) => subject.split(/[ ,:{]/)[0]));
    expect([...kinds].sort()).toEqual(['conv-ring', 'deep-ring', 'dense']);
    const held = found('layers', typescriptKernels);
    expect(held.every(({ verdict }) => verdict === 'ok')).toBe(true);
    expect(held.some(({ subject }) => subject.endsWith('bulk and boundary'))).toBe(true);
  });

  it('samples: one whose force is off by 1e-9 no longer sums to the gradient', () => {
    for (const kind of ['ring-shared', 'dense']) {
      const part = systemParts.find((one) => one.kind === kind);
      if (part === undefined) throw new Error(`no system ${kind}`);
      const specimen = specimenOf(part, smallSettings(part), typescriptKernels);
      const { force } = specimen.system;
      const bent: System = {
        ...specimen.system,
        force: {
          ...force,
          gradient(weights, batch, stiffness, out) {
            force.gradient(weights, batch, stiffness, out);
            if (batch?.[0] === 1) out[0] *= 1 + 1e-9;
          },
        },
      };
      expect(forceSumError(specimen)).toBeLessThan(1e-12);
      expect(forceSumError({ ...specimen, system: bent })).toBeGreaterThan(1e-12);
    }
  });

  it('outputs: a force that is no gradient of the cost moves them otherwise than the terms say', () => {
    for (const kind of ['ring-shared', 'dense', 'conv-ring']) {
      const findings = found('outputs', brokenForces(1e-2)).filter(({ subject }) => subject === kind);
      expect(
        findings.map(({ verdict }) => verdict),
        kind,
      ).toEqual(['failed']);
    }
  });

  it('outputs: one entry of a kernel off by 1e-9 is not J Jᵀ', () => {
    const part = systemParts.find((one) => one.kind === 'dense');
    if (part === undefined) throw new Error('no dense networks');
    const specimen = specimenOf(part, smallSettings(part), typescriptKernels);
    const { derivatives } = specimen.system;
    if (derivatives === undefined) throw new Error('no derivatives');
    const bent: System = {
      ...specimen.system,
      derivatives: {
        ...derivatives,
        tangentKernel(weights, samples, out) {
          derivatives.tangentKernel(weights, samples, out);
          out[0] *= 1 + 1e-9;
        },
      },
    };
    expect(kernelError(specimen)).toBeLessThan(1e-12);
    expect(kernelError({ ...specimen, system: bent })).toBeGreaterThan(1e-12);
  });

  it('equipartition: T off by 15 % is many standard errors', () => {
    const { motion, position, cost } = equipartition(integrators.langevin, typescriptKernels, 0.23);
    expect(Math.min(motion, position, cost)).toBeGreaterThan(5);
  });

  it('replay: a state that has lost its streams of random numbers is lived again as another run', () => {
    const start = (batch: object, integrator: IntegratorPart): readonly number[] => {
      const sections = { batch, noise: { temperature: 0.2 } };
      const errors: number[] = [];
      for (const name of ['noise', 'batch'] as const) {
        errors.push(
          replayError({ integrator, sections }, typescriptKernels, (snapshot) => ({
            ...snapshot,
            tracks: snapshot.tracks.map((track) => ({
              ...track,
              // The words of another place in the stream.
              [name]: track[name].map((word, n) => (n < 2 ? word ^ 12_345 : word)),
            })),
          })),
        );
      }
      return errors;
    };
    const [noise, none] = start({ kind: 'full' }, integrators.langevin);
    expect(noise).toBeGreaterThan(1e-3);
    expect(none).toBe(0);
    const [, drawn] = start({ kind: 'single' }, integrators['second-order']);
    expect(drawn).toBeGreaterThan(1e-3);
  });

  it('exact modes: another force than the Hessian’s fails in every quadratic system', () => {
    for (const { verdict, subject } of found('exact-modes', brokenForces())) {
      expect(verdict, subject).toBe('failed');
    }
  });

  it('momentum SGD: friction off by 1e-6 fails everywhere but where it is 0 at the start', () => {
    const findings = found('momentum', brokenFriction(1e-6));
    for (const { verdict, subject } of findings) expect(verdict, subject).toBe('failed');
  });

  it('action: a force that is no gradient of the cost, and friction off by 1e-9', () => {
    const shipped = shippedDocuments().slice(0, 2);
    const of = (kernels: Kernels, subject: RegExp): readonly Finding[] =>
      found('action', kernels, shipped).filter((finding) => subject.test(finding.subject));
    for (const { verdict, subject } of of(brokenForces(1e-4), /own path/))
      expect(verdict, subject).toBe('failed');
    for (const { id } of shipped)
      for (const { verdict } of of(brokenFriction(1e-9), new RegExp(`^${id}$`)))
        expect(verdict).toBe('failed');
  });

  it('seriation: one coupling across the ring, and the shuffled order itself, fail', () => {
    const names = Int32Array.of(3, 0, 5, 1, 7, 2, 6, 4, 9, 8);
    const ring = shuffledRing(names);
    expect(foundReach(ring)).toBe(1);
    const column = ring.column.slice();
    const row = ring.row.slice();
    [row[0], column[0]] = [names[0], names[5]];
    expect(foundReach({ ...ring, row, column })).toBeGreaterThan(1);
  });

  it('decimation: a level whose J or force is off by 1e-9, or that was decimated from another ring, fails', () => {
    const ring = randomRing(16);
    const levels = decimationLevels(ring);
    expect(decimationError(ring, levels)).toBeLessThan(1e-12);
    for (const part of ['J', 'force'] as const) {
      const off = { ...levels[0], [part]: levels[0][part].map((value) => value * (1 + 1e-9)) };
      expect(decimationError(ring, [off, ...levels.slice(1)])).toBeGreaterThan(1e-12);
    }
    const other = { ...ring, K: ring.K.map((value) => value * 1.01) };
    expect(decimationError(ring, decimationLevels(other))).toBeGreaterThan(1e-4);
  });

  it('momentum SGD: the formula of constant friction fails for a history whose friction changes', () => {
    const constant = (expansion: Expansion, t: number, h: number) => heavyBall(expansion.gamma(t), h);
    for (const expansion of expansionParts) {
      const steady = expansion.steady?.(valuesOf(expansion)) === true;
      const error = momentumError({ expansion }, typescriptKernels, constant);
      expect(error < 1e-11, expansion.kind).toBe(steady);
    }
  });

  it.each(methods.map((part) => [part.kind, part] as const))(
    '%s: an order that is declared too high, and a step too long by 1 %, fail on every law',
    (_kind, part) => {
      const boast: IntegratorPart = { ...part, order: part.order === 4 ? 2 : 4 };
      const long: IntegratorPart = {
        ...part,
        create(values, context) {
          const inner = part.create(values, context);
          return {
            ...inner,
            advance: (weights, velocity, clock, schedule, count, squares) =>
              inner.advance(weights, velocity, { ...clock, dt: 1.01 * clock.dt }, schedule, count, squares),
          };
        },
      };
      for (const law of laws) {
        expect(orderFinding(part, law).verdict).toBe('ok');
        expect(orderFinding(boast, law).verdict).toBe('failed');
        expect(orderFinding(long, law).verdict).toBe('failed');
      }
    },
  );

  it.each(histories)(
    '$kind: a scale factor, an equation of state and kicks that are off by 1e-4 fail',
    ({ expansion }) => {
      const broken: Expansion = {
        ...expansion,
        logScaleFactor: (t) => expansion.logScaleFactor(t) + 1e-4 * t,
        equationOfState: (t) => (expansion.equationOfState(t) ?? 1) + 1e-4,
        kick(t1, t2, out, at) {
          expansion.kick(t1, t2, out, at);
          out[at] *= 1 + 1e-4;
        },
      };
      expect(bounded('', hubbleError(broken), 1e-9).verdict).toBe('failed');
      expect(bounded('', equationOfStateError(broken), 1e-7).verdict).toBe('failed');
      expect(kickFinding('', expansion).verdict).toBe('ok');
      expect(kickFinding('', broken).verdict).toBe('failed');
    },
  );

  it('mode equation: an amplitude that decays at γ, not γ/2, fails in every regime', () => {
    const wrong: typeof dampedMode = (omega2, gamma, w0, v0, t) =>
      dampedMode(omega2, 1.001 * gamma, w0, v0, t);
    for (const [omega2, gamma] of [
      [4, 0.5],
      [1, 2],
      [0.3, 3],
      [-0.5, 1],
    ]) {
      expect(equationError(dampedMode, omega2, gamma)).toBeLessThan(1e-9);
      expect(equationError(wrong, omega2, gamma)).toBeGreaterThan(1e-9);
    }
  });

  it('dispersion: a lattice with one K more fails', () => {
    const { system } = simulationOf(
      { system: systemParts.find(({ kind }) => kind === 'ring-shared') },
      typescriptKernels,
    ).tracks[0];
    const spectrum = latticeSpectrum(system);
    if (spectrum === null) throw new Error('a uniform ring has a closed form');
    expect(dispersionError(system)).toBeLessThan(1e-12);
    expect(dispersionError(system, { ...spectrum, mass: spectrum.mass + 1e-6 })).toBeGreaterThan(1e-12);
  });

  it('slopes: a difference that falls as another power, or was not measured, fails', () => {
    const series = { id: 'apart', points: [], source: '', expected: 2 };
    const fit = { slope: 1.7, factor: 1, error: 0, from: 0, to: 1, count: 4 };
    expect(slopeFindings('x', [{ ...series, fit: { ...fit, slope: 2.1 } }])[0].verdict).toBe('ok');
    expect(slopeFindings('x', [{ ...series, fit }])[0].verdict).toBe('failed');
    expect(slopeFindings('x', [{ ...series, fit: null }])[0].verdict).toBe('failed');
    expect(slopeFindings('x', [{ ...series, expected: null, fit }])).toEqual([]);
  });

  it('trajectories: a force that is off is told apart from last bits, and what is not stored fails', () => {
    const [first] = shippedDocuments();
    const shipped = [first];
    const verdictWith = (kernels: Kernels): unknown => {
      const own = found('trajectories', kernels, shipped).filter(({ subject }) => subject === first.id);
      const [{ verdict, measured }] = own;
      return { verdict, off: measured > 0 };
    };
    expect(verdictWith(typescriptKernels)).toEqual({ verdict: 'ok', off: false });
    expect(verdictWith(brokenForces(4e-16))).toEqual({ verdict: 'last-bits', off: true });
    expect(verdictWith(brokenForces(1e-4))).toEqual({ verdict: 'failed', off: true });
    const stored = storedTrajectories[first.id];
    expect(trajectoryFinding('x', stored, undefined).verdict).toBe('failed');
    const unsent = found('trajectories', typescriptKernels, []);
    expect(unsent.map(({ subject }) => subject)).toEqual(Object.keys(storedTrajectories));
    expect(unsent.every(({ verdict }) => verdict === 'failed')).toBe(true);
  });

  it('any figure: what is not a number has failed, and so has a trial that throws', () => {
    expect(compare('', NaN, 0, 1).verdict).toBe('failed');
    const thrower: Check = {
      id: 'thrower',
      label: '',
      help: '',
      trials: () => [
        {
          subject: 'x',
          measure: () => {
            throw new Error('reason');
          },
        },
      ],
    };
    const [{ findings }] = [...verify({ kernels: typescriptKernels, shipped: [] }, [thrower])];
    expect(findings).toMatchObject([{ subject: 'x: reason', verdict: 'failed' }]);
  });
});
