import { Group, type Object3D } from 'three';
import { STRIP } from '../scene/place.ts';
import type { Projector } from '../scene/project.ts';
import { createRibbons } from '../scene/ribbons.ts';
import { divisorOf } from '../scene/scale.ts';
import { createSlabs } from '../scene/slabs.ts';
import type { Target } from '../scene/target.ts';
import type { SceneContext } from '../scene/uniforms.ts';
import type { Drive } from './drive.ts';
import { createSourcePicker } from './pickSources.ts';
import type { SourceLayout } from './sourceLayout.ts';

/**
 * J as green bars on the sites, K as violet slabs or lines on the bonds; J₁ and J₂ as bars beside each other. Negative ones
 * hang down. Where samples are drawn, those of all samples stand behind them, pale.
 */
export interface Sources {
  readonly object: Object3D;
  /** @param drive  null: there is nothing to show */
  update(drive: Drive | null): void;
  /** Part of their heights to which all have risen from their base, 0 to 1; after `update`. */
  rise(part: number): void;
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
  const slabs = layout.form === 'slabs';
  const { width: usual, crowded, stripPart } = widthsOf(layout);
  // Lines of a projector are twice as thick: on a ring of many sites bars would be a wall before their slabs.
  const width =
    slabs && context.palette.fogFloor > 0
      ? Math.max(0.8, Math.min(usual, 0.14 * layout.gap * RADIUS))
      : usual;
  const bars = createRibbons(context, layout.bars, {
    course: 'straight',
    segments: 1,
    colored: 'plain',
    color: colors.J,
    base: width,
    gain: 0,
    fogLow: 0.4,
    links: true,
    linkGap: 0,
    bias: slabs ? 0.03 : 0.01,
    roundCaps: !crowded,
    stripPart,
  });
  bars.lift.value = layout.liftJ;
  const lines = layout.form === 'lines';
  const bonds = createRibbons(context, layout.bonds, {
    course: 'straight',
    segments: slabs ? (layout.bonds.count > 2000 ? 1 : 6) : 1,
    colored: 'plain',
    color: colors.K,
    base: slabs ? Math.max(0.8, 0.4 * width) : lines ? LINE_BASE : width,
    gain: lines ? LINE_GAIN : 0,
    perspective: !slabs,
    fogLow: 0.34,
    ...(layout.form === 'bars' ? { roundCaps: !crowded, stripPart } : {}),
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
  const ghosts = drawn ? createGhosts(context, layout) : null;
  if (ghosts !== null) object.add(...ghosts.objects);
  if (fill !== null) object.add(fill.object);
  let shown: Drive | null = null;
  const pickAt = createSourcePicker(layout);
  return {
    object,
    update(drive) {
      shown = drive;
      object.visible = drive !== null;
      if (drive === null) return;
      bars.values.set(drive.barJ);
      bars.limit.value = divisorOf(drive.limitJ);
      bonds.values.set(drive.barK);
      bonds.limit.value = divisorOf(drive.limitK);
      ghosts?.show(drive, bars.limit.value, bonds.limit.value);
    },
    rise(part) {
      object.visible = shown !== null && part > 0;
      bars.lift.value = layout.liftJ * part;
      bonds.lift.value = layout.liftK * part;
      ghosts?.rise(part);
    },
    pick: (x, y, projector) => (shown === null ? null : pickAt(x, y, projector, shown)),
    dispose() {
      bars.dispose();
      bonds.dispose();
      fill?.dispose();
      ghosts?.dispose();
    },
  };
}

/** Pixels of a radius, in a pane of ordinary width. */
const RADIUS = 220;

/** How wide bars are, in lines, whether they stand too close for round ends, and what is left of it on a strip. */
function widthsOf({ form, bars, gap }: SourceLayout): {
  width: number;
  crowded: boolean;
  stripPart: number;
} {
  const slabs = form === 'slabs';
  if (form === 'bars') {
    const width = Math.max(0.8, Math.min(5, 0.14 * gap * RADIUS));
    return { width, crowded: width < 1.6, stripPart: STRIP + (1 - STRIP) * Math.min(1, 0.4 * gap) };
  }
  const crowd = Math.max(1, bars.count / (slabs ? MANY : MANY * 4));
  return {
    // On a floor a bar hides those behind it.
    width: Math.max(0.8, slabs ? 5 / crowd : Math.min(5 / crowd, 0.09 * gap * RADIUS)),
    crowded: crowd >= 3,
    stripPart: slabs ? Math.min(1, 24 / bars.count + STRIP) : 1,
  };
}

/** Sources of all samples, pale and behind: wide bars, dashes along the tops of slabs, wide lines on a floor. */
function createGhosts(context: SceneContext, layout: SourceLayout) {
  const { colors } = context.palette;
  const { width, crowded, stripPart } = widthsOf(layout);
  const slabs = layout.form === 'slabs';
  const lines = layout.form === 'lines';
  const bars = createRibbons(context, layout.bars, {
    course: 'straight',
    segments: 1,
    colored: 'plain',
    color: colors.J,
    tint: GHOST_BAR,
    base: GHOST_WIDTH * width,
    gain: 0,
    fogLow: 0.4,
    roundCaps: !crowded,
    stripPart,
  });
  bars.lift.value = layout.liftJ;
  // Lines on the floor are as wide as their K: those of all samples show at the sides of those at work.
  const bonds = createRibbons(context, layout.bonds, {
    course: 'straight',
    segments: 1,
    colored: 'plain',
    color: colors.K,
    tint: layout.form === 'bars' ? GHOST_BAR : GHOST_SLAB,
    base: slabs ? Math.max(0.8, 0.4 * width) : lines ? LINE_BASE : GHOST_WIDTH * width,
    gain: lines ? LINE_GAIN : 0,
    perspective: !slabs,
    ...(layout.form === 'bars' ? { roundCaps: !crowded, stripPart } : {}),
    ...(slabs ? { dash: [4, 3] as const } : {}),
    fogLow: 0.34,
  });
  bonds.lift.value = layout.liftK;
  const parts = [bars, bonds];
  return {
    objects: parts.map(({ object }) => object),
    show({ ghostJ, ghostK }: Drive, limitJ: number, limitK: number): void {
      for (const { object } of parts) object.visible = ghostJ.length > 0;
      if (ghostJ.length === 0) return;
      bars.values.set(ghostJ);
      bars.limit.value = limitJ;
      bonds.values.set(ghostK);
      bonds.limit.value = limitK;
    },
    rise(part: number): void {
      bars.lift.value = layout.liftJ * part;
      bonds.lift.value = layout.liftK * part;
    },
    dispose(): void {
      for (const part of parts) part.dispose();
    },
  };
}
