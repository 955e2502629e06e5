import { formatInteger, formatShort } from '../../messages/format.ts';
import { declared, text } from '../../messages/index.ts';
import { controlsOf, type ParameterControl, type SectionControls } from '../../scenario/controls.ts';
import type { Scenario } from '../../scenario/types.ts';

/** Digits of a number on paper: enough to set the lab to it. */
const DIGITS = 6;
/** Most numbers of a list that are written out. */
const MOST_LISTED = 6;

/** What colours and heights of the pictures reach to. @param magnified  by hand, 1 where they are not */
export function scaleWords(magnified: number): string {
  return magnified > 1
    ? text('worksheet.scaleMagnified', { factor: formatInteger(magnified) })
    : text('worksheet.scale');
}

/** One line of the table: what a control is called, and its value in each run. */
export interface ValueRow {
  readonly path: string;
  readonly symbol: string;
  readonly name: string;
  readonly unit: string;
  /** One for each run; null where that run has no such control. */
  readonly values: readonly (string | null)[];
}

export interface ValueGroup {
  readonly title: string;
  /** The kind of each run. */
  readonly kinds: readonly string[];
  readonly rows: readonly ValueRow[];
}

function countNumbers(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countNumbers(item), 0);
  return typeof value === 'number' ? 1 : 0;
}

/**
 * A value as it is written on paper.
 *  @param resolved  what the run uses where the value leaves it to the run; null where nothing is known
 */
export function valueWords({ declaration, value }: ParameterControl, resolved: number | null = null): string {
  if (typeof value === 'number') {
    return Number.isInteger(value) ? formatInteger(value) : formatShort(value, DIGITS);
  }
  if (typeof value === 'boolean') return text(value ? 'change.on' : 'change.off');
  if (typeof value === 'string') {
    if (declaration.type === 'choice') {
      return declaration.options.find((option) => option.value === value)?.label ?? value;
    }
    return resolved === null ? value : `${value}, ${formatShort(resolved, DIGITS)}`;
  }
  if (value === null || value === undefined) {
    return resolved === null ? text('control.auto') : formatShort(resolved, DIGITS);
  }
  if (
    Array.isArray(value) &&
    value.length <= MOST_LISTED &&
    value.every((item) => typeof item === 'number')
  ) {
    return value.map((item: number) => formatShort(item, DIGITS)).join(', ');
  }
  const count = countNumbers(value);
  if (count > 0) return text('control.numbers', { count });
  const { kind } = value as { readonly kind?: unknown };
  return typeof kind === 'string' ? kind : text('control.numbers', { count });
}

/** What the first run uses where its values leave it to the run, by path. */
export type Resolved = (path: string) => number | null;

/**
 * The controls of some runs with their values, section by section, the first run's order first.
 *  @param runs  the runs as they stand, the main one first
 */
export function valueGroups(runs: readonly Scenario[], resolved: Resolved): readonly ValueGroup[] {
  const all = runs.map((run) => controlsOf(run));
  return all[0].flatMap(({ section, label }, index): ValueGroup[] => {
    const parts = all.map((sections) => sections[index]);
    const rows = rowsOf(parts, resolved);
    const kinds = parts.map(({ partLabel }) => partLabel);
    const plain = parts.every(({ kinds }) => kinds.length < 2);
    return rows.length === 0 && plain ? [] : [{ title: declared(`section.${section}`, label), kinds, rows }];
  });
}

function rowsOf(parts: readonly SectionControls[], resolved: Resolved): readonly ValueRow[] {
  const known = new Map<string, { readonly part: SectionControls; readonly control: ParameterControl }>();
  for (const part of parts) {
    for (const control of part.parameters) {
      if (!known.has(control.path)) known.set(control.path, { part, control });
    }
  }
  return [...known.values()].map(({ part, control: { path, name, declaration } }) => ({
    path,
    symbol: declaration.symbol,
    name: declared(`parameter.${part.section}.${part.kind}.${name}.label`, declaration.label),
    unit: declaration.unit ?? '',
    values: parts.map(({ parameters }, run) => {
      const control = parameters.find((each) => each.path === path);
      return control === undefined ? null : valueWords(control, run === 0 ? resolved(path) : null);
    }),
  }));
}
