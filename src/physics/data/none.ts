import { ParameterError } from '../parameters.ts';
import type { DataPart } from '../types.ts';

const parameters = {};

/** No data: fields carry their own couplings. */
export const none: DataPart<typeof parameters> = {
  kind: 'none',
  label: 'No data',
  help: 'Fields carry their own couplings and need no training data.',
  parameters,
  refinement: { powers: {} },
  create(_values, { system, shape }) {
    if (shape !== null)
      throw new ParameterError('kind', 'none', `data: the system ${system.kind} trains on samples`);
    return { sampleCount: 0, inputs: new Float64Array(0), targets: new Float64Array(0) };
  },
};
