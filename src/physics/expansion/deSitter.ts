import { real } from '../parameters.ts';
import type { Expansion, ExpansionPart } from '../types.ts';
import { constantKick } from './scheduleHistory.ts';

const parameters = {
  gamma: real({
    symbol: 'γ',
    label: 'friction',
    help: 'Friction γ = 1/η, which is d times the Hubble rate H.',
    unit: '1/t',
    source: 'Eq. 5',
    apply: 'live',
    default: 0.3,
    min: 0,
    exclusiveMin: true,
    slider: [0.01, 20],
    scale: 'log',
  }),
};

/**
 * De Sitter space: constant friction, a constant learning rate.
 *    γ(t) = γ,  a = e^{Ht},  H = γ/d,  a = 1 at t = 0;  w_eff = −1. **exact**
 *  Kick: E = e^{−γΔ}, c = (1 − E)/γ, relative error below 1e-15, continuous to γ = 0.
 *  Source: physics.md 3.3, 4.1; arXiv:2503.08827, Eqs. 8-10 (only sqrt(-g) is that of de Sitter).
 */
function create({ gamma }: { readonly gamma: number }, dimension: number): Expansion {
  // On a regular clock every half step is as long as the last.
  let knownDelta = NaN;
  const known = new Float64Array(2);
  return {
    dimension,
    gamma: () => gamma,
    logScaleFactor: (t) => (gamma / dimension) * t,
    equationOfState: () => -1,
    kick(t1, t2, out, at) {
      const delta = t2 - t1;
      if (delta !== knownDelta) {
        constantKick(gamma, delta, known, 0);
        knownDelta = delta;
      }
      out[at] = known[0];
      out[at + 1] = known[1];
    },
    smallestGamma: () => gamma,
    initialResponse: () => 1,
  };
}

export const deSitter: ExpansionPart<typeof parameters> = {
  kind: 'de-sitter',
  label: 'De Sitter',
  help: 'Constant friction, so a constant learning rate: √−g is that of de Sitter space, which grows exponentially.',
  source: 'Eqs. 8–10',
  parameters,
  create,
  steady: () => true,
};
