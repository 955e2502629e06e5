import { Vector2, type Color, type IUniform, type Texture } from 'three';
import { pagePalette, type Palette } from './palette.ts';

/**
 * Uniforms that all materials of a scene share by reference: written once per drawing, seen by all.
 */
export interface SceneUniforms {
  readonly [name: string]: IUniform;
  /** Pane in CSS pixels. */
  readonly uView: IUniform<Vector2>;
  /** See place.ts. */
  readonly uCurl: IUniform<number>;
  /** Distance of the camera from its target. */
  readonly uDistance: IUniform<number>;
  /** 1 where depth is shown by fog, 0 for flat pictures. */
  readonly uFog: IUniform<number>;
  readonly uFogFloor: IUniform<number>;
  readonly uLine: IUniform<number>;
  readonly uGround: IUniform<Color>;
  readonly uText: IUniform<Color>;
  readonly uAccent: IUniform<Color>;
  readonly uRamp: IUniform<Texture>;
  /** Weight under the hand, −1 for none. */
  readonly uSelected: IUniform<number>;
}

/** What a picture is built with. */
export interface SceneContext {
  readonly uniforms: SceneUniforms;
  readonly palette: Palette;
  /** Triangles that one picture may spend, when it is made. */
  readonly triangles: number;
}

/** @param triangles  that one picture may spend now */
export function createContext(triangles: () => number): SceneContext {
  const palette = pagePalette();
  return {
    palette,
    get triangles() {
      return triangles();
    },
    uniforms: {
      uView: { value: new Vector2(1, 1) },
      uCurl: { value: 1 },
      uDistance: { value: 6.5 },
      uFog: { value: 1 },
      uFogFloor: { value: palette.fogFloor },
      uLine: { value: palette.line },
      uGround: { value: palette.colors.ground },
      uText: { value: palette.colors.text },
      uAccent: { value: palette.colors.accent },
      uRamp: { value: palette.ramp },
      uSelected: { value: -1 },
    },
  };
}

/** Follows the palette after a change of ground; colours and ramp are shared by reference already. */
export function followPalette({ uniforms, palette }: SceneContext): void {
  uniforms.uFogFloor.value = palette.fogFloor;
  uniforms.uLine.value = palette.line;
}
