import { sameJson } from '../../../scenario/plain.ts';
import { ScenarioError } from '../../../scenario/types.ts';
import { observation } from '../types.ts';
import { survey, SurveyRefusal, type SlicePlane, type Survey } from './survey.ts';

/** A two-dimensional slice of the cost, as far as it has come. */
export interface Landscape {
  readonly state: 'running' | 'done' | 'refused';
  /** Part of its work that is done, 0 to 1. */
  readonly done: number;
  readonly obstacle: SurveyRefusal['obstacle'] | null;
  readonly plane: SlicePlane | null;
  /** Points along each side. */
  readonly size: number;
  /** [size × size], row y by row; NaN where it is not known yet. In units of cost. */
  readonly costs: Float64Array;
  /** Every so many points along each side are known: 1 when all are. */
  readonly spacing: number;
}

/**
 * The full batch's cost of the main run over a plane of its space of weights, that of its path or of two eigenvectors of
 * the Hessian. **exact** at the points; how well the plane holds the motion it says itself.
 */
export const landscape = observation({
  id: 'cost-slice',
  parameters: {
    path: {
      type: 'flag',
      default: true,
      help: 'Along the two principal components of the path; else, or where nothing has moved, along two eigenvectors of the Hessian.',
    },
    first: {
      type: 'number',
      default: 0,
      help: 'Rank of the first eigenvector: 0, 1 … from the steepest, -1, -2 … from the flattest.',
    },
    second: { type: 'number', default: -1, help: 'Rank of the second one.' },
    ahead: {
      type: 'count',
      default: 512,
      help: 'Steps of the future whose path counts, fewer of large systems.',
    },
    size: { type: 'count', default: 65, help: 'Points along a side: the next 2^k + 1, at most 257.' },
    spread: { type: 'number', default: 1, help: 'Factor on the width of the window round the path.' },
  },
  shape:
    '{ state, done, plane: { origin [P], axes [2 × P], window, share, … }, size, costs [size × size], spacing }',
  cadence: 'job',
  create(query, { simulation, history, kernels }) {
    if (query.size > 257)
      throw new ScenarioError('observe.cost-slice.size', query.size, 'at most 257 points');
    if (!(query.spread > 0 && query.spread < Infinity)) {
      throw new ScenarioError('observe.cost-slice.spread', query.spread, 'a number above 0');
    }
    const { system, data, seed } = simulation.tracks[0].scenario;
    const generator = survey(query, simulation, history, kernels);
    let state: Landscape['state'] = 'running';
    let obstacle: Landscape['obstacle'] = null;
    let found: Survey = { plane: null, slice: null, done: 0 };
    // What cannot be asked is refused at once, before anything is computed.
    advance();
    function advance(): void {
      try {
        const next = generator.next();
        found = next.value;
        if (next.done === true) state = 'done';
      } catch (error) {
        if (!(error instanceof SurveyRefusal)) throw error;
        state = 'refused';
        obstacle = error.obstacle;
      }
    }
    return {
      read: (): Landscape => ({
        state,
        done: found.done,
        obstacle,
        // Its arrays are given away.
        plane: found.plane === null ? null : structuredClone(found.plane),
        size: found.slice?.size ?? 0,
        costs: found.slice?.costs.slice() ?? new Float64Array(0),
        spacing: found.slice?.spacing ?? 0,
      }),
      pending: () => state === 'running',
      work(mayGoOn) {
        do advance();
        while (state === 'running' && mayGoOn());
        return true;
      },
      // Friction, steps and the state leave the cost as it was.
      lasts() {
        const { scenario } = simulation.tracks[0];
        return seed === scenario.seed && sameJson(system, scenario.system) && sameJson(data, scenario.data);
      },
    };
  },
});
