import { layerKernels as kernelsOf } from '../../physics/observables/layerKernels.ts';
import { observation } from './types.ts';

/** How long and how alike two samples are to every layer of the main run's network, now. */
export const layerKernels = observation({
  id: 'layer-kernels',
  parameters: {
    first: { type: 'count', default: 0, help: 'A sample.' },
    second: { type: 'count', default: 1, help: 'Another sample; beyond the last one, the last one.' },
  },
  shape: '{ q1, q2, c } [layers] each, of the weighted sums; null where a system has no wide limit',
  cadence: 'frame',
  create({ first, second }, { simulation }) {
    return {
      read() {
        const { system, weights } = simulation.instant();
        const last = Math.max(0, system.sampleCount - 1);
        return kernelsOf(system, weights, Math.min(first, last), Math.min(second, last));
      },
    };
  },
});
