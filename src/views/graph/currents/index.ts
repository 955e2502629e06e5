import '../../../messages/late.ts';
import { createElement, type ReactNode } from 'react';
import type { FrameViews } from '../../../engine/frame.ts';
import type { RunInfo } from '../../../engine/protocol.ts';
import { formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { seenAs, useLab, type LayerPast } from '../../../store/index.ts';
import { plainWords } from '../../charts/words.ts';
import { Words } from '../../charts/Words.tsx';
import { symmetricLog } from '../../charts/nonlocality/scale.ts';
import { onPaletteChange } from '../../scene/palette.ts';
import type { Picture } from '../../scene/picture.ts';
import { project, type Projector } from '../../scene/project.ts';
import { createSheet2d } from '../../scene/sheet2d.ts';
import type { SceneContext } from '../../scene/uniforms.ts';
import { trackLook } from '../../tracks.ts';
import { readInk } from '../../universe/ink.ts';
import { layoutGraph } from '../layout.ts';
import { createGraphPicture } from '../picture.ts';
import { graphSummary } from '../spec.ts';
import { drawCurrents } from './draw.ts';
import { BELOW, railOf } from './rail.ts';

const NAME = 'network.currents';
/** How far the notches of the strongest current run with each instant that is seen, as a part of their distance. */
const PACE = 0.22;

const seenNow = (): LayerPast | null => seenAs(useLab.getState().seen, NAME, 'layer-past');
const lastOf = (values: Float64Array, width: number): Float64Array => values.subarray(values.length - width);

/** The network with the energy of its layers and the power that flows between them, of the samples at work. */
export function createGraphWithCurrents(
  context: SceneContext,
  info: RunInfo,
  unrolled: boolean,
  base: Picture = createGraphPicture(context, info, unrolled),
): Picture {
  const over = document.createElement('canvas');
  const sheet = createSheet2d(over);
  if (sheet === null) return base;
  over.setAttribute('aria-hidden', 'true');
  over.className = 'stage-over';
  const geometry = layoutGraph(info.layout, unrolled, context.triangles / 2);
  const rail = railOf(info.layout, geometry);
  const points = new Float32Array(2 * (rail.depth + 2));
  const pixel = new Float32Array(3);
  const phase = new Float64Array(rail.depth + 1);
  const still = window.matchMedia('(prefers-reduced-motion: reduce)');
  const { color } = trackLook(info.tracks[0]);
  /** Projection and curl that were drawn last. */
  const seenFrom = new Float32Array(17);
  let ink = readInk();
  let [mostKinetic, mostFlux] = [0, 0];
  let seen: LayerPast | null = null;
  let shownStep = -1;
  let asked = 0;
  let from: Projector | null = null;

  const take = (past: LayerPast): void => {
    const step = past.steps[past.steps.length - 1];
    const flux = lastOf(past.flux, rail.depth + 1);
    for (const value of lastOf(past.kinetic, rail.depth)) mostKinetic = Math.max(mostKinetic, value);
    for (const value of flux) mostFlux = Math.max(mostFlux, Math.abs(value));
    if (step === shownStep) return;
    shownStep = step;
    // An arrow points the way its notches run, so that they always run ahead.
    if (still.matches) return;
    for (let m = 0; m <= rail.depth; m++) {
      phase[m] = (phase[m] + PACE * Math.abs(symmetricLog(flux[m], mostFlux))) % 1;
    }
  };

  const draw = (): void => {
    asked = 0;
    const past = seenNow();
    if (past === null || past.depth !== rail.depth || from === null) {
      sheet.clear();
      return;
    }
    if (past !== seen) take(past);
    seen = past;
    for (let k = 0; k < points.length / 2; k++) {
      const [s, y, z] = [rail.levels[3 * k], rail.levels[3 * k + 1], rail.levels[3 * k + 2]];
      const inSight = project(from, s, y, z, pixel);
      points[2 * k] = inSight ? pixel[0] : NaN;
      points[2 * k + 1] = inSight ? pixel[1] : NaN;
    }
    const kinetic = lastOf(past.kinetic, rail.depth);
    const flux = lastOf(past.flux, rail.depth + 1);
    const own = color === 'ghost' ? ink.ghost : ink.second;
    const [s, y, z] = rail.levels;
    const room = project(from, s, y + BELOW, z, pixel) ? Math.abs(points[1] - pixel[1]) : 0;
    drawCurrents(sheet, points, room, { kinetic, flux, mostKinetic, mostFlux, phase }, own, ink);
    over.dataset.step = String(shownStep);
  };
  const ask = (): void => {
    if (asked === 0) asked = requestAnimationFrame(draw);
  };
  const ends = [
    useLab.subscribe((state, before) => {
      if (state.seen !== before.seen) ask();
    }),
    onPaletteChange(() => {
      ink = readInk();
      ask();
    }),
  ];
  // A pane without size is hidden: it asks for nothing.
  const sized = new ResizeObserver(() => {
    const shown = over.parentElement !== null && over.parentElement.clientWidth > 0;
    useLab.getState().watch(NAME, shown ? { id: 'layer-past', query: { last: 1 } } : null);
  });

  const outline = new Float32Array(base.outline.length + rail.outline.length);
  outline.set(base.outline);
  outline.set(rail.outline, base.outline.length);
  return {
    ...base,
    outline,
    over,
    get limit() {
      return base.limit;
    },
    drawOver(projector) {
      base.drawOver?.(projector);
      from = projector;
      const { matrix, curl } = projector;
      const same = curl === seenFrom[16] && matrix.every((value, n) => value === seenFrom[n]);
      // What is new to see asks for itself.
      if (same) return;
      seenFrom.set(matrix);
      seenFrom[16] = curl;
      draw();
    },
    resize(width, height) {
      base.resize?.(width, height);
      sheet.resize(width, height);
      if (over.parentElement !== null) sized.observe(over.parentElement);
      ask();
    },
    dispose() {
      sized.disconnect();
      cancelAnimationFrame(asked);
      for (const end of ends) end();
      useLab.getState().watch(NAME, null);
      base.dispose();
    },
  };
}

/** The network in words, with the energy of its layers and the power between them. */
export function summaryWithCurrents(info: RunInfo, frame: FrameViews): string {
  const past = seenNow();
  const said = graphSummary(info, frame);
  if (past === null) return said;
  const list = (values: Float64Array): string =>
    Array.from(values, (value) => formatNumber(value)).join(', ');
  return text('currents.summary', {
    said,
    kinetic: list(lastOf(past.kinetic, past.depth)),
    flux: list(lastOf(past.flux, past.depth + 1)),
  });
}

/** What discs and arrows are: with symbols, and as plain words. */
export const currentsKey = (): ReactNode => createElement(Words, { of: text('currents.key') });
export const currentsHelp = (): string => plainWords(text('currents.key'));
