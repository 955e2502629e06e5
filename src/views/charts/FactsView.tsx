import type { JSX } from 'react';
import type { Facts } from './figure.ts';
import { Words } from './Words.tsx';

interface FactsProps {
  readonly facts: Facts;
  readonly title: string;
}

/** Numbers beside a figure, a column for each track. */
export function FactsView({ facts, title }: FactsProps): JSX.Element {
  return (
    <>
      {facts.rows.length === 0 ? null : <FactsTable facts={facts} title={title} />}
      <p>
        {facts.notes.map((note) => (
          <span key={note}>
            <Words of={note} />
          </span>
        ))}
      </p>
    </>
  );
}

function FactsTable({ facts, title }: FactsProps): JSX.Element {
  return (
    <table aria-label={title}>
      <thead>
        <tr>
          <th>
            <span className="vh">{title}</span>
          </th>
          {facts.columns.map(({ name, ink }) => (
            <th key={name} scope="col" className={`ink-${ink}`}>
              <Words of={name} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {facts.rows.map(({ name, values }) => (
          <tr key={name}>
            <th scope="row">
              <Words of={name} />
            </th>
            {values.map((value, index) => (
              <td key={facts.columns[index].name}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
