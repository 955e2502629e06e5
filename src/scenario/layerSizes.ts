/**
 * Changes of a list of layer sizes by hand: one layer wider or narrower, one more, one fewer. Pure; what is not possible
 * says why. The first and the last of the list are given by the data.
 */
import type { IntegersParameter } from '../physics/parameters.ts';
import type { Scenario } from './types.ts';
import { declarationsOf } from './sections.ts';

export type SizesLimits = Pick<IntegersParameter, 'min' | 'max' | 'minLength' | 'maxLength'>;

/** Why a change is not possible: a layer at its limits, or as many layers as there may be, or as few. */
export type SizesFault = 'narrowest' | 'widest' | 'most' | 'fewest';

/** A change: the new list, or why there is none. */
export type Resized = readonly number[] | SizesFault;

/** The list with one layer of another width. */
export function widened(
  sizes: readonly number[],
  layer: number,
  width: number,
  { min, max }: SizesLimits,
): Resized {
  if (width < min) return 'narrowest';
  if (width > max) return 'widest';
  return sizes.map((size, n) => (n === layer ? width : size));
}

/** The list with one more layer behind another one, as wide as that, or as the next where the inputs are before it. */
export function inserted(sizes: readonly number[], after: number, { maxLength }: SizesLimits): Resized {
  if (sizes.length >= maxLength) return 'most';
  const hidden = sizes.slice(1, -1);
  const width = after > 0 ? sizes[after] : (hidden.at(0) ?? NEW_WIDTH);
  return [...sizes.slice(0, after + 1), width, ...sizes.slice(after + 1)];
}

/** Width of the first hidden layer of a network that had none. */
const NEW_WIDTH = 8;

/** The list without one of its hidden layers. */
export function removed(sizes: readonly number[], layer: number, { minLength }: SizesLimits): Resized {
  if (sizes.length <= minLength) return 'fewest';
  return sizes.filter((_, n) => n !== layer);
}

/** The list of layer sizes of a scenario's system: its path, its limits and what it is now; null where it has none. */
export function layerSizesOf(scenario: Scenario): {
  readonly path: string;
  readonly limits: SizesLimits;
  readonly sizes: readonly number[];
} | null {
  const { system } = scenario;
  for (const [name, declaration] of Object.entries(declarationsOf('system', system.kind))) {
    if (declaration.type !== 'integers' || declaration.between === undefined) continue;
    const sizes = system[name];
    if (Array.isArray(sizes)) return { path: `system.${name}`, limits: declaration, sizes };
  }
  return null;
}
