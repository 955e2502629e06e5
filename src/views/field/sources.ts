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

/** J as green bars on the sites, K as violet slabs or lines on the bonds. Negative ones hang down. */
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

export function createSources(context: SceneContext, layout: SourceLayout): Sources {
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
    base: slabs ? Math.max(0.8, 2 / crowd) : 0.6,
    gain: slabs ? 0 : 3,
    perspective: !slabs,
    fogLow: 0.34,
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
    },
    pick(x, y, projector) {
      if (!object.visible) return null;
      return pickAt(x, y, projector, { bars: bars.values.data, limitJ, bonds: bonds.values.data, limitK });
    },
    dispose() {
      bars.dispose();
      bonds.dispose();
      fill?.dispose();
    },
  };
}
