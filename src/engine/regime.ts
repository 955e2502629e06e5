import type { Reals } from '../kernels/types.ts';
import {
  countModes,
  denseSpectrum,
  latticeSpectrum,
  regimes,
  type ModeCounts,
  type Regime,
  type Spectrum,
} from '../physics/spectrum.ts';
import type { System } from '../physics/types.ts';
import { spectrumEnds } from './curvature.ts';
import { HEADER } from './frame.ts';

export { regimes, type Regime };

/** What is known of the modes at the friction of this moment. */
export interface ModeFacts extends ModeCounts {
  readonly regime: Regime;
  /** Whether all modes were counted; else the counts are 0 and `fastest` is a bound from below. */
  readonly counted: boolean;
  /** Step at which the curvatures were found; null where they are the same everywhere. */
  readonly foundAt: number | null;
  /**
   * Friction at which the slowest and the fastest curved mode are critical at this moment, on the scale of γ: 2√λ of a
   * constant one, 2√λ/√−w of one that changes; null where they swing whatever γ is (w ≥ 0), or it is not known.
   */
  readonly slowest: number | null;
  readonly fastest: number | null;
}

/** Hessians up to this size are diagonalised when a run opens and after edits: some ten milliseconds. */
export const LARGEST_SPECTRUM = 256;
/** γ/2 this close to √λ counts as critical: a slider has three digits. */
const NEAR = 0.01;

/** What is known of a system's curvatures. */
export interface Curvatures {
  readonly system: System;
  /** All of them; null where they are too many, or change with redshift in no closed form. */
  readonly spectrum: Spectrum | null;
  /** A curvature that the largest one is at least: the largest Ritz value of a Krylov space. */
  readonly least: number;
  readonly foundAt: number | null;
}

/**
 * Finds the curvatures of a system where its weights are. Deterministic; its cost is bounded.
 *  @param step  of the run, told with what is found of a cost that is not quadratic
 */
export function findCurvatures(system: System, weights: Reals, stiffness: number, step: number): Curvatures {
  const foundAt = system.couplings(null) === null ? step : null;
  const stretched = system.gradientEnergy !== undefined;
  const small = system.weightCount <= LARGEST_SPECTRUM && !stretched;
  const spectrum = latticeSpectrum(system) ?? (small ? denseSpectrum(system, weights, stiffness) : null);
  if (spectrum !== null) return { system, spectrum, least: NaN, foundAt };
  const least = spectrumEnds(system, weights, stiffness).largest;
  return { system, spectrum: null, least, foundAt };
}

/** The curvatures of a part of the cost: all of them times a factor. **exact** */
export function scaled(known: Curvatures, factor: number): Curvatures {
  if (factor === 1) return known;
  const { spectrum, least } = known;
  const scaledSpectrum = spectrum && {
    ...spectrum,
    mass: factor * spectrum.mass,
    kappa: spectrum.kappa.map((kappa) => factor * kappa),
  };
  return { ...known, spectrum: scaledSpectrum, least: factor * least };
}

function regimeOf({ swinging, creeping, growing, fastest }: ModeCounts, gamma: number): Regime {
  if (fastest === null || !Number.isFinite(fastest)) return 'none';
  if (Math.abs(gamma - fastest) <= NEAR * fastest) return 'critical';
  if (swinging === 0) return 'overdamped';
  return creeping === 0 && growing === 0 ? 'underdamped' : 'mixed';
}

/** Friction of this moment at which a mode is critical. @param critical  2√λ  @param share  `dampingShare` */
function now(critical: number | null, share: number): number | null {
  return critical === null || share === 0 ? null : critical / share;
}

/**
 * What friction does to the modes now.
 *  @param gamma  of this moment
 *  @param share  the part of it that keeps modes from swinging, `dampingShare`: 1 at constant friction
 *  @param bound  an upper bound of the largest curvature that holds everywhere, at this stiffness; null: none
 *  **exact** for quadratic costs at constant friction; else of this moment, and of where the curvatures were found.
 *  Source: physics.md 3.1.
 */
export function modeFactsOf(
  known: Curvatures,
  stiffness: number,
  gamma: number,
  share: number,
  bound: number | null,
): ModeFacts {
  // At a big bang γ is infinite, and 0 of it is none.
  const held = share === 0 ? 0 : gamma * share;
  const { spectrum, foundAt, least } = known;
  if (spectrum !== null) {
    const counts = countModes(spectrum, stiffness, held);
    const critical = { slowest: now(counts.slowest, share), fastest: now(counts.fastest, share) };
    return { ...counts, ...critical, regime: regimeOf(counts, held), counted: true, foundAt };
  }
  // Redshift weakens K, so a bound from below at the start is none later; the bound from above follows it.
  const holds = known.system.gradientEnergy === undefined && least > 0;
  const critical = (held * held) / 4;
  const regime: Regime =
    holds && least > critical
      ? 'some-swing'
      : bound !== null && bound <= critical
        ? 'overdamped'
        : holds && bound === null
          ? 'likely-overdamped'
          : 'none';
  const fastest = now(holds ? 2 * Math.sqrt(least) : null, share);
  const counts = { flat: 0, creeping: 0, swinging: 0, growing: 0, slowest: null, fastest };
  return { ...counts, regime, counted: false, foundAt };
}

const orNaN = (value: number | null): number => value ?? NaN;
const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** Writes facts into the header of a frame. */
export function writeModes(header: Float64Array, facts: ModeFacts | null): void {
  header[HEADER.regime] = facts === null ? 0 : regimes.indexOf(facts.regime);
  header[HEADER.counted] = facts?.counted === true ? 1 : 0;
  header[HEADER.foundAt] = orNaN(facts?.foundAt ?? null);
  for (const name of ['flat', 'creeping', 'swinging', 'growing'] as const) {
    header[HEADER[name]] = facts?.[name] ?? 0;
  }
  header[HEADER.slowest] = orNaN(facts?.slowest ?? null);
  header[HEADER.fastest] = orNaN(facts?.fastest ?? null);
}

/** Reads them back. */
export function readModes(header: Float64Array): ModeFacts {
  return {
    regime: regimes[header[HEADER.regime]],
    counted: header[HEADER.counted] === 1,
    foundAt: orNull(header[HEADER.foundAt]),
    flat: header[HEADER.flat],
    creeping: header[HEADER.creeping],
    swinging: header[HEADER.swinging],
    growing: header[HEADER.growing],
    slowest: orNull(header[HEADER.slowest]),
    fastest: orNull(header[HEADER.fastest]),
  };
}
