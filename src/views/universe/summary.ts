import { HEADER, type FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { expansionOf } from '../../scenario/expansion.ts';
import { segmentsOf, type Segment } from '../../scenario/segments.ts';
import { siteSpacing } from '../../scenario/spacing.ts';
import { presentOf, useLab } from '../../store/index.ts';
import { fluidWords, shapeWords } from './schedule/labels.ts';
import { hubbleShare } from './rings.ts';
import { rowOf, sheetOf } from './row.ts';

function segmentWords(segment: Segment): string {
  return `${shapeWords(segment.shape)}, ${fluidWords(segment)}`;
}

/** The horn in words. @param coarse  whether the rows of its past do not follow the fastest wave */
export function universeSummary(info: RunInfo, frame: FrameViews, coarse = false): string {
  const words = hornWords(info, frame);
  return coarse ? `${words}. ${text('universe.coarse')}` : words;
}

function hornWords(info: RunInfo, frame: FrameViews): string {
  const { header } = frame;
  const time = header[HEADER.time];
  const log = header[HEADER.logScaleFactor];
  const hubble = header[HEADER.hubble];
  const scenario = presentOf(info).scenario;
  const { selected } = useLab.getState();
  const { weightCount } = info.tracks[0];
  const sheet = sheetOf(info.layout, weightCount, selected);
  const row = rowOf(info.layout, weightCount, selected);
  if (row === null) return text('universe.noSites');
  // Once round a whole sheet is once along its rows.
  const round = sheet?.columns ?? row.sites;
  const sites = sheet === null ? round : `${sheet.rows} × ${sheet.columns}`;
  if (log === -Infinity) return text('universe.summaryAtBang', { time: formatNumber(time), sites });
  const spacing = siteSpacing(scenario.system);
  const scale = Math.exp(log);
  const speed = info.wave?.speed ?? 0;
  const share = hubbleShare(hubble, round, speed, scale);
  const expansion = expansionOf(scenario, info.dimension);
  const [now] = segmentsOf(scenario.expansion, expansion, time, time + Math.max(1e-6, 1e-6 * time));
  const bang = !Number.isFinite(header[HEADER.efolds]);
  return text(bang ? 'universe.summaryBang' : 'universe.summary', {
    time: formatNumber(time),
    efolds: formatNumber(bang ? log : header[HEADER.efolds]),
    scale: formatNumber(scale),
    hubble: formatNumber(hubble),
    length:
      share > 0
        ? text('universe.lengthOf', {
            length: formatNumber((speed * spacing) / hubble),
            share: formatNumber(share, 2),
          })
        : text(hubble > 0 ? 'universe.lengthNoWaves' : 'universe.lengthNone'),
    sites,
    spacing: formatNumber(spacing * scale),
    history: segmentWords(now),
  });
}

/** The schedule in words: its values now, and every stretch. */
export function scheduleSummary(eta: number, hubble: number, segments: readonly Segment[]): string {
  return text('universe.scheduleSummary', {
    eta: formatNumber(eta),
    hubble: formatNumber(hubble),
    segments: segments
      .map((segment) =>
        text('universe.segmentSummary', {
          from: formatNumber(segment.from),
          to: formatNumber(segment.to),
          shape: shapeWords(segment.shape),
          fluid: fluidWords(segment),
        }),
      )
      .join('. '),
  });
}
