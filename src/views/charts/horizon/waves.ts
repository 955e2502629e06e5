import { HEADER, type FrameViews } from '../../../engine/frame.ts';
import type { RunInfo } from '../../../engine/protocol.ts';
import { scalarSourcesOf } from '../../../scenario/fieldSources.ts';
import { commandPath } from '../../../scenario/patch.ts';
import type { Edit, Scenario } from '../../../scenario/types.ts';
import { presentOf } from '../../../store/index.ts';
import type { Traces } from '../types.ts';
import type { Waves } from './figure.ts';
import { waveSources, type WaveSources } from './modes.ts';

/** The scenario of a run as it stands, and its K at a = 1 where that is redshifted; made once for each state of a run. */
interface Known {
  readonly info: RunInfo;
  readonly redshift: boolean;
  readonly K: ArrayLike<number> | null;
}
let known: Known | null = null;

function knownOf(info: RunInfo): Known {
  if (known?.info === info) return known;
  const scenario: Scenario = presentOf(info).scenario;
  const redshift = scenario.system.redshift === 'physical';
  known = { info, redshift, K: redshift ? (scalarSourcesOf(scenario)?.K ?? null) : null };
  return known;
}

/** Means of the sources in force, which every frame repeats: found once for each set of them. */
let means: { readonly info: RunInfo; readonly id: number; readonly sources: WaveSources | null } | null =
  null;

function meansOf(info: RunInfo, frame: FrameViews, K: ArrayLike<number> | null): WaveSources | null {
  const id = frame.header[HEADER.couplings];
  if (means?.info === info && means.id === id) return means.sources;
  const sources = waveSources(frame.sourceJ, K ?? frame.couplingK);
  means = { info, id, sources };
  return sources;
}

/**
 * The waves of a run's lattice, or why there are none: no lattice of waves, or a bond with K ≤ 0.
 *  @param first  see Waves
 */
export function wavesOf(info: RunInfo, frame: FrameViews, first: number): Waves | 'none' | 'broken' {
  const { layout, quadratic } = info;
  const [sheet] = layout.sheets;
  const closed = layout.sheets.length === 1 && sheet.periodicColumns;
  if (!quadratic || !closed || frame.header[HEADER.sources] !== 1) return 'none';
  const { redshift, K } = knownOf(info);
  const sources = meansOf(info, frame, K);
  // The rows of a torus have waves of their own.
  const rows = sheet.periodicRows ? sheet.rows : 1;
  return sources === null ? 'broken' : { sources, sites: sheet.columns, rows, redshift, first };
}

/** First row of a history at or after the last edit that made other J or K; 0 where there was none. */
export function firstRow(edits: readonly Edit[], traces: Traces, length: number): number {
  const last = edits.filter(({ command }) => /^(system|data)\b/.test(commandPath(command))).at(-1);
  if (last === undefined || last.step === 0) return 0;
  return Math.min(length - 1, traces.rowsUpTo(last.step - 1));
}
