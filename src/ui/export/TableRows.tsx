import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { dialects, type DialectName } from '../../scenario/table/write.ts';
import { ChoiceRow } from '../controls/ChoiceRow.tsx';
import { SwitchRow } from '../controls/SwitchRow.tsx';

/** How a table is written. */
export interface TableWish {
  readonly dialect: DialectName;
  /** Whether it begins with the run, in lines that begin with #. */
  readonly comments: boolean;
}

interface TableRowsProps {
  readonly table: TableWish;
  readonly setTable: (table: TableWish) => void;
}

/** What tells its columns apart, and whether it names its run. */
export function TableRows({ table, setTable }: TableRowsProps): JSX.Element {
  return (
    <>
      <ChoiceRow
        label={text('export.dialect')}
        value={table.dialect}
        options={(Object.keys(dialects) as DialectName[]).map((value) => ({
          value,
          label: text(`export.dialect.${value}`),
        }))}
        restarts={false}
        onChoose={(next) => setTable({ ...table, dialect: next as DialectName })}
      />
      <SwitchRow
        label={text('export.comments')}
        checked={table.comments}
        onChange={(comments) => setTable({ ...table, comments })}
      />
    </>
  );
}
