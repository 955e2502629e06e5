import type * as parts from './local.ts';

/** What only costs without couplings need, loaded with the first of them. */
type LocalParts = typeof parts;

let loaded: LocalParts | null = null;

/** null until they are loaded. */
export const localParts = (): LocalParts | null => loaded;

export async function loadLocalParts(): Promise<void> {
  loaded ??= await import('./local.ts');
}
