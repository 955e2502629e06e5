import type { RunInfo } from '../../engine/protocol.ts';
import { textbookReach } from '../../scenario/trackChoices.ts';

/** Gradient descent in steps against its bound. */
export interface TextbookBound {
  /** η Δt λ for one step. */
  readonly value: number;
  readonly kept: boolean;
}

/**
 * How far steps of descent stand from their bound.
 *    η Δt λ < 2
 *  @param eta        learning rate, as given or 1/γ
 *  @param curvature  largest λ
 *  @param jump       time that one step stands for; 1 is the textbook's
 *  @returns null where the rate is 0 or infinite, or no curvature is known
 *  **exact** for quadratic costs; **approximate (near the start)** elsewhere.
 *  Source: physics.md 3.2.
 */
export function textbookBound(eta: number, curvature: number, jump: number): TextbookBound | null {
  if (!(eta > 0) || !Number.isFinite(eta) || !(curvature > 0)) return null;
  const value = eta * jump * curvature;
  return { value, kept: value < 2 };
}

/**
 * The bound of the steps of descent of a run. Those that are on the clock have a rate and a jump of their own; those that
 * are not yet will follow friction.
 */
export function boundOf(info: Pick<RunInfo, 'tracks' | 'dt'>, gamma: number): TextbookBound | null {
  const track = info.tracks.find(({ jump }) => jump !== null);
  const { curvature } = track ?? info.tracks[0];
  return textbookBound(track?.eta ?? 1 / gamma, curvature, track?.jump ?? textbookReach(info.dt));
}
