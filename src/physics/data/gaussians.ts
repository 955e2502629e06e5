import { cos, sin } from '../math/elementary.ts';
import type { DataPart } from '../types.ts';
import { classCount, classify } from './classes.ts';
import { noiseLevel, sampleCount, testSampleCount } from './parameters.ts';

const parameters = { samples: sampleCount(60), noise: noiseLevel(0.25), testSamples: testSampleCount(40) };

/** One Gaussian cloud per class, with centres evenly round a circle of radius 0.8; `noise` is their width. */
export const gaussians: DataPart<typeof parameters> = {
  kind: 'gaussians',
  label: 'Gaussian clouds',
  help: 'Clouds of points round a circle, one per class.',
  parameters,
  create({ samples, noise, testSamples }, context) {
    const classes = classCount(context, 'gaussians', 16);
    const { random } = context;
    return classify(context, 'gaussians', samples, testSamples, (l) => {
      const label = l % classes;
      const angle = (2 * Math.PI * label) / classes;
      const x = 0.8 * cos(angle) + noise * random.normal();
      return { x, y: 0.8 * sin(angle) + noise * random.normal(), label };
    });
  },
};
