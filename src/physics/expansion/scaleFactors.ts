import { scaleFactorTex as a, type Formula } from '../formula.ts';

/** Digits of an exponent that is written out. */
const DIGITS = 3;

/** No friction: a = 1. **exact** */
export const flatScaleFactor: Formula = { id: 'closed-flat-scale', tex: `${a} = 1`, plain: 'a = 1' };

/** Constant friction, counted from a = 1 at t = 0. **exact** */
export const steadyScaleFactor: Formula = {
  id: 'closed-ds-scale',
  tex: `${a} = e^{Ht},\\quad H=\\gamma/d`,
  plain: 'a = e^(Ht), H = γ/d',
};

/** γ = n/t, a = 1 at t = 1. **exact** */
export function powerScaleFactor(n: number, dimension: number): Formula {
  const exponent = String(Number((n / dimension).toPrecision(DIGITS)));
  return {
    id: 'closed-power-scale',
    tex: `${a} = t^{n/d} = t^{${exponent}}`,
    plain: `a = t^(n/d) = t^${exponent}`,
  };
}
