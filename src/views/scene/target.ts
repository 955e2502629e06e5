/** What a hand can point at: a weight, the source on its site, the coupling on a bond, a neuron, a place of a surface. */
export interface Target {
  readonly kind: 'weight' | 'source' | 'coupling' | 'neuron' | 'place';
  readonly index: number;
}

/** The weight that a target lights everywhere; null for all that is none. */
export function weightOf(target: Target | null): number | null {
  return target !== null && (target.kind === 'weight' || target.kind === 'source') ? target.index : null;
}

/** Whether two targets are the same. */
export function sameTarget(a: Target | null, b: Target | null): boolean {
  return a === b || (a !== null && b !== null && a.kind === b.kind && a.index === b.index);
}
