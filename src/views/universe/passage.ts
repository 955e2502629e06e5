import { Matrix4, Vector2, Vector4, type IUniform } from 'three';
import type { FrameViews } from '../../engine/frame.ts';
import type { RunInfo, Sheet } from '../../engine/protocol.ts';
import { layoutField } from '../field/layout.ts';
import { planOfAll, type FieldPlan } from '../field/plan.ts';
import { padNow } from '../scene/pad.ts';
import { project } from '../scene/project.ts';
import { heightIn, limitOf } from '../scene/scale.ts';
import type { SheetFrame } from '../scene/sheet.ts';
import { askDrawing } from '../scene/watch.ts';

/** Seconds from the ring into the horn, and back. */
const SECONDS = 0.9;
/** A drawing that comes late is no leap. */
const LONGEST = 0.12;

/** GLSL: a point of the field's picture in pixels of this one with its nearness, and what of the universe is there. */
export const PASSAGE = /* glsl */ `
uniform float uOut;      // 0 the field's picture, 1 the universe
uniform mat4 uPad;       // clip of the field's pane
uniform vec4 uPadBox;    // its left and top from here, its width and height
uniform vec2 uPadSeen;   // curl, distance
uniform vec4 uPadSheet;  // s of column 0, s from column to column, y of w = 0, height of the limit
uniform vec2 uPadRows;   // z of row 0, z from row to row
uniform float uPadGain;  // from values here to those of the field's scale
vec3 onPad(float column, float row, float h) {
  vec3 at = vec3(uPadSheet.x + uPadSheet.y * column, uPadSheet.z + uPadSheet.w * clamp(h, -CUT, CUT), uPadRows.x + uPadRows.y * row);
  vec4 clip = uPad * vec4(bent(at, uPadSeen.x), 1.0);
  vec2 part = vec2(0.5 + 0.5 * clip.x / clip.w, 0.5 - 0.5 * clip.y / clip.w);
  return vec3(uPadBox.xy + part * uPadBox.zw, uPadSeen.y - clip.w);
}
`;

/**
 * The flight between the field's picture and the universe: everything has a place in both, and stands on its way between them. It
 * begins where the field stands on the screen and ends where it stands then, for it asks with every drawing.
 */
export class Passage {
  /** How far it is out, 0 to 1. */
  out = 1;
  readonly uniforms: Readonly<Record<string, IUniform>> = {
    uOut: { value: 1 },
    uPad: { value: new Matrix4() },
    uPadBox: { value: new Vector4(0, 0, 1, 1) },
    uPadSeen: { value: new Vector2(1, 6.5) },
    uPadSheet: { value: new Vector4() },
    uPadRows: { value: new Vector2() },
    uPadGain: { value: 0 },
  };
  private way: number | null = null;
  private known = 0;
  private plan: FieldPlan | null = null;
  private frame: SheetFrame | null = null;
  private left = 0;
  private top = 0;
  private limit = 0;

  /** The sheet of the field that flies, in a run. */
  follow(info: RunInfo, sheet: Sheet | undefined): void {
    this.plan = planOfAll(info);
    const geometry = layoutField(
      info.layout,
      info.tracks[0].weightCount,
      this.plan.sources,
      info.data.sampleCount,
    );
    this.frame = geometry.sheets.find((part) => part.sheet === sheet)?.frame ?? null;
  }

  /** Goes on to the moment of a drawing, in the slot of the pane that it is drawn in. @returns whether it is on its way */
  go(frame: FrameViews, gain: (limit: number) => number): boolean {
    const slot = document.querySelector<HTMLElement>('[data-flies]');
    const leaves = slot?.hasAttribute('data-leaving') === true;
    const pad = slot?.dataset.flies === 'true' ? padNow() : null;
    const now = performance.now();
    const step = Math.min(LONGEST, (now - this.known) / 1000) / SECONDS;
    this.known = now;
    // It comes out of a field that is there, else it is out at once.
    this.way ??= pad === null || leaves ? 1 : 0;
    if (pad === null || this.frame === null || this.plan === null) {
      // Back it waits until the field is there; forward there is nothing to come from.
      if (leaves) askDrawing();
      else this.way = 1;
      this.set(1);
      return false;
    }
    this.way = Math.min(1, Math.max(0, this.way + (leaves ? -step : step)));
    const { projector, element } = pad;
    const field = element.getBoundingClientRect();
    const here = slot?.querySelector('.stage-picture')?.getBoundingClientRect();
    this.left = field.left - (here?.left ?? 0);
    this.top = field.top - (here?.top ?? 0);
    this.limit = limitOf(this.plan.peak(frame), 1);
    const { uPad, uPadBox, uPadSeen, uPadSheet, uPadRows, uPadGain } = this.uniforms;
    (uPad.value as Matrix4).fromArray(projector.matrix);
    (uPadBox.value as Vector4).set(this.left, this.top, projector.width, projector.height);
    (uPadSeen.value as Vector2).set(projector.curl, projector.distance);
    const { origin, step: apart, level, lift } = this.frame;
    (uPadSheet.value as Vector4).set(origin[0], apart[0], level, lift);
    (uPadRows.value as Vector2).set(origin[1], apart[1]);
    uPadGain.value = gain(this.limit);
    this.set(this.way * this.way * (3 - 2 * this.way));
    if (this.way === 1 || this.way === 0) return false;
    askDrawing();
    return true;
  }

  private set(out: number): void {
    this.out = out;
    this.uniforms.uOut.value = out;
  }

  /**
   * Moves pixels of the universe towards where a value of the field stands in its own picture.
   *  @param out  [2] pixels, overwritten
   */
  towards(column: number, row: number, value: number, out: Float64Array): void {
    const pad = padNow();
    if (this.out === 1 || this.frame === null || pad === null) return;
    const { origin, step, level, lift } = this.frame;
    const up = level + lift * heightIn(value, this.limit);
    if (!project(pad.projector, origin[0] + step[0] * column, up, origin[1] + step[1] * row, pixel)) return;
    out[0] = (1 - this.out) * (this.left + pixel[0]) + this.out * out[0];
    out[1] = (1 - this.out) * (this.top + pixel[1]) + this.out * out[1];
  }
}

const pixel = new Float32Array(3);
