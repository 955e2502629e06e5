import type { Kernels } from '../../kernels/types.ts';
import { createRandom, type Random } from '../../physics/math/random.ts';
import { activationNames, ParameterError } from '../../physics/parameters.ts';
import type { Declarations, Parameter, Values } from '../../physics/parameters.ts';
import { systems } from '../../physics/systems.ts';
import type { Part, System, SystemPart } from '../../physics/types.ts';

export type Settings = Readonly<Record<string, unknown>>;

/** Sizes that parts are tried at: small, different in each direction, and even, as uniform bonds ask. */
const SIZES = [8, 6, 4] as const;
const SAMPLES = 5;
/** Weights are not at the vacuum, and not so far that activations saturate. */
const SPREAD = 0.7;

/** Defaults of a part with some of them replaced. */
export function valuesOf(part: Part, settings: Settings = {}): Values<Declarations> {
  const defaults = Object.fromEntries(Object.entries(part.parameters).map(([name, p]) => [name, p.default]));
  return { ...defaults, ...settings } as Values<Declarations>;
}

/** The defaults of a part, its sizes made small enough that every weight can be tried. */
export function smallSettings(part: Part): Settings {
  const settings: Record<string, unknown> = {};
  let size = 0;
  for (const [name, p] of Object.entries(part.parameters)) {
    if (p.type !== 'integer') continue;
    const least = SIZES[Math.min(size, SIZES.length - 1)];
    if (p.default <= least) continue;
    settings[name] = Math.max(p.min, least);
    size++;
  }
  return settings;
}

/** Values that change what a system computes. */
function alternatives(p: Parameter): readonly unknown[] {
  switch (p.type) {
    case 'choice':
      return p.options.map(({ value }) => value);
    case 'boolean':
      return [false, true];
    case 'activation':
      return activationNames;
    default:
      return [];
  }
}

/** A part with one of its choices taken; `title` says which. */
export interface Variant {
  readonly title: string;
  readonly settings: Settings;
}

/**
 * Every choice of a part, one at a time: from its declarations alone, so that a new part is tried for nothing.
 * Choices that do not go with the others at their defaults are left out.
 */
export function variantsOf(part: SystemPart): readonly Variant[] {
  const base = smallSettings(part);
  const variants: Variant[] = [{ title: part.kind, settings: base }];
  for (const [name, p] of Object.entries(part.parameters)) {
    for (const value of alternatives(p)) {
      if (value === p.default) continue;
      const settings = { ...base, [name]: value };
      if (takes(part, settings)) variants.push({ title: `${part.kind}, ${name} ${String(value)}`, settings });
    }
  }
  return variants;
}

/** Whether a system takes these parameters. */
export function takes(part: SystemPart, settings: Settings): boolean {
  try {
    part.check?.(valuesOf(part, settings));
    return true;
  } catch (error) {
    if (error instanceof ParameterError) return false;
    throw error;
  }
}

export const normals = (random: Random, count: number): Float64Array =>
  Float64Array.from({ length: count }, () => random.normal());

/** A system with random data, and weights and a direction to try it at. */
export interface Specimen {
  readonly system: System;
  readonly weights: Float64Array;
  readonly direction: Float64Array;
}

/** Makes a system with normal inputs and targets in [0, 1], which are probabilities too. */
export function specimenOf(part: SystemPart, settings: Settings, kernels: Kernels): Specimen {
  const random = createRandom(20250308, 'data');
  const values = valuesOf(part, settings);
  const shape = part.shape(values);
  const sampleCount = shape === null ? 0 : SAMPLES;
  const inputs = normals(random, sampleCount * (shape?.inputs ?? 0));
  const targets = Float64Array.from({ length: sampleCount * (shape?.outputs ?? 0) }, () => random.uniform());
  const system = part.create(values, { sampleCount, inputs, targets }, kernels);
  const weights = normals(random, system.weightCount).map((w) => SPREAD * w);
  return { system, weights, direction: normals(random, system.weightCount) };
}

/** Whether the cost is quadratic in the weights, whatever the data. */
export function isQuadratic(part: SystemPart, settings: Settings): boolean {
  return part.quadratic(valuesOf(part, settings));
}

/** Every system with every choice. */
export function allVariants(): readonly (Variant & { readonly part: SystemPart })[] {
  return Object.values(systems).flatMap((part: SystemPart) =>
    variantsOf(part).map((variant) => ({ ...variant, part })),
  );
}

/** Every system at its defaults, and quadratic ones with every choice: their gradients have no corners. */
export function smoothVariants(): ReturnType<typeof allVariants> {
  return allVariants().filter(
    ({ part, settings, title }) => isQuadratic(part, settings) || title === part.kind,
  );
}
