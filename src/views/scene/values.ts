import { DataTexture, FloatType, NearestFilter, RedFormat } from 'three';

/** Width of the data textures; the shaders know it too (shaders.ts). */
const WIDTH = 1024;

/** Numbers that shaders read by index, in a texture that is filled in place. */
export interface Values {
  readonly texture: DataTexture;
  /** Takes the numbers as they are, [count]. */
  set(source: Float32Array): void;
  /** Takes source[index[i]]; 0 where index[i] is negative. */
  gather(source: Float32Array, index: Int32Array): void;
  /** The numbers themselves, to be written by hand before `touch`. */
  readonly data: Float32Array;
  touch(): void;
  dispose(): void;
}

export function createValues(count: number): Values {
  const height = Math.max(1, Math.ceil(count / WIDTH));
  const width = height === 1 ? Math.max(1, count) : WIDTH;
  const data = new Float32Array(width * height);
  const texture = new DataTexture(data, width, height, RedFormat, FloatType);
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  const touch = (): void => {
    texture.needsUpdate = true;
  };
  touch();
  return {
    texture,
    data,
    touch,
    set(source) {
      data.set(source.length > data.length ? source.subarray(0, data.length) : source);
      touch();
    },
    gather(source, index) {
      for (let i = 0; i < index.length; i++) data[i] = index[i] < 0 ? 0 : source[index[i]];
      touch();
    },
    dispose: () => texture.dispose(),
  };
}
