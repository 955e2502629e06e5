import { HEADER, type FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { formatNumber, formatSigned } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { extremesOf } from '../extremes.ts';
import { hasComponents, hasMatrices, sitesOf, spaceOf } from '../lattice.ts';
import { siteIndex, weightWords } from '../names.ts';
import type { ViewSpec } from '../spec.ts';
import { makersWords } from './inspect.ts';
import { localParts } from './localParts.ts';
import { formOf, planOfAll } from './plan.ts';

export const fieldSpec: ViewSpec = {
  title: 'view.field.title',
  needs: 'view.field.needs',
  help: 'view.field.help',
};

/** What the lattice is: sites of a chain, of a sheet, or sheets. */
export function fieldGloss({ layout, tracks }: RunInfo): string {
  const [sheet] = layout.sheets;
  if (hasMatrices(layout)) return text('view.field.glossSheets', { sheets: layout.sheets.length });
  if (hasComponents(layout)) {
    const { rows, columns } = sheet;
    return text('view.field.glossComponents', { sheets: layout.sheets.length, rows, columns });
  }
  if (sheet.rows > 1) return text('view.field.glossSheet', { rows: sheet.rows, columns: sheet.columns });
  return text('view.field.glossChain', { sites: tracks[0].weightCount });
}

function summaryId(info: RunInfo): MessageId {
  const { layout } = info;
  if (hasMatrices(layout)) return 'view.field.summarySheets';
  if (hasComponents(layout)) return 'view.field.summaryComponents';
  if (layout.sheets[0].rows > 1) return 'view.field.summarySheet';
  if (spaceOf(layout) === 'strip') return 'view.field.summaryStrip';
  return layout.sheets.length > 1 ? 'view.field.summaryRings' : 'view.field.summaryRing';
}

/**
 * The field in words: its lattice, its largest and smallest weight and where they stand, and its lines.
 *  @param plan  what the picture shows; its first line is described
 */
export function fieldSummary(info: RunInfo, frame: FrameViews, plan = planOfAll(info)): string {
  const { sheets } = info.layout;
  const weights = plan.lines[0].read(frame);
  const { highest, lowest } = extremesOf(weights);
  const sites = sitesOf(sheets, weights.length);
  const place = (weight: number): string =>
    sheets.length > 1
      ? weightWords(sheets, sites, weight)
      : text('view.field.site', { site: siteIndex(sheets, sites, weight) });
  const words = text(summaryId(info), {
    weights: weights.length,
    sheets: sheets.length,
    rows: sheets[0].rows,
    columns: sheets[0].columns,
    time: formatNumber(frame.header[HEADER.time]),
    high: formatNumber(weights[highest]),
    highSite: place(highest),
    low: formatNumber(weights[lowest]),
    lowSite: place(lowest),
    tracks: plan.lines.map(({ words }) => words).join(', '),
  });
  return plan.sources === 'expansion'
    ? (localParts()?.summaryWith(words, place, weights.length) ?? words)
    : words;
}

/** The chosen weight in words, with its source and the samples that make it. */
export function chosenWords(info: RunInfo, frame: FrameViews, weight: number): string {
  const { weights } = frame.tracks[0];
  if (weight >= weights.length) return '';
  const { sheets } = info.layout;
  const name = weightWords(sheets, sitesOf(sheets, weights.length), weight);
  const value = formatSigned(weights[weight]);
  if (frame.header[HEADER.sources] !== 1 || formOf(info) === 'expansion') {
    const told = localParts()?.chosenWith(name, value, weight);
    return told ?? text('view.chosen', { weight: name, value });
  }
  const source = formatSigned(frame.sourceJ[weight]);
  const makers = makersWords(info, 'source', weight, frame.header[HEADER.batch]);
  return text('view.chosenSource', { weight: name, value, source, makers }).trim();
}
