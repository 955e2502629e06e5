import type { MessageId } from '../../messages/index.ts';
import {
  isFrictionless,
  isSteady,
  powerOf,
  scaleFactorOf,
  type Expansion,
} from '../../scenario/expansion.ts';
import { partOf } from '../../scenario/sections.ts';
import type { Scenario, Section } from '../../scenario/types.ts';
import type { Equation } from '../math/equations.ts';
import {
  dampedMode,
  deSitterRedshifted,
  powerRedshifted,
  restingMode,
  startedMode,
  swingingMode,
} from './closedModes.ts';

/** Closed forms of a run, as physics.md 3.3 and 3.5 have them. **exact** */
export interface ClosedForms {
  /** a(t), piece by piece; empty where none is shown. */
  readonly scales: readonly Equation[];
  /** A mode of the run, and what kind of one it is; null where none is shown. */
  readonly mode: { readonly equation: Equation; readonly words: MessageId } | null;
  /** Why no mode is shown. */
  readonly none: MessageId;
}

/** What decides whether modes have closed forms, beside the history. */
export interface Nature {
  /** All modes keep their frequencies: the cost is quadratic, and the same at every step. */
  readonly quadratic: boolean;
  readonly firstOrder: boolean;
  readonly redshifted: boolean;
  /** J where it is one number for all sites. */
  readonly mass: number | null;
}

/** @param quadratic  whether the cost is, as the engine tells */
export function natureOf({ system, dynamics, batch }: Scenario, quadratic: boolean): Nature {
  return {
    quadratic: quadratic && batch.kind === 'full',
    firstOrder: partOf('dynamics', dynamics.kind).firstOrder,
    redshifted: system.redshift === 'physical',
    mass: typeof system.J === 'number' ? system.J : null,
  };
}

function numberIn(section: Section, name: string): number {
  const value = section[name];
  return typeof value === 'number' ? value : NaN;
}

/** The closed forms that are shown of a run: only what is exact of it. */
export function closedForms(section: Section, expansion: Expansion, nature: Nature): ClosedForms {
  const d = expansion.dimension;
  const n = powerOf(section, expansion);
  const start = Number.isNaN(numberIn(section, 't0')) ? 0 : numberIn(section, 't0');
  const flat = isFrictionless({ expansion: section });
  const constant = isSteady({ expansion: section });
  const scales = scaleFactorOf(section, start, d);
  const mode = (equation: Equation, words: MessageId): ClosedForms => ({
    scales,
    mode: { equation, words },
    none: 'universe.rail.closedNone',
  });
  const without = (none: MessageId): ClosedForms => ({ scales, mode: null, none });
  if (nature.firstOrder) return without('universe.rail.closedNoneFirst');
  if (!nature.quadratic) return without('universe.rail.closedNoneCost');
  // a = 1: nothing is stretched.
  if (flat) return mode(swingingMode(start), 'universe.rail.closedStarted');
  if (nature.redshifted) {
    if (n !== null && nature.mass === 0) {
      return mode(powerRedshifted(n, d), 'universe.rail.closedRedshift');
    }
    return constant && nature.mass !== null
      ? mode(deSitterRedshifted, 'universe.rail.closedRedshift')
      : without('universe.rail.closedNone');
  }
  if (constant) return mode(dampedMode(start), 'universe.rail.closedStarted');
  if (n === null) return without('universe.rail.closedNone');
  return start === 0
    ? mode(restingMode(n), 'universe.rail.closedMode')
    : mode(startedMode(n), 'universe.rail.closedGeneral');
}
