import type { DataPart } from '../types.ts';
import { classCount, classify } from './classes.ts';
import { noiseLevel, sampleCount } from './parameters.ts';

const parameters = { samples: sampleCount(4), noise: noiseLevel(0) };

/** Exclusive or: corners (±1, ±1) of a square in turn, with noise; class 1 where the signs differ. */
export const xor: DataPart<typeof parameters> = {
  kind: 'xor',
  label: 'Exclusive or',
  help: 'Four corners of a square, opposite ones in the same class.',
  parameters,
  create({ samples, noise }, context) {
    classCount(context, 'xor', 2);
    const { random } = context;
    return classify(context, 'xor', samples, 0, (l) => {
      const x = l & 1 ? 1 : -1;
      const y = l & 2 ? 1 : -1;
      const label = x === y ? 0 : 1;
      return { x: x + noise * random.normal(), y: y + noise * random.normal(), label };
    });
  },
};
