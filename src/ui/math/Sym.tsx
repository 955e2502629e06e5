import type { JSX } from 'react';

/** Letters that stand upright in front of a symbol: a difference, a gradient. */
const UPRIGHT = /^[Δ∇∂]/u;
/** Lowered digits at the end: the font of the equations has none of its own. */
const LOWERED = /[₀-₉]+$/u;

const digitsOf = (lowered: string): string =>
  [...lowered].map((digit) => (digit.codePointAt(0) ?? 0) - 0x2080).join('');

/**
 * A symbol of the theory in the italic of the equations: 'γ', 'Δt', 'σ_W', 'N'.
 * It is an ornament of the name beside it, which screen readers get.
 */
export function Sym({ of: symbol }: { readonly of: string }): JSX.Element {
  const upright = UPRIGHT.exec(symbol)?.[0] ?? '';
  const [name, index] = symbol.slice(upright.length).split('_');
  const lowered = LOWERED.exec(name)?.[0] ?? '';
  const letter = name.slice(0, name.length - lowered.length);
  const below = lowered === '' ? index : digitsOf(lowered);
  return (
    <span className="sym" aria-hidden="true">
      {upright}
      <i>{letter}</i>
      {below === undefined ? null : <sub>{below}</sub>}
    </span>
  );
}
