import { between, css, mix, readTokens, type Rgb } from '../parts/colors.ts';

/** Most of a value, as it is stored. */
export const FULL = 127;

/** What the small pictures are drawn with: the tokens of the ground at work, and fog towards it. */
export interface Ink {
  /** The diverging map at a stored value; depth from 0 (far) to 1 (near). */
  field(value: number, depth?: number): string;
  /** The sequential map at a stored value, 0 to 127. */
  height(value: number, depth?: number): string;
  /** A role's colour. */
  role(name: Role, depth?: number): string;
  /** Colour of a run, by the part it plays. */
  run(role: string): Role;
  /** Factor on widths of lines. */
  readonly line: number;
}

export type Role = 'second' | 'ghost' | 'theory' | 'J' | 'K' | 'expansion' | 'text' | 'text-3' | 'ground';

/** What fog leaves of the farthest colour. */
const FAR = 0.34;

/** The colours by which runs are told apart (as in the timeline). */
const runs: Readonly<Record<string, Role>> = {
  second: 'second',
  ghost: 'ghost',
  descent: 'ghost',
  theory: 'theory',
  continuum: 'theory',
};

const names = ['second', 'ghost', 'theory', 'J', 'K', 'expansion', 'text', 'text-3', 'ground'] as const;

export function readGalleryInk(element: Element): Ink {
  const { rgb, map, token } = readTokens(element);
  const [div, seq] = [map('div'), map('seq')];
  const colors = Object.fromEntries(names.map((name) => [name, rgb(`--${name}`)])) as Record<Role, Rgb>;
  const foggy = (color: Rgb, depth: number): string =>
    css(depth >= 1 ? color : mix(colors.ground, color, FAR + (1 - FAR) * depth));
  return {
    field: (value, depth = 1) => foggy(between(div, 0.5 + value / (2 * FULL)), depth),
    height: (value, depth = 1) => foggy(between(seq, value / FULL), depth),
    role: (name, depth = 1) => foggy(colors[name], depth),
    run: (role) => runs[role] ?? 'theory',
    line: Number.parseFloat(token('--line-hair')) || 1,
  };
}
