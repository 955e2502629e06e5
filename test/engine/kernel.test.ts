import { describe, expect, it } from 'vitest';
import { describeRun } from '../../src/engine/describe.ts';
import { createSimulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { fastestKernels } from '../../src/kernels/simd/index.ts';
import { parseDocument, parseRunDocument, serializeRunDocument } from '../../src/scenario/document.ts';
import type { RunDocument } from '../../src/scenario/types.ts';
import { framerOf } from '../helpers/framer.ts';
import { documentOf, ringSections } from '../helpers/run.ts';

const inPrecision = (precision: 'f64' | 'f32'): RunDocument =>
  documentOf({ ...ringSections, dynamics: { ...ringSections.dynamics, precision } });

function kernelOf(document: RunDocument, kernels = typescriptKernels): unknown {
  const simulation = createSimulation(document, kernels);
  const { kernel: name, otherKernel: otherBits } = describeRun(simulation, framerOf(simulation).shape);
  return { name, otherBits };
}

describe('kernels of a run', () => {
  it('a run says which it has', () => {
    expect(kernelOf(inPrecision('f64'))).toEqual({ name: 'typescript', otherBits: null });
    expect(kernelOf(inPrecision('f32'), fastestKernels)).toEqual({ name: 'simd', otherBits: null });
  });

  it('a document keeps those that it was saved with', () => {
    const document = { ...inPrecision('f64'), kernel: 'simd' };
    const again = parseRunDocument(serializeRunDocument(document));
    expect(again.kernel).toBe('simd');
    expect(parseRunDocument(serializeRunDocument(inPrecision('f64')))).not.toHaveProperty('kernel');
    expect(() => parseDocument({ ...document, kernel: 3 })).toThrow(/kernel: 3: expected the name/);
  });

  it('bits may be others in single precision, and of kernels that are not known; else they are the same', () => {
    const saved = (precision: 'f64' | 'f32', kernel: string): unknown =>
      kernelOf({ ...inPrecision(precision), kernel });
    expect(saved('f64', 'simd')).toEqual({ name: 'typescript', otherBits: null });
    expect(saved('f32', 'simd')).toEqual({ name: 'typescript', otherBits: 'simd' });
    expect(saved('f32', 'typescript')).toEqual({ name: 'typescript', otherBits: null });
    expect(saved('f64', 'a later one')).toEqual({ name: 'typescript', otherBits: 'a later one' });
  });
});
