import { describe, expect, it } from 'vitest';
import { columnsOf, type ColumnKind, type Role } from '../../../src/scenario/table/columns.ts';
import { refilled } from '../../../src/scenario/table/refill.ts';
import { makeSamples, type Choices } from '../../../src/scenario/table/samples.ts';
import { tableSection } from '../../../src/scenario/table/section.ts';
import type { Section } from '../../../src/scenario/types.ts';
import { readTable } from '../../../src/ui/data/readTable.ts';

const names = ['length', 'width', 'colour', 'answer', 'age'];
const rows = [
  '0.1 7 red yes 3',
  '0.7 9 blue no 1',
  '-1e-7 4 green no 2',
  '12.3 4 red yes 8',
  '3 5 blue yes 0.3',
  '5.1 3 green no 1.5',
].map((row) => row.split(' '));
const cells = { rows, numbers: rows.map((_, l) => l + 2) };
const words = { column: 'Set', training: 'training', held: 'held out' };

function sectionOf(
  change: Partial<Choices>,
  roles: readonly Role[],
  kinds: readonly ColumnKind[] = [],
): Section {
  const columns = columnsOf(cells, names, '.');
  const choices: Choices = {
    decimal: '.',
    columns: roles.map((role, n) => ({
      role,
      kind: kinds[n] ?? (n === 2 || n === 3 ? 'classes' : 'number'),
    })),
    inputs: 'none',
    targets: 'none',
    coding: 'one-hot',
    holdOut: { by: 'none' },
    leaveOut: false,
    ...change,
  };
  return tableSection(makeSamples(cells, columns, choices), columns, 'fruit.csv');
}

/** The section that training on what is shown again would make. */
function again(section: Section): Section {
  const run = refilled(section, words);
  if (run === null) throw new Error('nothing to show');
  const table = readTable(run.text, { separator: ',', decimal: '.', header: 'yes' });
  if (!('cells' in table)) throw new Error(JSON.stringify(table));
  const { text: _, ...rest } = tableSection(
    makeSamples(table.cells, table.columns, run.choices),
    table.columns,
    'fruit.csv',
  );
  return rest;
}

const all = ['input', 'input', 'input', 'target', 'unused'] as const;
const share = { by: 'share', share: 0.34, seed: 3 } as const;

describe('the table of a run, shown again', () => {
  for (const inputs of ['none', 'z-score', 'interval'] as const)
    for (const coding of ['one-hot', 'signs'] as const)
      for (const holdOut of [{ by: 'none' } as const, share])
        it(`inputs ${inputs}, classes ${coding}, ${holdOut.by === 'none' ? 'none' : 'some'} held out: the samples are the same to the last bit`, () => {
          const section = sectionOf({ inputs, coding, holdOut }, all);
          expect(refilled(section, words)?.exact).toBe(true);
          const { offset, scale, test } = again(section);
          expect({ offset, scale, test }).toEqual({
            offset: section.offset,
            scale: section.scale,
            test: section.test,
          });
        });

  it('classes are one column again, by their words; rows held out are told by a column of their own, in their own numbers', () => {
    const section = sectionOf({ inputs: 'z-score', holdOut: share }, [
      'input',
      'unused',
      'target',
      'unused',
      'unused',
    ]);
    const run = refilled(section, words);
    const lines = run?.text.trim().split('\n') ?? [];
    expect(lines[0]).toBe('length,colour,Set');
    expect(lines).toHaveLength(rows.length + 1);
    for (const line of lines.slice(1)) {
      const [length, colour] = line.split(',');
      expect(rows).toContainEqual(expect.arrayContaining([String(Number(length)), colour]));
    }
    expect(lines.filter((line) => line.endsWith(',held out'))).toHaveLength(2);
    expect(run?.choices.holdOut).toEqual({ by: 'column', word: 'held out' });
  });

  it('of 200 rows held out the numbers are those of the table, digit for digit, and scale to the same bits', () => {
    const many = Array.from({ length: 400 }, (_, l) => [
      String(Number((((l * 7919) % 1000) / 97 - 3).toFixed(3))),
      String(l),
    ]);
    const table = { rows: many, numbers: many.map((_, l) => l + 2) };
    const columns = columnsOf(table, ['a', 'b'], '.');
    const number = 'number' as const;
    const section = tableSection(
      makeSamples(table, columns, {
        decimal: '.',
        columns: [
          { role: 'input', kind: number },
          { role: 'target', kind: number },
        ],
        inputs: 'z-score',
        targets: 'interval',
        coding: 'one-hot',
        holdOut: { by: 'share', share: 0.5, seed: 5 },
        leaveOut: false,
      }),
      columns,
      '',
    );
    const lines = (refilled(section, words)?.text ?? '').trim().split('\n').slice(1);
    expect(lines).toHaveLength(400);
    expect(new Set(lines.map((line) => line.split(',').slice(0, 2).join()))).toEqual(
      new Set(many.map((row) => row.join())),
    );
    expect(again(section).test).toEqual(section.test);
  });

  it('what no choice makes is shown all the same, and said', () => {
    const section = sectionOf({ inputs: 'z-score' }, ['input', 'input', 'unused', 'unused', 'target']);
    const odd = { ...section, scale: [7, 1, 1] };
    const run = refilled(odd, words);
    expect(run?.exact).toBe(false);
    expect(run?.text).toBe(refilled(section, words)?.text);
    expect(refilled({ kind: 'csv', text: '1,2\n' }, words)).toBeNull();
  });
});
