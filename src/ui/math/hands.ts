import { scaleOf, stepFrom } from '../controls/rangeOf.ts';
import { fromSlider, sliderRange, toSlider } from '../controls/scale.ts';
import { useParameter } from '../controls/useParameter.ts';
import { parameterId } from '../strip/keyControls.ts';
import { useFriction } from '../strip/useFriction.ts';

/**
 * How controls move a run. Who loads later and makes sliders of its own is handed them by the first load: importing them
 * would have the bundler cut the first load into small files, 4 kB more in all.
 */
export const hands = {
  scaleOf,
  stepFrom,
  fromSlider,
  sliderRange,
  toSlider,
  useParameter,
  useFriction,
  parameterId,
} as const;
export type Hands = typeof hands;
