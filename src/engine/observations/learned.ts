import { ScenarioError } from '../../scenario/types.ts';
import { observation } from './types.ts';

/** Most numbers of outputs that are given per track. */
const LARGEST = 200_000;

/** What the networks give, by track. */
export interface Learned {
  readonly tracks: readonly {
    /** [samples × outputs], empty where it was not asked for. */
    readonly outputs: Float32Array;
    /** [test samples × outputs] */
    readonly testOutputs: Float32Array;
    /** [points × outputs] */
    readonly probe: Float32Array;
  }[];
}

/** Outputs of every track for training samples, test samples and points between them. **exact**, rounded to Float32 */
export const learned = observation({
  id: 'learned',
  parameters: {
    outputs: { type: 'flag', default: true, help: 'Outputs of every sample, training and test.' },
    probe: { type: 'points', default: null, help: 'Inputs at which the networks are read, row by row.' },
  },
  shape: '{ tracks: { outputs [samples × outputs], testOutputs, probe [points × outputs] } each }',
  cadence: 'frame',
  create({ outputs, probe }, { simulation }) {
    const { data, system } = simulation.tracks[0];
    const inputCount = data.sampleCount === 0 ? 0 : data.inputs.length / data.sampleCount;
    if (probe !== null && (inputCount === 0 || probe.length % inputCount !== 0)) {
      throw new ScenarioError('observe.learned.probe', probe.length, `rows of ${inputCount} inputs`);
    }
    const fits = (count: number): number => (outputs && count <= LARGEST ? count : 0);
    const count = fits(system.sampleCount * system.outputCount);
    const testCount = fits(system.testCount * system.outputCount);
    const read = new Float64Array(count);
    const test = new Float64Array(testCount);
    return {
      read: (): Learned => ({
        tracks: simulation.tracks.map((track) => {
          if (count > 0) track.system.outputs(track.weights, read);
          if (testCount > 0) track.system.testOutputs(track.weights, test);
          return {
            outputs: Float32Array.from(read),
            testOutputs: Float32Array.from(test),
            probe: Float32Array.from(probe === null ? [] : track.system.evaluate(track.weights, probe)),
          };
        }),
      }),
    };
  },
});
