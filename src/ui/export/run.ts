import { version } from '../../../package.json';
import { text } from '../../messages/index.ts';
import { printJson } from '../../scenario/plain.ts';
import { presentStep, useLab } from '../../store/index.ts';
import type { SvgNote } from './svg.ts';

/** Name and version of this software, as files name what made them. */
export const SOFTWARE = `Synaptic Field Lab ${version}`;
export const VERSION: string = version;
export const PAPER = 'arXiv:2503.08827';

/** Keyword of the run document in PNG files. */
export const RUN_KEYWORD = 'Synaptic Field Lab';

/** What a file says of the run that it shows. */
export interface RunNote extends SvgNote {
  readonly seed: number;
  readonly step: number;
}

/** Lines by which a table names its run. */
export const commentOf = ({ software, title, seed, text }: RunNote): readonly string[] => [
  `${software}, scenario "${title}", seed ${seed}`,
  // Line breaks of JSON stand between its parts alone: without them every number keeps its bits, -0 too.
  `run document: ${text.trim().replaceAll(/\n */g, ' ')}`,
];

/** The same of the run at another step: its document opens there. */
export function noteAt(note: RunNote, step: number): RunNote {
  const document = JSON.parse(note.text) as { readonly view?: object };
  return { ...note, step, text: `${printJson({ ...document, view: { ...document.view, step } })}\n` };
}

/** The run as it stands now. @param picture  its name; left out: of no one picture */
export function noteNow(picture?: string): RunNote {
  const { document, save } = useLab.getState();
  const scene = document?.scenario.title ?? '';
  const title = picture === undefined ? scene : text('chart.fileTitle', { chart: picture, scene });
  return { title, software: SOFTWARE, text: save(), seed: document?.scenario.seed ?? 0, step: presentStep() };
}
