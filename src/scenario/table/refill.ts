import { scaled } from '../../physics/data/csv.ts';
import { numberIn, readCsv } from '../../physics/data/readCsv.ts';
import { sameJson } from '../plain.ts';
import type { Section } from '../types.ts';
import { columnsOf, type ColumnKind, type Role } from './columns.ts';
import { makeSamples, type Choices, type Scaling } from './samples.ts';
import { field } from './write.ts';

/** What the rows that are held out are told by: the name of their column, and its two words. */
export interface HeldWords {
  readonly column: string;
  readonly training: string;
  readonly held: string;
}

/** A table, and what was chosen of it, that make the samples of a document. */
export interface Refilled {
  readonly text: string;
  readonly choices: Choices;
  /** Whether they make them to the last bit; else the document says what no choice does. */
  readonly exact: boolean;
}

/** One number of a sample in the document's table. */
interface Given {
  readonly name: string;
  readonly role: Role;
  readonly offset: number;
  readonly scale: number;
  /** [training rows, then rows held out] */
  readonly cells: readonly string[];
}

/** One column of the table that is shown. */
interface Shown {
  readonly name: string;
  readonly role: Role;
  readonly kind: ColumnKind;
  readonly signs: boolean;
  readonly cells: readonly string[];
}

type Test = { readonly X: readonly number[][]; readonly Y: readonly number[][] };

/** The number of fewest digits that is scaled to a value; where none is, to the last bit, the one that was meant. */
function unscaled(value: number, offset: number, scale: number): number {
  const about = offset + scale * value;
  for (let digits = 1; digits <= 17; digits++) {
    const short = Number(about.toPrecision(digits));
    if (scaled(short, offset, scale) === value) return short;
  }
  return about;
}

function givenOf({ text, inputs, targets, offset, scale, test }: Section): readonly Given[] | null {
  const rows = readCsv(String(text)).map(({ cells }) => cells);
  const head = rows[0]?.every((cell) => !Number.isNaN(numberIn(cell))) ? null : rows.shift();
  if (!Array.isArray(inputs) || !Array.isArray(targets) || rows.length === 0) return null;
  const names = (head ?? rows[0].map((_, n) => `column ${n + 1}`)).map((name) => name.trim());
  const held = test as Test | undefined;
  return [...inputs, ...targets].map((place: string | number, n): Given => {
    const at = typeof place === 'string' ? names.indexOf(place) : place;
    const by = {
      offset: (offset as number[] | undefined)?.[n] ?? 0,
      scale: (scale as number[] | undefined)?.[n] ?? 1,
    };
    const out = held?.X.map((x, l) => String(unscaled([...x, ...held.Y[l]][n], by.offset, by.scale))) ?? [];
    const role = n < inputs.length ? 'input' : 'target';
    return { name: names[at], role, ...by, cells: [...rows.map((cells) => cells[at].trim()), ...out] };
  });
}

const isBit = (cell: string): boolean => cell === '0' || cell === '1';

/** How many numbers from one on are the classes of one column: `colour: blue`, `colour: red`, one of them 1 in every row. */
function classesFrom(all: readonly Given[], from: number): number {
  const { name, role, offset, scale } = all[from];
  const column = /^(.*): /.exec(name)?.[1];
  const signs = offset === 0.5 && scale === 0.5;
  if (column === undefined || (!signs && (offset !== 0 || scale !== 1))) return 0;
  let end = from;
  while (
    end < all.length &&
    all[end].name.startsWith(`${column}: `) &&
    all[end].role === role &&
    all[end].offset === offset &&
    all[end].scale === scale
  )
    end++;
  const group = all.slice(from, end);
  const single = all[from].cells.every(
    (_, l) =>
      group.every(({ cells }) => isBit(cells[l])) &&
      group.filter(({ cells }) => cells[l] === '1').length === 1,
  );
  return single && group.length > 1 ? group.length : 0;
}

function shownOf(all: readonly Given[]): readonly Shown[] {
  const shown: Shown[] = [];
  for (let at = 0; at < all.length; at++) {
    const { name, role, cells, offset, scale } = all[at];
    const signs = offset === 0.5 && scale === 0.5;
    const count = classesFrom(all, at);
    if (count > 0) {
      const column = /^(.*): /.exec(name)?.[1] ?? name;
      const group = all.slice(at, at + count);
      const word = (l: number): string =>
        (group.find((one) => one.cells[l] === '1')?.name ?? '').slice(column.length + 2);
      shown.push({ name: column, role, kind: 'classes', signs, cells: cells.map((_, l) => word(l)) });
      at += count - 1;
    } else {
      // Of two classes that are −1 and +1 the table has one column, of 0 and 1.
      const kind = signs && cells.every(isBit) && new Set(cells).size === 2 ? 'classes' : 'number';
      shown.push({ name, role, kind, signs: signs && kind === 'classes', cells });
    }
  }
  return shown;
}

const scalings: readonly Scaling[] = ['none', 'z-score', 'interval'];

/**
 * The table that a data section of the kind `csv` was made of, as far as it can be told, and the choices that make it
 * again: classes in one column, rows held out among the others. Null where it does not say its columns.
 */
export function refilled(section: Section, words: HeldWords): Refilled | null {
  const given = givenOf(section);
  if (given === null) return null;
  const held = (section.test as Test | undefined)?.X.length ?? 0;
  const training = given[0].cells.length - held;
  const columns = [...shownOf(given)];
  if (held > 0) {
    const cells = given[0].cells.map((_, l) => (l < training ? words.training : words.held));
    columns.push({ name: words.column, role: 'hold-out', kind: 'classes', signs: false, cells });
  }
  const names = columns.map(({ name }) => name);
  const rows = given[0].cells.map((_, l) => columns.map(({ cells }) => cells[l]));
  const found = columnsOf({ rows, numbers: [] }, names, '.');
  const wanted = (role: Role): number[][] =>
    Array.from({ length: training }, (_, l) =>
      given
        .filter((one) => one.role === role)
        .map(({ cells, offset, scale }) => scaled(numberIn(cells[l]), offset, scale)),
    );
  const [X, Y] = [wanted('input'), wanted('target')];
  const chosen = (inputs: Scaling, targets: Scaling): Choices => ({
    decimal: '.',
    columns: columns.map(({ role, kind }) => ({ role, kind })),
    inputs,
    targets,
    coding: columns.some(({ signs }) => signs) ? 'signs' : 'one-hot',
    holdOut: held > 0 ? { by: 'column', word: words.held } : { by: 'none' },
    leaveOut: false,
  });
  const choices = scalings
    .flatMap((inputs) => scalings.map((targets) => chosen(inputs, targets)))
    .find((one) => {
      const made = makeSamples({ rows, numbers: rows.map((_, l) => l + 2) }, found, one);
      return sameJson(made.X, X) && sameJson(made.Y, Y);
    });
  const lines = [names, ...rows].map((cells) => `${cells.map((cell) => field(cell, ',')).join(',')}\n`);
  return { text: lines.join(''), choices: choices ?? chosen('none', 'none'), exact: choices !== undefined };
}
