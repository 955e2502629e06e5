import { STRIP, STRIP_RISE } from './place.ts';
import { CUT } from './scale.ts';

/** GLSL shared by the primitives. All widths are CSS pixels; all colours are opaque; depth is fog. */

/** Lattice space to the world (place.ts), fog, pixels, and the diverging map. */
export const COMMON = /* glsl */ `
precision highp float;
precision highp sampler2D;
uniform vec2 uView;
uniform float uCurl, uDistance, uFog, uFogFloor, uLine, uSelected;
uniform sampler2D uRamp;
uniform vec3 uGround, uText, uAccent;
const float STRIP = ${STRIP};
const float STRIP_RISE = ${STRIP_RISE};
// Heights beyond the limit are cut off there (scale.ts).
const float CUT = ${CUT};

vec3 bent(vec3 q, float curl) {
  if (curl < 0.0) return q;
  float len = mix(STRIP, 1.0, curl);
  q.y *= mix(STRIP_RISE, 1.0, curl);
  if (curl < 0.001) return vec3(len * q.x, q.yz);
  float r = len / curl;
  float a = curl * q.x;
  return vec3((r + q.z) * sin(a), q.y, (r + q.z) * cos(a) - r + curl);
}

vec3 place(vec3 q) { return bent(q, uCurl); }

// 1 in front, low behind. z is the distance from the target towards the viewer, in radii.
float fogAt(float viewZ, float low) {
  float z = uDistance + viewZ;
  float near = smoothstep(0.0, 1.0, (z + 1.05) / 1.7);
  return mix(1.0, mix(max(low, uFogFloor), 1.0, near), uFog);
}

// Moves a point towards the eye along its ray: its pixels stay, its depth comes nearer.
vec4 nearer(vec4 view, float by) {
  return vec4(view.xyz * (1.0 - by / length(view.xyz)), 1.0);
}

vec2 pixels(vec4 clip) {
  return 0.5 * uView * clip.xy / clip.w;
}

vec3 rampColor(float v) {
  float u = 0.5 + 0.5 * clamp(v, -1.0, 1.0);
  return texture(uRamp, vec2((u * 255.0 + 0.5) / 256.0, 0.5)).rgb;
}
`;

/** Values by index out of a data texture 1024 wide (values.ts). */
export const VALUES = /* glsl */ `
uniform sampler2D uValues;
uniform float uLimit, uLift;

float valueAt(float index) {
  int i = int(index + 0.5);
  float v = texelFetch(uValues, ivec2(i & 1023, i >> 10), 0).r;
  return abs(v) < 1e30 ? v : 0.0;
}
`;

/** Heights of a sheet, interpolated; exact at the sites. */
export const SHEET = /* glsl */ `
uniform sampler2D uHeights;
uniform vec2 uShape;    // rows, columns
uniform vec2 uPeriodic; // rows, columns
uniform float uCubic;   // 1: Catmull-Rom; 0: a smooth step from site to site, without overshoot
uniform vec2 uOrigin, uStep;
uniform float uLevel, uLift, uLimit;

int fold(int i, int n, float periodic) {
  return periodic > 0.5 ? ((i % n) + n) % n : clamp(i, 0, n - 1);
}

float siteAt(int row, int column) {
  int columns = int(uShape.y);
  int i = fold(row, int(uShape.x), uPeriodic.x) * columns + fold(column, columns, uPeriodic.y);
  float v = texelFetch(uHeights, ivec2(i & 1023, i >> 10), 0).r;
  return abs(v) < 1e30 ? v : 0.0;
}

vec4 blend(float f) {
  if (uCubic < 0.5) {
    float s = f * f * (3.0 - 2.0 * f);
    return vec4(0.0, 1.0 - s, s, 0.0);
  }
  return 0.5 * vec4(
    ((2.0 - f) * f - 1.0) * f,
    (3.0 * f - 5.0) * f * f + 2.0,
    ((4.0 - 3.0 * f) * f + 1.0) * f,
    (f - 1.0) * f * f
  );
}

float rowHeight(int row, int column, vec4 w) {
  return dot(w, vec4(siteAt(row, column - 1), siteAt(row, column), siteAt(row, column + 1), siteAt(row, column + 2)));
}

float height(float row, float column) {
  int c = int(floor(column));
  vec4 wc = blend(column - floor(column));
  if (uShape.x < 1.5) return rowHeight(0, c, wc);
  int r = int(floor(row));
  vec4 wr = blend(row - floor(row));
  return dot(wr, vec4(rowHeight(r - 1, c, wc), rowHeight(r, c, wc), rowHeight(r + 1, c, wc), rowHeight(r + 2, c, wc)));
}

vec3 onSheet(float row, float column, float h) {
  return place(vec3(uOrigin.x + uStep.x * column, uLevel + uLift * clamp(h / uLimit, -CUT, CUT), uOrigin.y + uStep.y * row));
}
`;
