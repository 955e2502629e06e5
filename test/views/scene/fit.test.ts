import { describe, expect, it } from 'vitest';
import { PerspectiveCamera, Vector3 } from 'three';
import { fitHome, outlineOf } from '../../../src/views/scene/fit.ts';
import { FILL, HOME_DISTANCE, homes, type CameraHome } from '../../../src/views/scene/home.ts';

const TAU = 2 * Math.PI;
/** Two rings, as a network has them. */
const outline = Float32Array.from({ length: 3 * 192 }, (_, i) => {
  const n = Math.floor(i / 3);
  return i % 3 === 0 ? (TAU * n) / 96 : i % 3 === 1 ? (n < 96 ? -0.62 : 0.62) : 0;
});
const home = homes.ring();

/** Pixels of the outline by three's own camera, as the rig sets it up. */
function pixels(width: number, height: number, obstacles: Float32Array): { x: number; y: number }[] {
  const { fov, below, beside } = fitHome(home, 1, outline, { width, height }, obstacles);
  const camera = new PerspectiveCamera((fov * 180) / Math.PI, width / height, 0.1, 60);
  camera.setViewOffset(width, height, -beside, -below, width, height);
  camera.position.set(
    HOME_DISTANCE * Math.sin(home.yaw) * Math.cos(home.pitch),
    HOME_DISTANCE * Math.sin(home.pitch),
    HOME_DISTANCE * Math.cos(home.yaw) * Math.cos(home.pitch),
  );
  camera.lookAt(0, 0, 0);
  camera.updateMatrixWorld();
  return Array.from({ length: outline.length / 3 }, (_, n) => {
    const [s, y] = [outline[3 * n], outline[3 * n + 1]];
    const at = new Vector3(Math.sin(s), y, Math.cos(s)).project(camera);
    return { x: (0.5 + at.x / 2) * width, y: (0.5 - at.y / 2) * height };
  });
}

const keyOf = (right: number, bottom: number): Float32Array => Float32Array.from([20, 40, right, bottom]);

describe('fit of a picture into its pane', () => {
  for (const [width, height, right, bottom] of [
    [500, 432, 160, 96],
    [640, 524, 228, 132],
    [390, 540, 160, 100],
    [390, 250, 160, 100],
  ]) {
    it(`${width} × ${height}: no neuron under the key, none outside the pane`, () => {
      for (const { x, y } of pixels(width, height, keyOf(right, bottom))) {
        expect(x < right + 10 && y < bottom + 10).toBe(false);
        expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
      }
    });
  }

  const scaleIn = (width: number, height: number, obstacles = keyOf(156, 94)): number =>
    height / 2 / (Math.tan(fitHome(home, 1, outline, { width, height }, obstacles).fov / 2) * HOME_DISTANCE);

  it('576 × 680: where the key is in no one’s way the ring keeps its 77 %, as high over the foot as under the head', () => {
    expect((2 * scaleIn(576, 680)) / 576).toBeCloseTo(FILL, 6);
    const rows = pixels(576, 680, keyOf(156, 94)).map(({ y }) => y);
    expect(Math.min(...rows) - 22).toBeCloseTo(680 - 26 - Math.max(...rows), 0);
  });

  it('a wide pane is filled to its height: maximised, twice the height is twice the picture', () => {
    const rows = pixels(1152, 636, keyOf(156, 94)).map(({ y }) => y);
    expect(Math.min(...rows)).toBeCloseTo(22, 0);
    expect(Math.max(...rows)).toBeCloseTo(636 - 26, 0);
    expect(scaleIn(2400, 2 * 636 - 48) / scaleIn(1152, 636)).toBeCloseTo(2, 2);
  });

  it('a low pane: the ring stands beside the key, for it is larger there', () => {
    const key = keyOf(160, 100);
    const { beside } = fitHome(home, 1, outline, { width: 390, height: 250 }, key);
    expect(beside).toBe(80);
    expect(fitHome(home, 1, outline, { width: 500, height: 632 }, keyOf(160, 96)).beside).toBe(0);
  });

  it('with margins: by the bounds of what is drawn, wherever its middle is, from the one margin to the other', () => {
    const sheets = { ...homes.flat(1), margins: [40, 92] as const };
    const points = Float32Array.from([-0.4, 0.3, 0, 1, 0.1, 0, 0.2, -0.3, 0]);
    const [width, height] = [576, 680];
    const edges = (pane: number, home: CameraHome = sheets): number[] => {
      const { fov, beside } = fitHome(home, -1, points, { width: pane, height }, keyOf(100, 60));
      const scale = height / 2 / (Math.tan(fov / 2) * HOME_DISTANCE);
      return [-0.4, 1].map((x) => pane / 2 + beside + scale * x);
    };
    expect(edges(width)[0]).toBeCloseTo(40, 4);
    expect(edges(width)[1]).toBeCloseTo(width - 92, 4);
    // A narrow pane gives the margins a third and the picture the rest.
    const [from, to] = edges(300, { ...sheets, mostFree: 0.36 });
    expect(to - from).toBeCloseTo(0.64 * 300, 4);
    expect(from / (300 - to)).toBeCloseTo(40 / 92, 4);
    // Where its height bounds it, it stands in the middle of what is free.
    const [left, right] = edges(3000);
    expect(left - 40).toBeCloseTo(3000 - 92 - right, 3);
  });

  it('outline: 360 points at most, the first one always among them', () => {
    const many = Float32Array.from({ length: 3 * 1000 }, (_, i) => i);
    const chosen = outlineOf(many);
    expect(chosen.length / 3).toBeLessThanOrEqual(360);
    expect([...chosen.subarray(0, 3)]).toEqual([0, 1, 2]);
    expect(outlineOf(outline)).toEqual(outline);
  });
});
