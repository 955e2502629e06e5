import { describe, expect, it } from 'vitest';
import { checks, verify } from '../../../src/engine/verify/index.ts';
import { integratorParts } from '../../../src/engine/verify/runs.ts';
import { storedTrajectories } from '../../../src/engine/verify/trajectories.ts';
import { typescriptKernels as kernels } from '../../../src/kernels/index.ts';
import { batches } from '../../../src/physics/batch/index.ts';
import { expansions } from '../../../src/physics/expansion/index.ts';
import { integrators } from '../../../src/physics/integrators/index.ts';
import { systems } from '../../../src/physics/systems.ts';
import { shippedDocuments } from '../../helpers/shipped.ts';

const shipped = shippedDocuments();

describe('verify: the lab measured here', () => {
  it.each(checks)(
    '$id: every figure is within its tolerance; each is of another subject',
    (check) => {
      const findings = [...verify({ kernels, shipped }, [check])].flatMap((progress) => progress.findings);
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.filter(({ verdict }) => verdict !== 'ok')).toEqual([]);
      expect(new Set(findings.map(({ subject }) => subject)).size).toBe(findings.length);
    },
    120_000,
  );

  it('every system, history and integrator of the registries is measured, by name', () => {
    const subjects = (id: string): readonly string[] =>
      checks
        .filter((check) => check.id === id)
        .flatMap((check) => check.trials({ kernels, shipped }).map((t) => t.subject));
    expect(subjects('replay')).toEqual([
      ...integratorParts.flatMap(({ kind, noise }) => (noise === undefined ? [] : [kind])),
      ...Object.keys(batches).map((kind) => `batch ${kind}`),
    ]);
    for (const id of ['gradient', 'hessian', 'energy', 'momentum'])
      expect(subjects(id)).toEqual(expect.arrayContaining(Object.keys(systems)));
    for (const id of ['hubble', 'equation-of-state', 'kicks', 'energy', 'momentum'])
      expect(subjects(id)).toEqual(expect.arrayContaining(Object.keys(expansions)));
    const kinds = Object.entries(integrators).flatMap(([kind, { order }]) =>
      order === 'exact' ? [] : [kind],
    );
    expect(new Set(subjects('order').map((subject) => subject.split(', ')[0]))).toEqual(new Set(kinds));
  });

  it('every choice of a parameter is tried: activations and costs of a dense net among them', () => {
    const subjects = checks[0].trials({ kernels, shipped }).map(({ subject }) => subject);
    for (const choice of ['activation relu', 'activation sin', 'cost cross-entropy', 'parameterization ntk'])
      expect(subjects).toContain(`dense, ${choice}`);
  });

  it('stored trajectories are of what is shipped, neither more nor less (npm run trajectories)', () => {
    expect(Object.keys(storedTrajectories).sort()).toEqual(shipped.map(({ id }) => id).sort());
  });
});
