import { quantitiesOf } from '../quantities.ts';
import { observation } from './types.ts';

/** What traces hold of every track, at the present step. */
export const scalars = observation({
  id: 'scalars',
  parameters: {},
  shape: '{ id, cost, batchCost, kinetic, dissipated, injected, testCost } of each track',
  cadence: 'frame',
  create: (_query, { simulation }) => ({
    read: () => simulation.tracks.map((track) => ({ id: track.id, ...quantitiesOf(track) })),
  }),
});
