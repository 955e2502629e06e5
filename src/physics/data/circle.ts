import { cos, sin } from '../math/elementary.ts';
import type { DataPart } from '../types.ts';
import { classCount, classify } from './classes.ts';
import { noiseLevel, sampleCount, testSampleCount } from './parameters.ts';

const parameters = { samples: sampleCount(60), noise: noiseLevel(0.05), testSamples: testSampleCount(40) };

/** A disc (radius up to 1/2, class 1) in a ring (radius 0.7 to 1, class 0), in turn, with noise. */
export const circle: DataPart<typeof parameters> = {
  kind: 'circle',
  label: 'Circle in a ring',
  help: 'Points inside a circle against points around it.',
  parameters,
  create({ samples, noise, testSamples }, context) {
    classCount(context, 'circle', 2);
    const { random } = context;
    return classify(context, 'circle', samples, testSamples, (l) => {
      const label = l % 2;
      const radius = label === 1 ? 0.5 * Math.sqrt(random.uniform()) : 0.7 + 0.3 * random.uniform();
      const angle = 2 * Math.PI * random.uniform();
      const x = radius * cos(angle) + noise * random.normal();
      return { x, y: radius * sin(angle) + noise * random.normal(), label };
    });
  },
};
