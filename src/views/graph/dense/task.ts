import type { RunData } from '../../../engine/protocol.ts';
import type { Responses } from '../../../store/index.ts';
import { aroundZero, extent } from '../../charts/axes.ts';
import { classesOf, rightOf, thresholdOf, type Classes } from '../../charts/learned/classes.ts';
import { strided } from '../../charts/learned/data.ts';

/** Colours of an output: their middle, how far their ends are from it, and the value at which a line is drawn. */
export interface Colours {
  readonly centre: number;
  readonly half: number;
  readonly level: number;
}

/** What a run's outputs are to be, as far as pictures show it. */
export interface Task extends Colours {
  readonly classes: Classes;
}

/** @param output  which of the outputs */
export function taskOf(data: Pick<RunData, 'targets' | 'outputCount'>, output: number): Task {
  const classes = classesOf(data.targets, data.outputCount);
  if (classes?.kind === 'sign') return { classes, centre: 0, half: 1, level: 0 };
  if (classes !== null) return { classes, centre: 0.5, half: 0.5, level: 0.5 };
  const targets = extent([strided(data.targets, output, data.outputCount)]) ?? { min: -1, max: 1 };
  return { classes, centre: 0, half: aroundZero(targets).max || 1, level: 0 };
}

/** The value at which the line of a track is drawn, and the colours of its map: logits are centred at 0. */
export function coloursOf(task: Task, logits: boolean): Colours {
  if (!logits || task.classes?.kind !== 'bit') return task;
  return { centre: 0, half: LOGIT, level: thresholdOf(task.classes, true) };
}

/** Whether a target is of the class that is drawn filled; null where targets are numbers to be met. */
export function classOf({ classes, level }: Task, target: number): boolean | null {
  return classes === null ? null : target > level;
}

/** A logit at which a class is as good as sure: σ(4) = 0.98. */
const LOGIT = 4;

/** How many training samples a track puts into their class; null where they are no classes, or it has others. **exact** */
export function rightCount(
  { classes }: Task,
  data: Pick<RunData, 'targets' | 'outputCount'>,
  track: Responses['tracks'][number],
  logits: boolean,
): number | null {
  if (classes === null || track.outputs.length !== data.targets.length) return null;
  return rightOf(classes, track.outputs, data.targets, data.outputCount, logits);
}
