import { COMMON } from '../../scene/shaders.ts';

/** Corner of a panel, as a part of its side. */
const CORNER = 0.18;
/** Part of half a panel that the largest value of a curve takes. */
export const CURVE_HEIGHT = 0.8;

/** A square in the plane of the picture, with room for its outline: position is a corner, −1 or 1. */
export const PANEL_VERTEX = /* glsl */ `
${COMMON}
varying vec2 vAt;
varying float vHalf;

// Writes where a corner stands, and in pixels from the middle of the panel.
vec4 panelCorner(vec3 middle, float size, float pad, float nearBy) {
  vec4 view = modelViewMatrix * vec4(middle, 1.0);
  float scale = projectionMatrix[1][1] * 0.5 * uView.y / -view.z;
  vHalf = size * scale;
  vAt = position.xy * (vHalf + pad);
  vec4 corner = modelViewMatrix * vec4(middle + vec3(vAt / scale, 0.0), 1.0);
  return projectionMatrix * nearer(corner, nearBy);
}
`;

/** Values over a slice out of a data texture 1024 wide, and what a panel shows of them. */
export const PANEL_FRAGMENT = /* glsl */ `
${COMMON}
uniform float uSide;
uniform vec3 uFaint;
varying vec2 vAt;
varying float vHalf;

float placeAt(sampler2D map, float start, float place) {
  int i = int(start + place + 0.5);
  float v = texelFetch(map, ivec2(i & 1023, i >> 10), 0).r;
  return abs(v) < 1e30 ? v : 0.0;
}

float cellAt(sampler2D map, float start, float column, float row) {
  return placeAt(map, start, clamp(row, 0.0, uSide - 1.0) * uSide + clamp(column, 0.0, uSide - 1.0));
}

vec4 catmull(float f) {
  return 0.5 * vec4(((2.0 - f) * f - 1.0) * f, (3.0 * f - 5.0) * f * f + 2.0, ((4.0 - 3.0 * f) * f + 1.0) * f, (f - 1.0) * f * f);
}

// Between the centres of cells: linear, or smooth; exact at the centres.
float mapAt(sampler2D map, float start, vec2 at, bool smoothly) {
  vec2 g = (0.5 * at + 0.5) * uSide - 0.5;
  vec2 c = floor(g);
  vec2 f = g - c;
  if (!smoothly) {
    float low = mix(cellAt(map, start, c.x, c.y), cellAt(map, start, c.x + 1.0, c.y), f.x);
    float high = mix(cellAt(map, start, c.x, c.y + 1.0), cellAt(map, start, c.x + 1.0, c.y + 1.0), f.x);
    return mix(low, high, f.y);
  }
  vec4 wx = catmull(f.x);
  vec4 wy = catmull(f.y);
  float sum = 0.0;
  for (int j = 0; j < 4; j++) {
    float row = c.y + float(j) - 1.0;
    sum += wy[j] * (wx.x * cellAt(map, start, c.x - 1.0, row) + wx.y * cellAt(map, start, c.x, row)
      + wx.z * cellAt(map, start, c.x + 1.0, row) + wx.w * cellAt(map, start, c.x + 2.0, row));
  }
  return sum;
}

// A curve's height and slope, in halves of the panel.
vec2 curveAt(sampler2D map, float start, float x, vec2 scale) {
  float g = clamp((0.5 * x + 0.5) * (uSide - 1.0), 0.0, uSide - 1.001);
  float c = floor(g);
  float a = placeAt(map, start, c);
  float b = placeAt(map, start, c + 1.0);
  float k = ${CURVE_HEIGHT} * scale.y;
  return vec2(clamp(k * (mix(a, b, g - c) - scale.x), -1.2, 1.2), k * (b - a) * 0.5 * (uSide - 1.0));
}

// Part of a line of some half width that lies at a distance in pixels.
float inked(float distance, float halfWidth) {
  return clamp(halfWidth - distance + 0.5, 0.0, 1.0);
}

// What lies between a curve and zero, as the field's curtains.
vec3 curtain(vec2 at, vec2 curve) {
  vec3 back = mix(uGround, uText, 0.05);
  float within = step(0.0, at.y * curve.x) * step(abs(at.y), abs(curve.x));
  return mix(back, mix(uGround, rampColor(curve.x / ${CURVE_HEIGHT}), 0.6), within);
}

// Distance in pixels from the edge of the panel, negative inside.
float panelEdge(float part) {
  float corner = min(8.0, part * ${2 * CORNER} * vHalf);
  vec2 q = abs(vAt) - (vHalf - corner);
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - corner;
}
`;
