import { CustomBlending, DoubleSide, OneFactor, ShaderMaterial, ZeroFactor, type IUniform } from 'three';
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
    // Coverage takes the alpha that is put out; in the canvas it stays 1, or the page behind would shine through the edges,
    // which on light grounds is a white seam.
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: ZeroFactor,
    blendSrcAlpha: OneFactor,
    blendDstAlpha: OneFactor,
  });
}
