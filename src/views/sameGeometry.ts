import type { RunInfo } from '../engine/protocol.ts';
import { trackWords } from './tracks.ts';

function sameArray(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/**
 * Whether two runs have the same drawing: the same neurons, wires, sheets, bonds, tracks and names. Facts of a run
 * arrive again after every live change, as copies; pictures are built again only when this is false.
 */
export function sameGeometry(a: RunInfo, b: RunInfo): boolean {
  if (a === b) return true;
  const one = a.layout;
  const two = b.layout;
  return (
    a.quadratic === b.quadratic &&
    a.document.scenario.system.kind === b.document.scenario.system.kind &&
    one.shape === two.shape &&
    one.sheets.length === two.sheets.length &&
    one.sheets.every((sheet, i) => {
      const other = two.sheets[i];
      return (
        sheet.rows === other.rows &&
        sheet.columns === other.columns &&
        sheet.offset === other.offset &&
        sheet.pitch === other.pitch &&
        sameArray(sheet.weight, other.weight)
      );
    }) &&
    a.tracks.length === b.tracks.length &&
    a.tracks.every(
      (track, i) =>
        track.id === b.tracks[i].id &&
        track.role === b.tracks[i].role &&
        track.weightCount === b.tracks[i].weightCount &&
        trackWords(a, i) === trackWords(b, i),
    ) &&
    sameArray(one.neurons.layer, two.neurons.layer) &&
    sameArray(one.neurons.x, two.neurons.x) &&
    sameArray(one.neurons.y, two.neurons.y) &&
    sameArray(one.synapses.from, two.synapses.from) &&
    sameArray(one.synapses.to, two.synapses.to) &&
    sameArray(one.synapses.weight, two.synapses.weight) &&
    sameArray(one.bonds, two.bonds)
  );
}
