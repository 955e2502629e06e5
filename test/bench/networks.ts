import { typescriptKernels } from '../../src/kernels/index.ts';
import { fastestKernels } from '../../src/kernels/simd/index.ts';
import { networkForce } from '../../src/kernels/typescript/networkForce.ts';
import type { KernelActivation, Kernels, NetworkKernel } from '../../src/kernels/types.ts';
import { convRingKernel } from '../../src/physics/networks/conv-ring/kernel.ts';
import { deepRingKernel } from '../../src/physics/networks/deep-ring/kernel.ts';
import { denseKernel } from '../../src/physics/networks/dense/kernel.ts';
import { ringTwoLayerKernel } from '../../src/physics/networks/ring-two-layer/kernel.ts';
import { speedOf } from './speed.ts';

const tanh: KernelActivation = { kind: 'tanh', p: 0, q: 0, r: 0 };
const linear: KernelActivation = { kind: 'linear', p: 0, q: 0, r: 0 };

const wave = (length: number, swing: number): Float64Array =>
  Float64Array.from({ length }, (_, i) => swing * Math.sin(0.7 * i));

/** A network like one of native/networks.c. @returns weights × samples a second of processor time, over so many ms */
function measure(
  make: (kernels: Kernels) => NetworkKernel,
  kernels: Kernels,
  inputCount: number,
  samples: number,
): (ms: number) => number {
  const kernel = make(kernels);
  const inputs = wave(samples * inputCount, 1);
  const force = networkForce(kernel, 'squared', inputs, wave(samples * kernel.outputCount, 0.5));
  const [weights, out] = [kernels.reals(force, false), kernels.reals(force, false)];
  weights.set(wave(kernel.size, 0.3));
  const evaluate = (): void => force.gradient(weights, null, 1, out);
  return (ms) => speedOf(evaluate, ms) * kernel.size * samples;
}

interface Network {
  readonly name: string;
  /** What native/networks.c is told: a letter, how many samples, how many numbers follow, and they. */
  readonly asked: string;
  readonly make: (kernels: Kernels) => NetworkKernel;
  readonly inputCount: number;
  readonly samples: number;
  /** Neurons of the layers of a dense network, which other libraries have too. */
  readonly sizes?: readonly number[];
}

function dense(sizes: readonly number[], samples: number): Network {
  const ones = sizes.slice(1).map(() => 1);
  return {
    name: `dense ${sizes.join('-')} × ${samples}`,
    asked: `d ${samples} ${sizes.length} ${sizes.join(' ')}`,
    make: (kernels) =>
      denseKernel(
        { sizes, activation: tanh, outputActivation: linear, weightScale: ones, biasScale: ones },
        kernels,
      ),
    inputCount: sizes[0],
    samples,
    sizes,
  };
}
const twoLayer = (N: number, samples: number): Network => ({
  name: `two-layer ring ${N} × ${samples}`,
  asked: `t ${samples} 1 ${N}`,
  make: (kernels) => ringTwoLayerKernel({ N, p: 0.4, q: 0.9, r: 0.3 }, kernels),
  inputCount: N,
  samples,
});
const deep = (N: number, depth: number, samples: number): Network => ({
  name: `deep ring ${N}, ${depth} layers × ${samples}`,
  asked: `r ${samples} 2 ${N} ${depth}`,
  make: (kernels) =>
    deepRingKernel(
      { N, depth, reach: 1, activation: tanh, outputActivation: linear, residual: false, biases: true },
      kernels,
    ),
  inputCount: N,
  samples,
});
const conv = (N: number, channels: readonly number[], samples: number): Network => ({
  name: `convolutional ring ${N}, channels ${channels.join('-')} × ${samples}`,
  asked: `c ${samples} ${1 + channels.length} ${N} ${channels.join(' ')}`,
  make: (kernels) =>
    convRingKernel(
      { N, channels, reach: 1, activation: tanh, outputActivation: linear, biases: true },
      kernels,
    ),
  inputCount: N,
  samples,
});

/** Forces of networks: one gradient of the full batch. */
export const networks = [
  dense([2, 8, 8, 1], 32),
  dense([16, 64, 64, 16], 64),
  dense([64, 256, 256, 10], 256),
  twoLayer(256, 8),
  twoLayer(1024, 8),
  twoLayer(65536, 8),
  deep(64, 4, 8),
  deep(256, 8, 64),
  conv(64, [4, 4], 8),
  conv(256, [8, 8], 64),
].map(({ name, asked, make, inputCount, samples, sizes }) => ({
  name,
  asked,
  samples,
  sizes,
  competitors: () => ({
    simd: measure(make, fastestKernels, inputCount, samples),
    typescript: measure(make, typescriptKernels, inputCount, samples),
  }),
}));
