import '../../messages/late.ts';
import { create } from 'zustand';
import { decodeText } from '../../scenario/json.ts';
import { sameJson } from '../../scenario/plain.ts';
import { text } from '../../messages/index.ts';
import { shapeOf } from '../../scenario/build.ts';
import { withSamples } from '../../scenario/samples.ts';
import { guessRoles } from '../../scenario/table/columns.ts';
import { tableLimits } from '../../scenario/table/read.ts';
import { refilled } from '../../scenario/table/refill.ts';
import { tableSection } from '../../scenario/table/section.ts';
import { makeSamples, type Choices, type MadeSamples } from '../../scenario/table/samples.ts';
import type { Scenario, Section } from '../../scenario/types.ts';
import { useLab } from '../../store/index.ts';
import { showDialog } from '../uiState.ts';
import { readTable, type Reading, type ReadTable, type Unreadable } from './readTable.ts';

/** Where a table comes from. */
export interface TableSource {
  /** File name, or the name of a set that the lab brings; '' for what was pasted. */
  readonly name: string;
  /** Whose it is, for a set that the lab brings. */
  readonly credit: string;
}

interface TableState {
  readonly text: string;
  readonly source: TableSource;
  readonly reading: Reading;
  /** Null: nothing to read yet. */
  readonly table: ReadTable | Unreadable | null;
  readonly choices: Choices | null;
  readonly made: MadeSamples | null;
  /** Why the samples were not taken; '' for none. */
  readonly refused: string;
  /** The data of a run that the table is of; null: it was trained on by none. */
  readonly taken: Section | null;
  /** Whether its choices make the samples of that run. */
  readonly exact: boolean;
}

const AS_FOUND: Reading = { separator: 'auto', decimal: 'auto', header: 'auto' };
const EMPTY: TableState = {
  text: '',
  source: { name: '', credit: '' },
  reading: AS_FOUND,
  table: null,
  choices: null,
  made: null,
  refused: '',
  taken: null,
  exact: true,
};

/** The table that is looked at; kept while its dialog is closed. */
export const useTable = create<TableState>(() => EMPTY);

/** Samples of the lab's sets are held out by this share, at first. */
const FIRST_SHARE = 0.3;
/** From so many rows on some are held out, at first. */
const ENOUGH = 20;

export const isRead = (table: TableState['table']): table is ReadTable => table !== null && 'cells' in table;

function firstChoices(table: ReadTable, scenario: Scenario | null): Choices {
  const { columns, cells, decimal } = table;
  const roles = guessRoles(columns, scenario === null ? null : shapeOf(scenario));
  const holdColumn = columns.find((_, index) => roles[index].role === 'hold-out');
  const words = holdColumn?.words ?? [];
  const word = words.find((one) => /test|held|valid|^1$|^true$|^yes$/i.test(one)) ?? words.at(-1);
  const classes = columns.find(
    (_, index) => roles[index].role === 'target' && roles[index].kind === 'classes',
  );
  return {
    decimal,
    columns: roles,
    inputs: 'z-score',
    targets: 'none',
    coding: classes?.words?.length === 2 ? 'signs' : 'one-hot',
    holdOut:
      word !== undefined
        ? { by: 'column', word }
        : cells.rows.length >= ENOUGH
          ? { by: 'share', share: FIRST_SHARE, seed: 1 }
          : { by: 'none' },
    leaveOut: false,
  };
}

/** Reads a text; everything that was chosen is chosen anew. */
export function readText(
  text: string,
  source: TableSource,
  reading = AS_FOUND,
  preset: Partial<Choices> = {},
): void {
  const table = text === '' ? null : readTable(text, reading);
  const choices = isRead(table)
    ? { ...firstChoices(table, useLab.getState().present?.scenario ?? null), ...preset }
    : null;
  const unused = { refused: '', taken: null, exact: true };
  useTable.setState({ text, source, reading, table, ...unused, ...madeOf(table, choices) });
}

