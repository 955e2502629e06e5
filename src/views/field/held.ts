import type { Drive } from './drive.ts';
import type { FieldPlan } from './plan.ts';

/** What a hand adds to what is drawn, before it lets go and the run has it; a kick: what it adds in one unit of time. */
export interface Held {
  readonly target: 'weights' | 'J' | 'K' | 'force' | 'kick';
  /** What is added at an amplitude of 1: by weight, or by bond. */
  readonly shape: Float32Array;
  /** What the shape is multiplied by, over the main run's values as they are now. */
  readonly amplitude: (values: Float32Array) => number;
  /** What the scale holds at least: it does not shrink in the hand. */
  readonly least: number;
}

/** The runs of a plan and what drives them, with what a hand adds. Allocates once. */
export interface HeldValues {
  /** What is held of the main run, in whichever picture: the other half of a comparison shows it, too. */
  now(own: Held | null): Held | null;
  /** The values of a line, with what is held; the array is the line's own, or this one's. */
  line(index: number, values: Float32Array, held: Held | null): Float32Array;
  drive(drive: Drive | null, held: Held | null): Drive | null;
}

/** What the main run's picture holds, and what its shape is multiplied by over the main run's values. */
let inHand: Held | null = null;
let amplitude = 0;

export function createHeldValues({ lines, held: holds }: FieldPlan): HeldValues {
  const buffers: (Float32Array | undefined)[] = [];
  let source = new Float32Array(0);
  return {
    now(own) {
      if (holds) inHand = own;
      return lines[0].alike ? inHand : null;
    },
    line(index, values, held) {
      const kicked = held?.target === 'kick' && holds && index === 0;
      if (held === null || (held.target !== 'weights' && !kicked)) return values;
      if (holds && index === 0) amplitude = held.amplitude(values);
      if (!lines[index].alike) return values;
      const out = (buffers[index] ??= new Float32Array(values.length));
      return addScaled(values, held.shape, amplitude, out);
    },
    drive(drive, held) {
      if (drive === null || (held?.target !== 'J' && held?.target !== 'K')) return drive;
      const name = held.target;
      if (source.length !== held.shape.length) source = new Float32Array(held.shape.length);
      const sum = addScaled(drive[name], held.shape, held.amplitude(drive[name]), source);
      const limit = Math.max(name === 'J' ? drive.limitJ : drive.limitK, held.least, sizeOf(sum));
      return name === 'J'
        ? { ...drive, J: sum, barJ: sum, limitJ: limit }
        : { ...drive, K: sum, barK: sum, limitK: limit };
    },
  };
}

/** Largest size of any of them. */
export function sizeOf(values: Float32Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}

function addScaled(values: Float32Array, shape: Float32Array, by: number, out: Float32Array): Float32Array {
  for (let n = 0; n < out.length; n++) out[n] = values[n] + by * shape[n];
  return out;
}
