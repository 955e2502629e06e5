import { outputParts as partsOf } from '../../physics/observables/outputParts.ts';
import { ScenarioError } from '../../scenario/types.ts';
import { observation } from './types.ts';

/** What each neuron before the outputs adds to them, of the main track, at inputs of one's choice. **exact** */
export const outputParts = observation({
  id: 'output-parts',
  parameters: {
    probe: { type: 'points', default: null, help: 'Inputs at which the network is read, row by row.' },
  },
  shape:
    '{ neurons [parts], values [parts x points x outputs], rest [outputs] }, or null where outputs are no sum',
  cadence: 'frame',
  create({ probe }, { simulation }) {
    const { data } = simulation.tracks[0];
    const inputCount = data.sampleCount === 0 ? 0 : data.inputs.length / data.sampleCount;
    if (probe !== null && (inputCount === 0 || probe.length % inputCount !== 0)) {
      throw new ScenarioError('observe.output-parts.probe', probe.length, `rows of ${inputCount} inputs`);
    }
    const inputs = probe ?? data.inputs;
    return {
      read() {
        const { system, weights } = simulation.tracks[0];
        return partsOf(system, weights, inputs);
      },
    };
  },
});
