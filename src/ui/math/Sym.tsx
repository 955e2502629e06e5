import type { JSX } from 'react';

/** Letters that stand upright in front of a symbol: a difference, a gradient. */
const UPRIGHT = /^[Δ∇∂]/u;

/**
 * A symbol of the theory in the italic of the equations: 'γ', 'Δt', 'σ_W', 'N'.
 * It is an ornament of the name beside it, which screen readers get.
 */
export function Sym({ of: symbol }: { readonly of: string }): JSX.Element {
  const upright = UPRIGHT.exec(symbol)?.[0] ?? '';
  const [letter, below] = symbol.slice(upright.length).split('_');
  return (
    <span className="sym" aria-hidden="true">
      {upright}
      <i>{letter}</i>
      {below === undefined ? null : <sub>{below}</sub>}
    </span>
  );
}
