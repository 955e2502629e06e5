import { cos, exp, sin } from '../math/elementary.ts';

/** A free relativistic field in units of its lattice: ω² = c²k² + m², c² = K, m² = J, lengths in sites. */
export interface RelativisticField {
  readonly K: number;
  readonly J: number;
}

/** A wave packet that is a Gaussian of width s at rest in a frame that moves with speed β c. */
export interface BoostedPacket {
  readonly center: number;
  readonly width: number;
  /** β = v/c, −1 < β < 1. */
  readonly speed: number;
  readonly amplitude: number;
}

/** Waves below this part of the largest are left out. */
const FAINT = 1e-18;

/** One wave of a packet: F cos(k x − ω t). */
export interface PacketWave {
  readonly k: number;
  readonly omega: number;
  readonly weight: number;
}

/** Γ = 1/√(1 − β²). */
export const lorentzFactor = (speed: number): number => 1 / Math.sqrt(1 - speed * speed);

/**
 * The waves of a boosted packet round a ring, highest at its centre at t = 0.
 *    F(k) = e^{−s²k′²/2} ω′/ω,  k′ = Γ(k − βω/c),  ω′ = Γ(ω − βck):  φ(x, t) = φ′(x′, t′), since dk/ω is invariant
 *  **exact** in the continuum: ω² − c²k² = ω′² − c²k′² = m² for every one of them.
 *  @param N  sites round the ring; k = 2πm/N
 *  Source: physics.md 1.4 (uniform A is Eq. 17, at γ = 0 Klein-Gordon).
 */
export function packetWaves(
  N: number,
  { K, J }: RelativisticField,
  packet: BoostedPacket,
): readonly PacketWave[] {
  const { width, speed } = packet;
  const gamma = lorentzFactor(speed);
  const c = Math.sqrt(K);
  const waves: PacketWave[] = [];
  let total = 0;
  for (let m = -Math.floor((N - 1) / 2); m <= Math.floor((N - 1) / 2); m++) {
    const k = (2 * Math.PI * m) / N;
    const omega = Math.sqrt(J + K * k * k);
    // Without mass a uniform field does not swing.
    if (omega === 0) continue;
    const restK = gamma * (k - (speed * omega) / c);
    const weight = (exp(-(width * width * restK * restK) / 2) * gamma * (omega - speed * c * k)) / omega;
    if (!(weight > FAINT)) continue;
    total += weight;
    waves.push({ k, omega, weight });
  }
  return waves.map((wave) => ({ ...wave, weight: (packet.amplitude * wave.weight) / total }));
}

/** φ and φ̇ of a packet's waves at a place, at a time. */
export function packetAt(
  waves: readonly PacketWave[],
  x: number,
  t: number,
): { readonly w: number; readonly v: number } {
  let w = 0;
  let v = 0;
  for (const { k, omega, weight } of waves) {
    const phase = k * x - omega * t;
    w += weight * cos(phase);
    v += weight * omega * sin(phase);
  }
  return { w, v };
}
