import { HEADER, type FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { formatNumber } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { extremesOf } from '../extremes.ts';
import { sitesOf, spaceOf } from '../lattice.ts';
import { siteIndex, weightWords } from '../names.ts';
import type { ViewSpec } from '../spec.ts';
import { tracksOnLattice, trackWords } from '../tracks.ts';

export const fieldSpec: ViewSpec = {
  title: 'view.field.title',
  needs: 'view.field.needs',
  help: 'view.field.help',
};

/** What the lattice is: sites of a chain, of a sheet, or sheets. */
export function fieldGloss({ layout, tracks }: RunInfo): string {
  const [sheet] = layout.sheets;
  if (layout.shape === 'layers') return text('view.field.glossSheets', { sheets: layout.sheets.length });
  if (sheet.rows > 1) return text('view.field.glossSheet', { rows: sheet.rows, columns: sheet.columns });
  return text('view.field.glossChain', { sites: tracks[0].weightCount });
}

function summaryId(info: RunInfo): MessageId {
  const { layout } = info;
  if (layout.shape === 'layers') return 'view.field.summarySheets';
  if (layout.sheets[0].rows > 1) return 'view.field.summarySheet';
  if (spaceOf(layout) === 'strip') return 'view.field.summaryStrip';
  return layout.sheets.length > 1 ? 'view.field.summaryRings' : 'view.field.summaryRing';
}

/** The field in words: its lattice, its largest and smallest weight and where they stand, and its tracks. */
export function fieldSummary(info: RunInfo, frame: FrameViews): string {
  const { sheets } = info.layout;
  const { weights } = frame.tracks[0];
  const { highest, lowest } = extremesOf(weights);
  const sites = sitesOf(sheets, weights.length);
  const place = (weight: number): string =>
    sheets.length > 1
      ? weightWords(sheets, sites, weight)
      : text('view.field.site', { site: siteIndex(sheets, sites, weight) });
  return text(summaryId(info), {
    weights: weights.length,
    sheets: sheets.length,
    rows: sheets[0].rows,
    columns: sheets[0].columns,
    time: formatNumber(frame.header[HEADER.time]),
    high: formatNumber(weights[highest]),
    highSite: place(highest),
    low: formatNumber(weights[lowest]),
    lowSite: place(lowest),
    tracks: tracksOnLattice(info)
      .map((track) => trackWords(info, track))
      .join(', '),
  });
}
