import type { InitialPart } from '../types.ts';
import { bump } from './bump.ts';
import { explicit } from './explicit.ts';
import { mode } from './mode.ts';
import { noise } from './noise.ts';
import { packet } from './packet.ts';
import { randomStart } from './random.ts';
import { zero } from './zero.ts';

/** Every initial state that a scenario can name, by its kind. */
export const initials = {
  explicit,
  random: randomStart,
  zero,
  bump,
  mode,
  packet,
  noise,
} as const satisfies Record<string, InitialPart>;
