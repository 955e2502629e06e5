import { useState, type JSX } from 'react';
import { formatInteger } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import type { Column, ColumnKind, Role } from '../../scenario/table/columns.ts';
import type { ReadTable } from './readTable.ts';
import { chooseColumn, useTable } from './state.ts';
import { holdsText } from './words.ts';

/** Columns that stand on one page. */
const PAGE = 40;
const roles: readonly Role[] = ['input', 'target', 'hold-out', 'unused'];
const kinds: readonly ColumnKind[] = ['number', 'classes'];

/** One row for each column of the table: what it is used as, how it is read, and what it holds. */
export function ColumnTable({ table }: { readonly table: ReadTable }): JSX.Element {
  const [asked, setPage] = useState(0);
  const { columns } = table;
  const pages = Math.ceil(columns.length / PAGE);
  const page = Math.min(asked, pages - 1);
  const from = page * PAGE;
  const shown = columns.slice(from, from + PAGE);
  return (
    <section>
      <h3>{text('table.columns')}</h3>
      <div className="data-scroll">
        <table className="data-columns">
          <thead>
            <tr>
              <th scope="col">{text('table.column')}</th>
              <th scope="col">{text('table.usedAs')}</th>
              <th scope="col">{text('table.readAs')}</th>
              <th scope="col">{text('table.holds')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((column, at) => (
              <ColumnRow key={from + at} column={column} index={from + at} />
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 ? (
        <div className="data-pages">
          <button type="button" className="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {text('table.previous')}
          </button>
          <span>
            {text('table.page', {
              from: formatInteger(from + 1),
              to: formatInteger(from + shown.length),
              count: formatInteger(columns.length),
            })}
          </span>
          <button
            type="button"
            className="button"
            disabled={page === pages - 1}
            onClick={() => setPage(page + 1)}
          >
            {text('table.next')}
          </button>
        </div>
      ) : null}
    </section>
  );
}

function ColumnRow({ column, index }: { readonly column: Column; readonly index: number }): JSX.Element {
  const choice = useTable((state) => state.choices?.columns[index]);
  const { name } = column;
  const role = choice?.role ?? 'unused';
  return (
    <tr className={role === 'unused' ? 'unused' : undefined}>
      <th scope="row" title={name}>
        {name}
      </th>
      <td>
        <select
          aria-label={text('table.roleOf', { column: name })}
          value={role}
          onChange={(event) => chooseColumn(index, { role: event.currentTarget.value as Role })}
        >
          {roles.map((value) => (
            <option key={value} value={value}>
              {text(`table.role.${value}`)}
            </option>
          ))}
        </select>
      </td>
      <td>
        {role === 'unused' || role === 'hold-out' ? null : (
          <select
            aria-label={text('table.kindOf', { column: name })}
            value={choice?.kind ?? 'number'}
            onChange={(event) => chooseColumn(index, { kind: event.currentTarget.value as ColumnKind })}
          >
            {kinds.map((value) => (
              <option key={value} value={value}>
                {text(`table.kind.${value}`)}
              </option>
            ))}
          </select>
        )}
      </td>
      <td>{holdsText(column)}</td>
    </tr>
  );
}
