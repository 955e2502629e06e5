import { countedTerms, localityOf, type Locality } from '../../physics/layers/locality.ts';
import { ScenarioError } from '../../scenario/types.ts';
import { inSlices } from './inSlices.ts';
import { observation } from './types.ts';

/** Weights beyond which columns of second derivatives, each of as many multiplications, take seconds. */
const MOST_WEIGHTS = 1000;

/** Which layers the terms of L couple, and which the cost does; null until it is found, and where there are no layers. */
export const layerLocality = observation({
  id: 'layer-locality',
  parameters: {
    term: {
      type: 'count',
      default: 0,
      help: 'One term of L by its number, 1 to 4 of the bulk and 5 to 7 of the boundary; 0: all.',
    },
  },
  shape: '{ obstacle, depth, local: [2M × 2M] or null, dense: [2M × 2M] }',
  cadence: 'frame',
  create({ term }, { simulation }) {
    if (term > 7) throw new ScenarioError('observe.layer-locality.term', term, '0 to 7');
    const { system } = simulation.tracks[0];
    if (system.layers === undefined || system.weightCount > MOST_WEIGHTS) return { read: () => null };
    return inSlices<Locality>(simulation, (run) => localityOf(run.instant(), countedTerms(term)));
  },
});
