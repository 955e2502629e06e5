import { cos, exp, sin } from './elementary.ts';

/** Two solutions of Bessel's equation of one order, and their derivatives. */
export interface BesselPair {
  readonly f: number;
  readonly df: number;
  readonly g: number;
  readonly dg: number;
}

/** Nodes and weights of Gauss-Legendre quadrature with 16 points on (−1, 1), the positive half. */
const NODES = [
  0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438, 0.755404408355003,
  0.8656312023878318, 0.9445750230732326, 0.9894009349916499,
];
const WEIGHTS = [
  0.1894506104550685, 0.1826034150449236, 0.16915651939500254, 0.14959598881657674, 0.12462897125553388,
  0.09515851168249279, 0.062253523938647894, 0.027152459411754096,
];
/** Radians of phase in one panel. */
const PANEL = 8;
/** e^−SMALL is nothing beside 1. */
const SMALL = 42;
/** Arguments beyond it would take too many panels. */
const LARGEST = 2000;

/** ∫ over (0, end) of four functions at once, panel by panel. */
function integrate(
  end: number,
  panels: number,
  add: (t: number, weight: number, sums: Float64Array) => void,
): Float64Array {
  const sums = new Float64Array(4);
  const half = end / panels / 2;
  for (let panel = 0; panel < panels; panel++) {
    const middle = (2 * panel + 1) * half;
    for (let i = 0; i < NODES.length; i++) {
      add(middle - half * NODES[i], half * WEIGHTS[i], sums);
      add(middle + half * NODES[i], half * WEIGHTS[i], sums);
    }
  }
  return sums;
}

/** Where z sinh t − ν t has grown to SMALL. */
function endOf(z: number, nu: number): number {
  let end = Math.min(1, SMALL / z);
  for (let n = 0; n < 60 && 0.5 * z * (exp(end) - exp(-end)) - nu * end < SMALL; n++) end *= 1.15;
  return end;
}

/**
 * Two solutions of  z² f″ + z f′ + (z² − ν²) f = 0  with Wronskian f g′ − f′ g of one sign.
 *    ν² ≥ 0: J_ν, Y_ν;  ν² < 0, ν = iμ: Re J_{iμ}, Im J_{iμ}
 *  by Schläfli's integrals, J_ν = (1/π)∫₀^π cos(νθ − z sin θ) dθ − (sin νπ/π)∫₀^∞ e^{−z sinh t − νt} dt and Y_ν alike.
 *  @param order2  ν²
 *  @param z       > 0
 *  @returns NaN beyond z = 2000
 *  Absolute error about 1e-15 of the larger solution; of imaginary orders e^{πμ/2} times that.
 *  Source: DLMF 10.9.6, 10.9.7; 10.24 for imaginary orders.
 */
export function besselPair(order2: number, z: number): BesselPair {
  if (!(z > 0) || z > LARGEST) return { f: NaN, df: NaN, g: NaN, dg: NaN };
  const nu = Math.sqrt(Math.abs(order2));
  const panels = Math.ceil(1 + (Math.PI * (z + nu)) / PANEL);
  const end = endOf(z, order2 >= 0 ? nu : 0);
  const tail = Math.ceil(6 + 2 * end + (order2 < 0 ? (nu * end) / PANEL : 0));
  return order2 >= 0 ? realPair(nu, z, panels, end, tail) : imaginaryPair(nu, z, panels, end, tail);
}

function realPair(nu: number, z: number, panels: number, end: number, tail: number): BesselPair {
  const round = integrate(Math.PI, panels, (t, weight, sums) => {
    const s = sin(t);
    const phase = nu * t - z * s;
    const [c, d] = [weight * cos(phase), weight * sin(phase)];
    sums[0] += c;
    sums[1] += s * d;
    sums[2] -= d;
    sums[3] += s * c;
  });
  const [sinNu, cosNu] = [sin(nu * Math.PI), cos(nu * Math.PI)];
  const off = integrate(end, tail, (t, weight, sums) => {
    const sinh = 0.5 * (exp(t) - exp(-t));
    const down = weight * exp(-z * sinh - nu * t);
    const both = weight * exp(-z * sinh + nu * t) + cosNu * down;
    sums[0] += down;
    sums[1] -= sinh * down;
    sums[2] += both;
    sums[3] -= sinh * both;
  });
  return {
    f: (round[0] - sinNu * off[0]) / Math.PI,
    df: (round[1] - sinNu * off[1]) / Math.PI,
    g: (round[2] - off[2]) / Math.PI,
    dg: (round[3] - off[3]) / Math.PI,
  };
}

function imaginaryPair(mu: number, z: number, panels: number, end: number, tail: number): BesselPair {
  const round = integrate(Math.PI, panels, (t, weight, sums) => {
    const s = sin(t);
    const [up, down] = [exp(mu * t), exp(-mu * t)];
    const [cosh, sinh] = [(weight * (up + down)) / 2, (weight * (up - down)) / 2];
    const [c, d] = [cos(z * s), sin(z * s)];
    sums[0] += cosh * c;
    sums[1] -= s * cosh * d;
    sums[2] += sinh * d;
    sums[3] += s * sinh * c;
  });
  const sinhMu = 0.5 * (exp(mu * Math.PI) - exp(-mu * Math.PI));
  const off = integrate(end, tail, (t, weight, sums) => {
    const sinh = 0.5 * (exp(t) - exp(-t));
    const size = weight * exp(-z * sinh);
    const [c, d] = [size * cos(mu * t), size * sin(mu * t)];
    sums[0] += d;
    sums[1] -= sinh * d;
    sums[2] += c;
    sums[3] -= sinh * c;
  });
  return {
    f: (round[0] - sinhMu * off[0]) / Math.PI,
    df: (round[1] - sinhMu * off[1]) / Math.PI,
    g: (round[2] - sinhMu * off[2]) / Math.PI,
    dg: (round[3] - sinhMu * off[3]) / Math.PI,
  };
}
