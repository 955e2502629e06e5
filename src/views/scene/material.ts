import { DoubleSide, ShaderMaterial, type IUniform } from 'three';
import type { SceneContext } from './uniforms.ts';

/** An unlit, opaque material; edges are smoothed by coverage, never by blending. */
export function flatMaterial(
  context: SceneContext,
  own: Record<string, IUniform>,
  vertexShader: string,
  fragmentShader: string,
  defines: Record<string, number> = {},
): ShaderMaterial {
  return new ShaderMaterial({
    // Shared entries must stay the very objects that the scene writes to.
    uniforms: { ...context.uniforms, ...own },
    vertexShader,
    fragmentShader,
    defines,
    side: DoubleSide,
    alphaToCoverage: true,
  });
}
