import { HEADER, SCALAR, type FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { weightWords } from '../names.ts';
import { extremesOf } from '../extremes.ts';
import { lastLayer, sitesOf } from '../lattice.ts';
import { countRole } from '../roles.ts';
import { MOST_WIRES } from './layout.ts';
import type { ViewSpec } from '../spec.ts';

export const graphSpec: ViewSpec = {
  title: 'view.network.title',
  needs: 'view.network.needs',
  help: 'view.network.help',
};

/** What the network is: neurons and weights, or masses and springs. */
export function graphGloss({ layout, tracks }: RunInfo): string {
  const sites = countRole(layout, 'site');
  if (sites > 0 && layout.bonds.length === 0) {
    return text('twoField.gloss', { sites, fields: layout.sheets.length });
  }
  if (sites > 0) return text('view.network.glossField', { sites, bonds: layout.bonds.length / 2 });
  const inputs = countRole(layout, 'input');
  const levels = lastLayer(layout) + 1;
  if (layout.shape === 'ring' && levels > 3) {
    return text('view.network.glossDeep', { neurons: inputs, levels, weights: tracks[0].weightCount });
  }
  const gloss = text('view.network.gloss', {
    inputs,
    outputs: countRole(layout, 'output'),
    weights: tracks[0].weightCount,
  });
  const drawn = layout.shape === 'layers' && layout.synapses.count > MOST_WIRES;
  return drawn ? text('view.network.glossHeaviest', { gloss, drawn: MOST_WIRES }) : gloss;
}

/** The network in words: what it is, and its heaviest synapse. */
export function graphSummary(info: RunInfo, frame: FrameViews): string {
  const [track] = frame.tracks;
  const { highest, lowest } = extremesOf(track.weights);
  const heaviest = Math.abs(track.weights[highest]) >= Math.abs(track.weights[lowest]) ? highest : lowest;
  const sites = sitesOf(info.layout.sheets, track.weights.length);
  return text('view.network.summary', {
    gloss: graphGloss(info),
    time: formatNumber(frame.header[HEADER.time]),
    weight: weightWords(info.layout.sheets, sites, heaviest),
    value: formatNumber(track.weights[heaviest]),
    cost: formatNumber(track.scalars[SCALAR.cost]),
  });
}
