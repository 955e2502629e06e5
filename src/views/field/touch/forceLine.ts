import { scalarSourcesOf } from '../../../scenario/fieldSources.ts';
import { presentOf, useLab } from '../../../store/index.ts';
import { createCrest, createHeights } from '../../scene/sheet.ts';
import { sizeOf } from '../held.ts';
import type { TouchHost } from './host.ts';

/** Samples of the line between two sites, and in all. */
const SAMPLES = 6;
const MOST_SAMPLES = 3000;

/** The force as a dashed line about w = 0, while a hand has its brush: on its own scale, with what the hand adds. */
export interface ForceLine {
  update(): void;
  dispose(): void;
}

export function createForceLine({ info, state, geometry, context, object }: TouchHost): ForceLine {
  const [{ frame, sheet, form }] = geometry.sheets;
  const heights = createHeights(frame);
  const samples = Math.min(SAMPLES * frame.columns, MOST_SAMPLES);
  const crest = createCrest(context, heights, samples, context.palette.colors.accent, 0.08);
  crest.width.value = 2;
  crest.dash.value.set(4, 4);
  crest.object.visible = false;
  object.add(crest.object);
  const sum = new Float32Array(sheet.weight.length);
  return {
    update() {
      const shown = useLab.getState().touch?.tool === 'force';
      const force = shown ? scalarSourcesOf(presentOf(info).scenario)?.force : undefined;
      crest.object.visible = force !== undefined;
      if (force === undefined) return;
      const held = state.held?.target === 'force' ? state.held : null;
      const by = held?.amplitude(sum) ?? 0;
      for (let n = 0; n < sum.length; n++) sum[n] = force[n] + by * (held?.shape[n] ?? 0);
      heights.values.set(sum);
      heights.limit.value = sizeOf(sum) || 1;
      crest.row.value = form === 'surface' ? state.row : 0;
    },
    dispose() {
      object.remove(crest.object);
      crest.dispose();
      heights.values.dispose();
    },
  };
}
