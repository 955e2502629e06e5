/** A formula that a part declares, for people: as TeX with colour roles, and as plain text. */
export interface Formula {
  readonly id: string;
  readonly tex: string;
  readonly plain: string;
}

/** Marks letters as those of one quantity, which has one colour everywhere. */
export const role = (name: string, tex: string): string => `\\htmlClass{c-${name}}{${tex}}`;

/** A formula, and below it where it holds and what its letters are. */
export function lines(formula: string, ...rest: readonly string[]): string {
  const below = rest.map((line) => `\\\\[2pt] &\\quad ${line}`).join('');
  return `\\begin{aligned} &${formula}${below} \\end{aligned}`;
}

/** The scale factor a(t), in the colour of the expansion. */
export const scaleFactorTex = role('expansion', 'a');
