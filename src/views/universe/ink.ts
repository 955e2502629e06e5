import { drawnRoot } from '../scene/palette.ts';

/** Colours and widths of the present ground for what is drawn by hand, as CSS has them. */
export interface Ink {
  ground: string;
  text: string;
  text2: string;
  text3: string;
  line: string;
  lineStrong: string;
  expansion: string;
  second: string;
  ghost: string;
  theory: string;
  font: string;
  /** Size of small type, pixels. */
  type: number;
  hair: number;
  ghostWidth: number;
  track: number;
}

/** Reads the tokens of an element; without one, of what is being drawn for. */
export function readInk(of: Element = drawnRoot()): Ink {
  const style = getComputedStyle(of);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const size = (name: string, otherwise: number): number => Number.parseFloat(token(name)) || otherwise;
  return {
    ground: token('ground'),
    text: token('text'),
    text2: token('text-2'),
    text3: token('text-3'),
    line: token('line'),
    lineStrong: token('line-strong'),
    expansion: token('expansion'),
    second: token('second'),
    ghost: token('ghost'),
    theory: token('theory'),
    font: token('font'),
    type: size('type-1', 12),
    hair: size('line-hair', 1),
    ghostWidth: size('line-ghost', 1.75),
    track: size('line-track', 2.75),
  };
}
