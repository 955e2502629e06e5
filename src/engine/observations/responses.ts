import { ScenarioError } from '../../scenario/types.ts';
import { observation } from './types.ts';

/** Most numbers of neurons, and of outputs between the samples, that are given at a time. */
const LARGEST = 400_000;
/** Most weights × samples of one look at all samples. */
const MOST_WORK = 2e7;
const NONE = new Float32Array(0);

/** What the neurons of one track answer, and what every track gives. */
export interface Responses {
  /** [neurons × points] of the track that was asked for, neuron by neuron in the layout's order; empty where it has other neurons, or is no function of its inputs. */
  readonly neurons: Float32Array;
  /** By track; those with other inputs or outputs than the main one give nothing. */
  readonly tracks: readonly {
    /** [outputs × between], output by output */
    readonly between: Float32Array;
    /** [samples × outputs] of the track's own training samples; empty where that would take too long. */
    readonly outputs: Float64Array;
  }[];
}

/**
 * What every neuron computes, as a function of the inputs: its value at each of a list of points, by the forward pass of
 * the network. **exact**, rounded to Float32; outputs of the samples, by which right answers are counted, are not rounded.
 */
export const responses = observation({
  id: 'responses',
  parameters: {
    points: { type: 'points', default: null, help: 'Inputs at which every neuron is read, row by row.' },
    between: { type: 'points', default: null, help: 'Inputs at which the outputs are read, row by row.' },
    track: { type: 'count', default: 0, help: 'Track whose neurons are read.' },
  },
  shape:
    '{ neurons [neurons × points], tracks: { between [outputs × between], outputs [samples × outputs] } each }',
  cadence: 'frame',
  intervalMs: 80,
  create({ points, between, track }, { simulation }) {
    const { data, system } = simulation.tracks[0];
    const inputCount = data.sampleCount === 0 ? 0 : data.inputs.length / data.sampleCount;
    const check = (name: string, rows: Float64Array | null, width: number): number => {
      const count = rows === null ? 0 : rows.length / Math.max(1, inputCount);
      if (Number.isInteger(count) && count * width <= LARGEST) return count;
      throw new ScenarioError(
        `observe.responses.${name}`,
        rows?.length,
        `rows of ${inputCount} inputs, and at most ${LARGEST} numbers read at them`,
      );
    };
    if (track >= simulation.tracks.length) {
      throw new ScenarioError('observe.responses.track', track, `at most ${simulation.tracks.length - 1}`);
    }
    const neurons = system.layout.neurons.count;
    const count = check('points', points, neurons);
    check('between', between, system.outputCount);
    const read = new Float64Array(neurons * count);
    const alike = ({ layout, outputCount }: typeof system): boolean =>
      layout.neurons.count === neurons && outputCount === system.outputCount;
    return {
      read(): Responses {
        const asked = simulation.tracks[track];
        const answers = points !== null && alike(asked.system) && asked.system.responses !== undefined;
        if (answers) asked.system.responses?.(asked.weights, points, read);
        return {
          neurons: answers ? Float32Array.from(read) : NONE,
          tracks: simulation.tracks.map(({ system: own, weights, data: { inputs, sampleCount } }) => {
            const fits = own.outputCount === system.outputCount && inputs.length === inputCount * sampleCount;
            const light = fits && own.sampleCount * own.weightCount <= MOST_WORK;
            const outputs = new Float64Array(light ? own.sampleCount * own.outputCount : 0);
            if (light) own.outputs(weights, outputs);
            const given = fits && between !== null ? own.evaluate(weights, between) : NONE;
            return { between: transposed(given, own.outputCount), outputs };
          }),
        };
      },
    };
  },
});

/** [rows × columns] as [columns × rows]. */
function transposed(from: ArrayLike<number>, columns: number): Float32Array {
  const rows = columns === 0 ? 0 : from.length / columns;
  return Float32Array.from(
    { length: from.length },
    (_, i) => from[(i % rows) * columns + Math.floor(i / rows)],
  );
}
