import { Group } from 'three';
import type { RunData } from '../../../engine/protocol.ts';
import { createDots, type DotData, type Dots } from '../../scene/dots.ts';
import type { SceneContext } from '../../scene/uniforms.ts';
import type { Plot } from '../layout.ts';
import { CURVE_HEIGHT } from './shaders.ts';
import { along, type Slice } from './slice.ts';
import { classOf, type Task } from './task.ts';

/** Samples that are drawn; of more, every k-th. */
const MOST = 1500;
const RADIUS = 3.2;
const TEST_RADIUS = 2.4;

/** Samples on the plot: filled and open by their class, or coloured by their target; those of the test as squares. */
export interface Samples {
  readonly object: Group;
  show(data: RunData, task: Task, slice: Slice, output: number): void;
  dispose(): void;
}

interface Marks {
  readonly dots: Dots;
  readonly data: DotData;
  count: number;
}

export function createSamples(context: SceneContext, { x, y, half }: Plot): Samples {
  const { colors } = context.palette;
  const object = new Group();
  const marks = (fill: 'text' | 'ground' | 'value', square: boolean): Marks => {
    const data: DotData = {
      count: MOST,
      center: new Float32Array(3 * MOST),
      data: new Float32Array(3 * MOST),
    };
    for (let n = 0; n < MOST; n++) data.data[3 * n] = n;
    const dots = createDots(context, data, {
      fill: fill === 'value' ? 'value' : 'plain',
      color: fill === 'value' ? undefined : colors[fill],
      outline: fill === 'text' ? colors.ground : colors.text,
      stroke: 1.1,
      bias: 0.2,
      fogLow: 1,
      outlineFogLow: 1,
      // On a small plot they are smaller.
      room: [2 * RADIUS, 2 * RADIUS],
      square,
    });
    dots.object.visible = false;
    object.add(dots.object);
    return { dots, data, count: 0 };
  };
  const sets = [false, true].map((square) => ({
    filled: marks('text', square),
    open: marks('ground', square),
    valued: marks('value', square),
  }));
  const every = sets.flatMap(({ filled, open, valued }) => [filled, open, valued]);

  const put = (into: Marks, right: number, up: number, value: number, radius: number): void => {
    const { count, data, dots } = into;
    data.center[3 * count] = x + half * right;
    data.center[3 * count + 1] = y + half * up;
    data.data[3 * count + 2] = radius;
    dots.values.data[count] = value;
    into.count++;
  };

  return {
    object,
    show(data, task, slice, output) {
      const { inputCount, outputCount } = data;
      const curve = slice.axes.length === 1;
      for (const set of every) set.count = 0;
      sets.forEach(({ filled, open, valued }, test) => {
        const inputs = test === 0 ? data.inputs : data.testInputs;
        const targets = test === 0 ? data.targets : data.testTargets;
        const samples = targets.length / outputCount;
        const step = Math.max(1, Math.ceil(samples / MOST));
        const radius = test === 0 ? RADIUS : TEST_RADIUS;
        for (let sample = 0; sample < samples; sample += step) {
          const target = targets[sample * outputCount + output];
          const right = along(slice.spans[0], inputs[sample * inputCount + slice.axes[0]]);
          if (curve) {
            const up = (CURVE_HEIGHT * (target - task.centre)) / task.half;
            if (Math.abs(up) <= 1) put(open, right, up, 0, radius);
            continue;
          }
          const up = along(slice.spans[1], inputs[sample * inputCount + slice.axes[1]]);
          const side = classOf(task, target);
          if (side === null) put(valued, right, up, (target - task.centre) / task.half, radius);
          else put(side ? filled : open, right, up, 0, radius);
        }
      });
      for (const { dots, count } of every) {
        dots.object.visible = count > 0;
        dots.show(count);
        dots.moved();
        dots.values.touch();
      }
    },
    dispose() {
      for (const { dots } of every) dots.dispose();
    },
  };
}
