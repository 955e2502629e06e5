import { useMemo, type JSX } from 'react';
import { formatShort } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { systemFor } from '../../scenario/samples.ts';
import { ScenarioError } from '../../scenario/types.ts';
import type { MadeSamples } from '../../scenario/table/samples.ts';
import { useLab } from '../../store/index.ts';
import { SwitchRow } from '../controls/SwitchRow.tsx';
import type { ReadTable } from './readTable.ts';
import { choose, useTable } from './state.ts';
import { entryText, madeText, problemText } from './words.ts';

/** Problems, numbers and samples that are listed. */
const MOST_PROBLEMS = 6;
const MOST_ENTRIES = 200;
const PREVIEW_ROWS = 6;
const PREVIEW_INPUTS = 8;
const PREVIEW_TARGETS = 6;

/** Whether the network of the run takes samples of this width. */
function useFit({ inputs, targets }: MadeSamples): string | null {
  const scenario = useLab((state) => state.present?.scenario ?? null);
  return useMemo(() => {
    if (scenario === null || inputs.length === 0 || targets.length === 0) return null;
    const shape = { inputs: inputs.length, outputs: targets.length };
    try {
      return text(`table.system.${systemFor(scenario, shape).fit}`, shape);
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      return error.message;
    }
  }, [scenario, inputs.length, targets.length]);
}

/** What was made of the table: told, how each number is made, and the first samples. */
export function MadeReport({ table }: { readonly table: ReadTable }): JSX.Element | null {
  const made = useTable((state) => state.made);
  return made === null ? null : <Report table={table} made={made} />;
}

function Report({ table, made }: { readonly table: ReadTable; readonly made: MadeSamples }): JSX.Element {
  const coding = useTable((state) => state.choices?.coding ?? 'one-hot');
  const fit = useFit(made);
  const { inputs, targets } = made;
  const entries = [...inputs, ...targets];
  return (
    <section className="data-made">
      <p>
        {madeText(made, table.columns).join(' ')} {fit}
      </p>
      {entries.length === 0 ? null : (
        <details>
          <summary>{text('table.how')}</summary>
          <ol>
            {entries.slice(0, MOST_ENTRIES).map((entry) => (
              <li key={`${entry.column}:${entry.word}`}>{entryText(entry, table.columns, coding)}</li>
            ))}
          </ol>
        </details>
      )}
      <Preview made={made} />
    </section>
  );
}

/** What cannot be read, beside the text that is to be mended, and the other way: to do without those rows. */
export function UnreadReport({ table }: { readonly table: ReadTable }): JSX.Element | null {
  const problems = useTable((state) => state.made?.problems);
  const count = useTable((state) => state.made?.problemCount ?? 0);
  const leaveOut = useTable((state) => state.choices?.leaveOut ?? false);
  if (problems === undefined || (count === 0 && !leaveOut)) return null;
  const told = problems.slice(0, MOST_PROBLEMS);
  return (
    <section className="data-unread">
      {count === 0 ? null : (
        <div className="data-problem" role="alert">
          <strong>{text('table.problems', { count })}</strong>
          <ul>
            {told.map((problem) => (
              <li key={`${problem.row}:${problem.column}`}>{problemText(problem, table)}</li>
            ))}
            {count > told.length ? <li>{text('table.more', { count: count - told.length })}</li> : null}
          </ul>
        </div>
      )}
      <SwitchRow
        label={text('table.leaveOut')}
        checked={leaveOut}
        onChange={(next) => choose({ leaveOut: next })}
      />
    </section>
  );
}

/** The first samples as the network gets them. */
function Preview({ made }: { readonly made: MadeSamples }): JSX.Element | null {
  const { X, Y, test, inputs, targets } = made;
  if (X.length === 0 || inputs.length + targets.length === 0) return null;
  const rows = [
    ...X.slice(0, PREVIEW_ROWS).map((x, l) => ({ set: text('table.training'), x, y: Y[l] })),
    ...(test?.X.slice(0, 1).map((x, l) => ({ set: text('table.heldOut'), x, y: test.Y[l] })) ?? []),
  ];
  const rest = (count: number, most: number): JSX.Element | null => (count > most ? <td>…</td> : null);
  return (
    <>
      <h3>{text('table.preview')}</h3>
      <div className="data-scroll">
        <table className="data-preview">
          <thead>
            <tr>
              <th scope="col">{text('table.set')}</th>
              {inputs.slice(0, PREVIEW_INPUTS).map((_, n) => (
                <th key={n} scope="col">
                  {text('table.previewInput', { n: n + 1 })}
                </th>
              ))}
              {inputs.length > PREVIEW_INPUTS ? (
                <th scope="col">{text('table.previewRest', { count: inputs.length - PREVIEW_INPUTS })}</th>
              ) : null}
              {targets.slice(0, PREVIEW_TARGETS).map((_, n) => (
                <th key={n} scope="col">
                  {text('table.previewTarget', { n: n + 1 })}
                </th>
              ))}
              {targets.length > PREVIEW_TARGETS ? (
                <th scope="col">{text('table.previewRest', { count: targets.length - PREVIEW_TARGETS })}</th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ set, x, y }, l) => (
              <tr key={l}>
                <th scope="row">{set}</th>
                {x.slice(0, PREVIEW_INPUTS).map((value, n) => (
                  <td key={n}>{formatShort(value)}</td>
                ))}
                {rest(inputs.length, PREVIEW_INPUTS)}
                {y.slice(0, PREVIEW_TARGETS).map((value, n) => (
                  <td key={n}>{formatShort(value)}</td>
                ))}
                {rest(targets.length, PREVIEW_TARGETS)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
