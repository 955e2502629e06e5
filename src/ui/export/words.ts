import { formatInteger, formatShort } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import type { PresentRun } from '../../store/index.ts';
import { valueGroups } from '../worksheet/values.ts';
import { PAPER, VERSION } from './run.ts';

/** Entries of the paper whose theory the lab shows, and of this software. */
export function bibtexOf(year: number): string {
  return `@misc{synapticFieldTheory2025,
  title         = {Synaptic Field Theory for Neural Networks},
  author        = {Lee, Donghee and Lee, Hye-Sung and Yi, Jaeok},
  year          = {2025},
  eprint        = {${PAPER.replace('arXiv:', '')}},
  archivePrefix = {arXiv}
}

@software{synapticFieldLab,
  title   = {Synaptic Field Lab},
  version = {${VERSION}},
  year    = {${year}},
  note    = {Run from its saved document; see the paragraph of methods}
}`;
}

/** Numbers of the moment that a paragraph is about. */
export interface Moment {
  readonly step: number;
  readonly time: number;
}

/** What was run, as a paper says it: every value of every part, to six digits, as the run stands. */
export function methodsOf(info: RunInfo, { document, scenario }: PresentRun, { step, time }: Moment): string {
  const resolved = (path: string): number | null =>
    path === 'dynamics.dt' ? info.dt : path === 'expansion.d' ? info.dimension : null;
  const parts = valueGroups([scenario], resolved).map(({ title, kinds, rows }) => {
    const values = rows.flatMap(({ symbol, name, values: [value] }) =>
      value === null ? [] : [`${name}${symbol === '' ? '' : ` ${symbol}`} = ${value}`],
    );
    const list = values.length === 0 ? '' : ` (${values.join('; ')})`;
    return text('export.methods.part', { title, kind: kinds[0], list });
  });
  const { sampleCount } = info.data;
  return [
    text('export.methods.begin', { title: scenario.title, version: VERSION, paper: PAPER }),
    text('export.methods.size', { weights: formatInteger(info.tracks[0].weightCount), samples: sampleCount }),
    ...parts,
    text('export.methods.end', {
      seed: String(scenario.seed),
      kernel: info.kernel,
      steps: step,
      time: formatShort(time, 6),
    }),
    ...(document.edits.length === 0 ? [] : [text('export.methods.edits', { count: document.edits.length })]),
  ].join(' ');
}
