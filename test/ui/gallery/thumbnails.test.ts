import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSimulation } from '../../../src/engine/simulation.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { parseRunDocument } from '../../../src/scenario/document.ts';
import { drawThumbnail, restOf } from '../../../src/ui/gallery/draw.ts';
import type { Ink } from '../../../src/ui/gallery/ink.ts';
import { shownTags, tagsOf } from '../../../src/ui/gallery/tags.ts';
import { readThumbnails, type Thumbnail } from '../../../src/ui/gallery/thumbnail.ts';
import { shipped, shippedDocuments } from '../../helpers/shipped.ts';
import { stampOf, thumbnailOf } from '../../tools/makeThumbnails.ts';

const stored: Readonly<Record<string, object>> = JSON.parse(readFileSync('public/thumbnails.json', 'utf8'));
const pictures = readThumbnails(stored);
const ids = Object.keys(shipped);

/** A context that keeps the points of what is drawn, and counts. */
function recorder(): { context: CanvasRenderingContext2D; points: [number, number][]; fills: string[] } {
  const points: [number, number][] = [];
  const fills: string[] = [];
  const keep = (x: number, y: number): void => void points.push([x, y]);
  const state: Record<string, unknown> = {
    moveTo: keep,
    lineTo: keep,
    arc: keep,
    fillRect: (x: number, y: number) => {
      keep(x, y);
      fills.push(String(state.fillStyle));
    },
    beginPath() {},
    closePath() {},
    stroke: () => fills.push(String(state.strokeStyle)),
    fill: () => fills.push(String(state.fillStyle)),
  };
  return { context: state as unknown as CanvasRenderingContext2D, points, fills };
}

const ink: Ink = {
  field: (value) => `field ${Math.sign(Math.round(value))}`,
  height: () => 'height',
  role: (name) => name,
  run: () => 'second',
  line: 1,
};

describe('small pictures of the gallery', () => {
  it('stand for everything that is shipped, each made of its present document and trajectory (else: npm run trajectories)', () => {
    expect(Object.keys(stored).sort()).toEqual([...ids].sort());
    const stale = shippedDocuments().filter(
      ({ id, document }) => pictures[id].stamp !== stampOf(id, document),
    );
    expect(stale.map(({ id }) => id)).toEqual([]);
  });

  it('another document is another stamp', () => {
    const document = parseRunDocument(shipped.circle);
    const scenario = { ...document.scenario, seed: document.scenario.seed + 1 };
    expect(stampOf('circle', { ...document, scenario })).not.toBe(stampOf('circle', document));
  });

  it.each(['ring-wave', 'xor', 'sine', 'matter', 'honey', 'conv-ring'])(
    '%s: made anew it has the bytes that are stored',
    (id) => {
      expect(thumbnailOf(id, parseRunDocument(shipped[id]))).toEqual(stored[id]);
    },
  );

  it('ring-wave: its bytes are its field, to half a part in 127 of the largest', () => {
    const picture = pictures['ring-wave'];
    if (picture.draw !== 'rings') throw new Error('no ring');
    const simulation = createSimulation(parseRunDocument(shipped['ring-wave']), typescriptKernels);
    const { columns, tracks, values, frames } = picture;
    expect([columns, tracks]).toEqual([96, ['second', 'ghost']]);
    // The bump is highest at the start.
    const most = Math.max(...simulation.tracks[0].weights);
    for (const frame of [0, 7, frames - 1]) {
      const step = Math.round((frame * Math.round(14 / simulation.dt)) / (frames - 1));
      if (step > simulation.step) simulation.advance(step - simulation.step);
      simulation.tracks[0].weights.forEach((w, n) => {
        const byte = values[frame * tracks.length * columns + n];
        expect(Math.abs(byte / 127 - w / most)).toBeLessThanOrEqual(0.5 / 127 + 1e-12);
      });
    }
  });

  it('matter: its radius is a(t) of a matter universe, t^(2/3)', () => {
    const picture = pictures.matter;
    if (picture.draw !== 'horn') throw new Error('no horn');
    picture.radius.forEach((byte, row) => {
      expect(Math.abs(byte / 127 - (row / (picture.frames - 1)) ** (2 / 3))).toBeLessThan(0.01);
    });
  });

  it.each(ids)(
    '%s: is drawn within its canvas, at rest and at its ends, and is not one flat colour',
    (id) => {
      const picture: Thumbnail = pictures[id];
      const [width, height] = [240, 150];
      const colors = new Set<string>();
      for (const frame of [0, 0.5, restOf(picture), picture.frames - 1]) {
        const { context, points, fills } = recorder();
        drawThumbnail(context, width, height, picture, frame, ink);
        expect(points.length).toBeGreaterThan(12);
        // Thousands of points: one look at their ends.
        const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
        expect(Math.min(...xs)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...xs)).toBeLessThanOrEqual(width);
        expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...ys)).toBeLessThanOrEqual(height);
        for (const color of fills) colors.add(color);
      }
      expect(colors.size).toBeGreaterThan(1);
    },
  );

  it('tags are the names of kinds that this version knows, what the run is first', () => {
    expect(tagsOf(['system.dense', 'system.nothing', 'x.y', 'batch.mini'])).toEqual([
      'Dense network',
      'Mini-batch',
    ]);
    expect(shownTags(pictures['heat-bath'].kinds)).toHaveLength(2);
    expect(shownTags(pictures['heat-bath'].kinds)[1]).toMatch(/Langevin/);
    for (const id of ids) expect(tagsOf(pictures[id].kinds).length).toBe(pictures[id].kinds.length);
  });
});