/** Shows the table of the run's own data, unless it is there, or a hand has brought one and not yet trained on it. */
export function showRunTable(): void {
  const data = useLab.getState().present?.scenario.data;
  const { taken, text: shown } = useTable.getState();
  if (data?.kind !== 'csv' || typeof data.text !== 'string') return;
  if (shown !== '' && (taken === null || sameJson(taken, data))) return;
  const words = { column: text('table.set'), training: text('table.training'), held: text('table.heldOut') };
  const run = refilled(data, words);
  const name = typeof data.name === 'string' ? data.name : '';
  const reading = { separator: ',', decimal: '.', header: 'yes' } as const;
  readText(run?.text ?? data.text, { name, credit: '' }, run === null ? AS_FOUND : reading, run?.choices);
  useTable.setState({ taken: data, exact: run?.exact ?? false });
}

/** Reads the same text otherwise. */
export function readOtherwise(change: Partial<Reading>): void {
  const { text, source, reading } = useTable.getState();
  readText(text, source, { ...reading, ...change });
}

function madeOf(table: TableState['table'], choices: Choices | null): Pick<TableState, 'choices' | 'made'> {
  const made = isRead(table) && choices !== null ? makeSamples(table.cells, table.columns, choices) : null;
  return { choices, made };
}

/** Makes other samples of the same table. */
export function choose(change: Partial<Choices>): void {
  const { table, choices } = useTable.getState();
  if (choices === null) return;
  useTable.setState({ ...madeOf(table, { ...choices, ...change }), refused: '' });
}

/** Gives one column another role or kind. */
export function chooseColumn(index: number, change: Partial<Choices['columns'][number]>): void {
  const { choices, table } = useTable.getState();
  if (choices === null || !isRead(table)) return;
  const columns = choices.columns.map((column, at) => {
    if (at === index) return { ...column, ...change };
    // One column says what is held out.
    return change.role === 'hold-out' && column.role === 'hold-out'
      ? { ...column, role: 'unused' as const }
      : column;
  });
  const holds = columns.findIndex(({ role }) => role === 'hold-out');
  const words = table.columns[holds]?.words ?? [];
  const was = choices.holdOut;
  const holdOut =
    holds < 0
      ? was.by === 'column'
        ? ({ by: 'none' } as const)
        : was
      : was.by === 'column' && words.includes(was.word)
        ? was
        : ({ by: 'column', word: words.at(-1) ?? '' } as const);
  choose({ columns, holdOut });
}

/** Opens the dialog with a file's table. */
export async function openTableFile(file: File, stillAsked: () => boolean): Promise<void> {
  if (file.size > tableLimits.bytes) {
    const size = (file.size / 1048576).toFixed(1);
    useLab.getState().report({
      source: file.name,
      path: '',
      value: text('file.size', { size }),
      expected: text('file.largest', { size: tableLimits.bytes / 1048576 }),
    });
    return;
  }
  const body = decodeText(new Uint8Array(await file.arrayBuffer()));
  if (!stillAsked()) return;
  readText(body, { name: file.name, credit: '' });
  showDialog('data');
}

/** Whether something can be trained on as it stands: samples, inputs and targets, and nothing unread that was not let go. */
export function isUsable({ made, choices }: Pick<TableState, 'made' | 'choices'>): boolean {
  if (made === null || choices === null) return false;
  const whole = made.problemCount === 0 || (choices.leaveOut && made.problems.every(({ row }) => row > 0));
  return whole && made.X.length > 0 && made.inputs.length > 0 && made.targets.length > 0;
}

/** Trains on the samples that were made: the run begins anew. @returns whether it did */
export async function takeSamples(): Promise<boolean> {
  const state = useTable.getState();
  const { made, source, table } = state;
  if (made === null || !isRead(table) || !isUsable(state)) return false;
  const title = source.name === '' ? text('table.ownTitle') : source.name.replace(/\.[a-z]+$/i, '');
  const shape = { inputs: made.inputs.length, outputs: made.targets.length };
  const section = tableSection(made, table.columns, source.name);
  const outcome = await useLab
    .getState()
    .begin('data', (document) => withSamples(document, shape, section), title);
  if (outcome.kind === 'refused') {
    const { path, expected } = outcome.problem;
    useLab.getState().report(null);
    useTable.setState({ refused: text('table.refused', { path, expected }) });
    return false;
  }
  useTable.setState({ taken: section, exact: true });
  return true;
}
