import { text } from '../../../messages/index.ts';
import { trackWords } from '../../tracks.ts';
import { answersTo } from './answers.ts';
import { inputName } from './labels.ts';
import type { Asked } from './model.ts';
import { rightCount, taskOf } from './task.ts';

/** The network in words, with how many samples each shown track has right. */
export function mapSummary(said: string, asked: Asked | null): string {
  const answers = answersTo(asked);
  if (asked === null || answers === null) return said;
  const { info, slice, track, other, output } = asked;
  const task = taskOf(info.data, output);
  const count = info.data.sampleCount;
  const tracks = [track, other]
    .filter((one) => one !== null)
    .map(({ index }) => {
      const logits = info.tracks[index].costUnit === 'nat';
      const right = rightCount(task, info.data, answers.tracks[index], logits);
      const name = trackWords(info, index);
      return right === null
        ? text('dense.summary.track', { track: name })
        : text('dense.summary.right', { track: name, right, count });
    });
  return text('dense.summary', {
    said,
    axes: slice.axes.map(inputName).join(', '),
    tracks: tracks.join('; '),
  });
}
