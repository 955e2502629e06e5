import { seenAs, useLab, type Responses } from '../../../store/index.ts';
import type { Asked } from './model.ts';

/** Name that the answers of the neurons are watched under. */
export const RESPONSES = 'network.responses';

/** The newest answers, where they are to what is asked; else null. */
export function answersTo(asked: Asked | null): Responses | null {
  const seen = seenAs(useLab.getState().seen, RESPONSES, 'responses');
  if (asked === null || seen === null || seen.tracks.length !== asked.info.tracks.length) return null;
  const { info, slice, tileSide, plotSide, track } = asked;
  const power = slice.axes.length;
  const fits =
    seen.neurons.length === info.layout.neurons.count * tileSide ** power &&
    seen.tracks[track.index].between.length === info.data.outputCount * plotSide ** power;
  return fits ? seen : null;
}
