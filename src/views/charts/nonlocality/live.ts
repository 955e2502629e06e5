import type { Layout } from '../../../engine/protocol.ts';
import { heightIn } from '../../scene/scale.ts';
import { rampColor, type ChartStyle } from '../style.ts';
import type { Box } from './boxes.ts';
import type { HessianMap } from '../../../store/index.ts';
import type { Scene } from './draw.ts';

/** Colours of the diverging map as canvases want them, made once a ground. */
const LEVELS = 64;
const palettes = new WeakMap<Uint8Array, readonly string[]>();
function paletteOf({ ramp }: ChartStyle): readonly string[] {
  let found = palettes.get(ramp);
  if (found === undefined) {
    found = Array.from({ length: 2 * LEVELS + 1 }, (_, level) => rampColor(ramp, level / LEVELS - 1));
    palettes.set(ramp, found);
  }
  return found;
}

/** The weights that an order puts on the sites of each sheet; −1 where a site has none. */
export function standing({ weights, sites }: HessianMap, layout: Layout): readonly Int32Array[] {
  const on = new Int32Array(weights.length);
  sites.forEach((site, place) => (on[site] = weights[place]));
  return layout.sheets.map(({ weight }) => Int32Array.from(weight, (site) => (site < 0 ? -1 : on[site])));
}

/**
 * The field as it is now on the chart's lattice: on a ring as a curve that rises outwards from it, elsewhere as colours of
 * its sites. It is the run's own w; another order only draws it elsewhere.
 *  @param x, y    [P] places of the weights in pixels
 *  @param limit   what reaches to full height and colour
 */
export function drawField(
  context: CanvasRenderingContext2D,
  { left, top, width }: Box,
  style: ChartStyle,
  scene: Scene,
  weights: Float32Array,
  limit: number,
): void {
  const { sites, rows, x, y } = scene;
  const palette = paletteOf(style);
  const [midX, midY] = [left + width / 2, top + width / 2];
  const lifted = (w: number): number => 1 + (sites.lift[w] ?? 0) * heightIn(weights[w], limit);
  if (sites.ring) {
    context.lineWidth = style.thin;
    context.strokeStyle = style.ink.second;
    for (const row of rows) {
      context.beginPath();
      for (let n = 0; n <= row.length; n++) {
        const w = row[n % row.length];
        const out = lifted(w);
        const [px, py] = [midX + out * (x[w] - midX), midY + out * (y[w] - midY)];
        if (n === 0) context.moveTo(px, py);
        else context.lineTo(px, py);
      }
      context.stroke();
    }
  }
  const radius = Math.max(1, Math.min(4, 0.3 * sites.step * width));
  const rim = radius > 2;
  context.lineWidth = style.hair;
  context.strokeStyle = style.ink.text;
  for (let w = 0; w < weights.length; w++) {
    const out = sites.ring ? lifted(w) : 1;
    const value = heightIn(weights[w], limit);
    context.fillStyle = palette[Math.round((Math.max(-1, Math.min(1, value)) + 1) * LEVELS)];
    context.beginPath();
    context.arc(midX + out * (x[w] - midX), midY + out * (y[w] - midY), radius, 0, 2 * Math.PI);
    context.fill();
    if (rim) context.stroke();
  }
}
