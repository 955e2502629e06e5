import type { Asked } from './model.ts';
import { taskOf, type Task } from './task.ts';

/** What the plot shows at the moment, for its labels. */
export interface PlotState {
  asked: Asked | null;
  task: Task;
  colours: { centre: number; half: number };
  /** Neuron of the layout that is drawn large, and whether it is an output as it is learned. */
  neuron: number;
  neuronIsOutput: boolean;
  /** Output at which the line of the shown track, and of the other, is drawn. */
  level: number;
  otherLevel: number;
  /** Training samples in their class; null where nothing is counted. */
  right: number | null;
  otherRight: number | null;
  /** Whether the pane has room for few words beside the plot: whole sentences would lie over the network. */
  narrow: boolean;
}

/** Widths of small type in a pane below which words beside the plot are few. */
const NARROW = 40;

/** Whether a pane of so many pixels is narrow for its type. @param type  pixels of small type */
export const isNarrow = (width: number, type: number): boolean => width < NARROW * type;

export function emptyState(): PlotState {
  return {
    asked: null,
    task: taskOf({ targets: new Float64Array(0), outputCount: 0 }, 0),
    colours: { centre: 0, half: 1 },
    neuron: -1,
    neuronIsOutput: true,
    level: 0,
    otherLevel: 0,
    right: null,
    otherRight: null,
    narrow: false,
  };
}
