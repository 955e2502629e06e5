import { Mesh, type Color } from 'three';
import type { Plot as Place } from '../layout.ts';
import { flatMaterial } from '../../scene/material.ts';
import type { SceneContext } from '../../scene/uniforms.ts';
import type { Values } from '../../scene/values.ts';
import { PANEL_FRAGMENT, PANEL_VERTEX } from './shaders.ts';
import { panelGeometry } from './tiles.ts';

/** What one track draws on the plot: its curve, or the line on which its output takes a value. */
export interface PlotLine {
  values: Values | null;
  /** First place of its values. */
  start: number;
  /** The value of the line on a map. */
  level: number;
  color: Color;
  /** Pixels; 0: none. */
  width: number;
}

/** The large panel beside the outputs. */
export interface Plot {
  readonly object: Mesh;
  /** Of the map itself; and of the other track, over it. */
  show(main: PlotLine, other: PlotLine, colours: { centre: number; half: number }, side: number): void;
  dispose(): void;
}

const vertex = /* glsl */ `
${PANEL_VERTEX}
uniform vec3 uMiddle;
uniform float uSize;
void main() {
  gl_Position = panelCorner(uMiddle, uSize, 3.0, 0.1);
}
`;

const fragment = /* glsl */ `
${PANEL_FRAGMENT}
uniform sampler2D uMain, uOther;
uniform vec3 uOutline, uMainColor, uOtherColor;
uniform vec4 uMainLine, uOtherLine; // start, level, width, unused
uniform vec2 uScale;

// Distance in pixels from where a value is taken; far where it hardly changes.
float fromLevel(float value, float level) {
  vec2 slope = vec2(dFdx(value), dFdy(value));
  float steep = length(slope);
  return steep > 1e-7 ? abs(value - level) / steep : 1e3;
}

vec3 lined(vec3 color, float distance, vec3 ink, float width) {
  float halfWidth = 0.5 * width;
  color = mix(color, uGround, 0.85 * inked(distance, halfWidth + 1.4));
  return mix(color, ink, inked(distance, halfWidth));
}

void main() {
  float edge = panelEdge(0.15);
  float alpha = clamp(uLine - edge + 0.5, 0.0, 1.0);
  if (alpha < 0.03) discard;
  vec2 at = clamp(vAt / vHalf, -1.0, 1.0);
#if AXES == 2
  float value = mapAt(uMain, uMainLine.x, at, true);
  vec3 color = rampColor((value - uScale.x) * uScale.y);
  float other = uOtherLine.z > 0.0 ? mapAt(uOther, uOtherLine.x, at, true) : 0.0;
  if (uOtherLine.z > 0.0) color = lined(color, fromLevel(other, uOtherLine.y), uOtherColor, uOtherLine.z);
  if (uMainLine.z > 0.0) color = lined(color, fromLevel(value, uMainLine.y), uMainColor, uMainLine.z);
#else
  vec2 curve = curveAt(uMain, uMainLine.x, at.x, uScale);
  vec3 color = curtain(at, curve);
  color = mix(color, uFaint, inked(abs(at.y) * vHalf, 0.5 * uLine));
  if (uOtherLine.z > 0.0) {
    vec2 other = curveAt(uOther, uOtherLine.x, at.x, uScale);
    color = lined(color, abs(at.y - other.x) * vHalf / sqrt(1.0 + other.y * other.y), uOtherColor, uOtherLine.z);
  }
  color = lined(color, abs(at.y - curve.x) * vHalf / sqrt(1.0 + curve.y * curve.y), uMainColor, max(uMainLine.z, uLine));
#endif
  color = mix(color, uOutline, clamp(edge + 0.5, 0.0, 1.0));
  gl_FragColor = vec4(color, alpha);
}
`;

/** @param axes  1: curves, 2: maps */
export function createPlot(context: SceneContext, place: Place, axes: number): Plot {
  const geometry = panelGeometry();
  geometry.instanceCount = 1;
  const { colors } = context.palette;
  const uniforms = {
    uMain: { value: null as unknown },
    uOther: { value: null as unknown },
    uMainLine: { value: [0, 0, 0, 0] },
    uOtherLine: { value: [0, 0, 0, 0] },
    uMainColor: { value: colors.second },
    uOtherColor: { value: colors.ghost },
    uScale: { value: [0, 1] },
    uSide: { value: 1 },
    uMiddle: { value: [place.x, place.y, 0] },
    uSize: { value: place.half },
    uOutline: { value: colors['text-3'] },
    uFaint: { value: colors['text-3'] },
  };
  const material = flatMaterial(context, uniforms, vertex, fragment, { AXES: axes });
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  object.visible = false;
  const write = (out: number[], { start, level, width }: PlotLine): void => {
    [out[0], out[1], out[2]] = [start, level, width];
  };
  return {
    object,
    show(main, other, { centre, half }, side) {
      object.visible = true;
      uniforms.uMain.value = main.values?.texture ?? null;
      uniforms.uOther.value = (other.values ?? main.values)?.texture ?? null;
      uniforms.uMainColor.value = main.color;
      uniforms.uOtherColor.value = other.color;
      write(uniforms.uMainLine.value, main);
      write(uniforms.uOtherLine.value, other);
      uniforms.uScale.value[0] = centre;
      uniforms.uScale.value[1] = 1 / half;
      uniforms.uSide.value = side;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
