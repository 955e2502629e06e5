import { cos, sin } from '../math/elementary.ts';
import { real } from '../parameters.ts';
import type { DataPart } from '../types.ts';
import { classCount, classify } from './classes.ts';
import { noiseLevel, sampleCount, testSampleCount } from './parameters.ts';

const parameters = {
  samples: sampleCount(80),
  noise: noiseLevel(0.02),
  turns: real({
    symbol: 'n',
    label: 'turns',
    help: 'How often each arm goes round.',
    apply: 'restart',
    default: 1,
    min: 0,
    slider: [0, 3],
    scale: 'linear',
    step: 0.05,
  }),
  testSamples: testSampleCount(40),
};

/** Spiral arms, one per class, from radius 0.1 to 1, evenly along the arm, with noise. */
export const spiral: DataPart<typeof parameters> = {
  kind: 'spiral',
  label: 'Spiral',
  help: 'Arms that wind round each other, one per class.',
  parameters,
  create({ samples, noise, turns, testSamples }, context) {
    const classes = classCount(context, 'spiral', 16);
    const { random } = context;
    return classify(context, 'spiral', samples, testSamples, (l, count) => {
      const label = l % classes;
      const along = Math.floor(l / classes) / Math.max(1, Math.ceil(count / classes) - 1);
      const radius = 0.1 + 0.9 * along;
      const angle = 2 * Math.PI * (turns * along + label / classes);
      const x = radius * cos(angle) + noise * random.normal();
      return { x, y: radius * sin(angle) + noise * random.normal(), label };
    });
  },
};
