import { Group, type Object3D } from 'three';
import { HEADER, PEAK, type FrameViews } from '../../engine/frame.ts';
import { STRIP } from '../scene/place.ts';
import type { Projector } from '../scene/project.ts';
import { createRibbons } from '../scene/ribbons.ts';
import { divisorOf, limitOf } from '../scene/scale.ts';
import { createSlabs } from '../scene/slabs.ts';
import type { Target } from '../scene/target.ts';
import type { SceneContext } from '../scene/uniforms.ts';
import type { SourceLayout } from './layout.ts';
import { createSourcePicker } from './pickSources.ts';

/**
 * J as green bars on the sites, K as violet slabs or lines on the bonds. Negative ones hang down. Where samples are drawn,
 * those of all samples stand behind them, pale.
 */
export interface Sources {
  readonly object: Object3D;
  readonly limitJ: number;
  readonly limitK: number;
  update(frame: FrameViews): void;
  /** The bar or coupling at a pixel of the pane; null where there is none, or too many to be picked. */
  pick(x: number, y: number, projector: Projector): Target | null;
  dispose(): void;
}

/** Bars above which they stand closer than their width. */
const MANY = 64;

/** Parts of their colour that sources of all samples keep behind those at work. */
const GHOST_BAR = 0.2;
const GHOST_SLAB = 0.42;
const GHOST_WIDTH = 1.5;
/** Widths of lines on the floor, in lines: with no K, and how much more with the largest. */
const LINE_BASE = 0.6;
const LINE_GAIN = 3;

/** @param drawn  whether samples are drawn, so that those of all stand behind them */
export function createSources(context: SceneContext, layout: SourceLayout, drawn: boolean): Sources {
  const { colors } = context.palette;
  const object = new Group();
  const crowd = Math.max(1, layout.bars.count / (layout.form === 'slabs' ? MANY : MANY * 4));
  const bars = createRibbons(context, layout.bars, {
    course: 'straight',
    segments: 1,
    colored: 'plain',
    color: colors.J,
    base: Math.max(0.8, 5 / crowd),
    gain: 0,
    fogLow: 0.4,
    links: true,
    linkGap: 0,
    bias: layout.form === 'slabs' ? 0.03 : 0.01,
    roundCaps: crowd < 3,
    stripPart: layout.form === 'slabs' ? Math.min(1, 24 / layout.bars.count + STRIP) : 1,
  });
  bars.lift.value = layout.liftJ;
  const slabs = layout.form === 'slabs';
  const bonds = createRibbons(context, layout.bonds, {
    course: 'straight',
    segments: slabs ? (layout.bonds.count > 2000 ? 1 : 6) : 1,
    colored: 'plain',
    color: colors.K,
    base: slabs ? Math.max(0.8, 2 / crowd) : LINE_BASE,
    gain: slabs ? 0 : LINE_GAIN,
    perspective: !slabs,
    fogLow: 0.34,
    // Nearer than what a larger value adds, so that it lies on those of all samples.
    bias: slabs ? 0 : 0.03,
  });
  bonds.lift.value = layout.liftK;
  const fill = slabs
    ? createSlabs(
        context,
        layout.bonds,
        { color: colors.K, tint: context.palette.fogFloor > 0 ? 0.25 : 0.34 },
        bonds,
      )
    : null;
  object.add(bars.object, bonds.object);
  const ghosts = drawn ? createGhosts(context, layout, crowd) : null;
  if (ghosts !== null) object.add(...ghosts.objects);
  if (fill !== null) object.add(fill.object);
  let limitJ = 0;
  let limitK = 0;
  const pickAt = createSourcePicker(layout);
  return {
    object,
    get limitJ() {
      return limitJ;
    },
    get limitK() {
      return limitK;
    },
    update(frame) {
      object.visible = frame.header[HEADER.sources] === 1;
      if (!object.visible) return;
      // A hand that magnifies the field leaves what makes it as it is.
      limitJ = limitOf(frame.peaks[PEAK.J], 1);
      limitK = limitOf(frame.peaks[PEAK.K], 1);
      bars.values.set(frame.sourceJ);
      bars.limit.value = divisorOf(limitJ);
      bonds.values.set(frame.couplingK);
      bonds.limit.value = divisorOf(limitK);
      ghosts?.show(frame, bars.limit.value, bonds.limit.value);
    },
    pick(x, y, projector) {
      if (!object.visible) return null;
      return pickAt(x, y, projector, { bars: bars.values.data, limitJ, bonds: bonds.values.data, limitK });
    },
    dispose() {
      bars.dispose();
      bonds.dispose();
      fill?.dispose();
      ghosts?.dispose();
    },
  };
}

/** Sources of all samples, pale and behind: wide bars, dashes along the tops of slabs, wide lines on a floor. */
function createGhosts(context: SceneContext, layout: SourceLayout, crowd: number) {
  const { colors } = context.palette;
  const slabs = layout.form === 'slabs';
  const bars = createRibbons(context, layout.bars, {
    course: 'straight',
    segments: 1,
    colored: 'plain',
    color: colors.J,
    tint: GHOST_BAR,
    base: GHOST_WIDTH * Math.max(0.8, 5 / crowd),
    gain: 0,
    fogLow: 0.4,
    roundCaps: crowd < 3,
    stripPart: slabs ? Math.min(1, 24 / layout.bars.count + STRIP) : 1,
  });
  bars.lift.value = layout.liftJ;
  // Lines on the floor are as wide as their K: those of all samples show at the sides of those at work.
  const bonds = createRibbons(context, layout.bonds, {
    course: 'straight',
    segments: 1,
    colored: 'plain',
    color: colors.K,
    tint: GHOST_SLAB,
    base: slabs ? Math.max(0.8, 2 / crowd) : LINE_BASE,
    gain: slabs ? 0 : LINE_GAIN,
    perspective: !slabs,
    ...(slabs ? { dash: [4, 3] as const } : {}),
    fogLow: 0.34,
  });
  bonds.lift.value = layout.liftK;
  const parts = [bars, bonds];
  return {
    objects: parts.map(({ object }) => object),
    show({ fullJ, fullK }: FrameViews, limitJ: number, limitK: number): void {
      for (const { object } of parts) object.visible = fullJ.length > 0;
      if (fullJ.length === 0) return;
      bars.values.set(fullJ);
      bars.limit.value = limitJ;
      bonds.values.set(fullK);
      bonds.limit.value = limitK;
    },
    dispose(): void {
      for (const part of parts) part.dispose();
    },
  };
}
