import { typescriptKernels } from '../../src/kernels/index.ts';
import { createSimulation, type Simulation } from '../../src/engine/simulation.ts';
import { parseRunDocument } from '../../src/scenario/document.ts';
import type { RunDocument } from '../../src/scenario/types.ts';

/** A bump on a small ring with little friction: it swings, and dies slowly. */
export const ringSections = {
  system: { kind: 'ring-shared', N: 12 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  initial: { kind: 'bump', center: 4, width: 2, amplitude: 1 },
  dynamics: { kind: 'second-order', dt: 0.0625 },
  expansion: { kind: 'de-sitter', gamma: 0.3 },
};

/** A run document from the sections that matter; the rest takes its defaults. No further tracks unless given. */
export function documentOf(
  sections: Readonly<Record<string, unknown>>,
  tracks: readonly unknown[] = [],
  edits: readonly unknown[] = [],
): RunDocument {
  const scenario = { version: 1, ...sections };
  return parseRunDocument(JSON.stringify({ version: 1, scenario, edits, tracks, view: {} }));
}

/** A simulation of a scenario given by the sections that matter. */
export function simulate(
  sections: Readonly<Record<string, unknown>>,
  tracks: readonly unknown[] = [],
  edits: readonly unknown[] = [],
): Simulation {
  return createSimulation(documentOf(sections, tracks, edits), typescriptKernels);
}

/** Bits of a Float64Array, to compare exactly (−0 and NaN included). */
export function bits(values: ArrayLike<number>): string {
  return Buffer.from(Float64Array.from(values).buffer).toString('hex');
}

/** A command that sets a value. @throws where it is another one */
export function setIn<T extends { readonly kind: string }>(command: T): Extract<T, { readonly kind: 'set' }> {
  if (command.kind !== 'set') throw new Error(`a command of kind ${command.kind}`);
  return command as Extract<T, { readonly kind: 'set' }>;
}
