import { useState, type JSX } from 'react';
import { formatInteger } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { parseNumber } from '../../messages/readNumber.ts';
import { addedSample, movedSample, removedSample, type Samples } from '../../scenario/samples.ts';
import { givenKind, partOf } from '../../scenario/sections.ts';
import { useLab } from '../../store/index.ts';
import { createSampleHand } from '../../store/sampleHand.ts';
import { Modal } from '../dialogs/Modal.tsx';
import './data.css';

/** Fields of one page, at most: so many rows as that holds. */
const MOST_FIELDS = 400;
const MOST_ROWS = 25;

/** The samples of the run as a table: every number is a field, rows come and go. */
export function SamplesDialog(): JSX.Element {
  const [hand] = useState(createSampleHand);
  const scenario = useLab((state) => state.present?.scenario ?? null);
  // Drawn again whenever the run has other data.
  const data = useLab((state) => state.info?.data ?? null);
  const [asked, setPage] = useState(0);
  const [problem, setProblem] = useState('');
  const samples = data === null || data.sampleCount === 0 ? null : hand.now();
  if (scenario === null || samples === null || givenKind(scenario.system.kind) === null) {
    return (
      <Modal title={text('samples.title')} className="data">
        <p>{text('samples.none')}</p>
      </Modal>
    );
  }
  const count = samples.X.length;
  const width = samples.X[0].length + samples.Y[0].length;
  const size = Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_FIELDS / width)));
  const pages = Math.ceil(count / size);
  const page = Math.min(asked, pages - 1);
  const from = page * size;
  const shown = samples.X.slice(from, from + size);
  const change = (make: (now: Samples) => Samples): void => {
    const now = hand.now();
    if (now !== null) void hand.change(make(now), true);
  };
  const columns = [
    ...samples.X[0].map((_, n) => text('samples.input', { n: n + 1 })),
    ...samples.Y[0].map((_, n) => text('samples.target', { n: n + 1 })),
  ].map((symbol, n) => {
    const name = samples.names?.[n];
    return name === undefined ? symbol : text('samples.named', { symbol, name });
  });
  const set = (l: number, column: number, typed: string): boolean => {
    const value = parseNumber(typed);
    if (typeof value !== 'number') {
      const named = { row: formatInteger(l + 1), column: columns[column], value: typed.slice(0, 40) };
      setProblem(text('samples.notNumber', named));
      return false;
    }
    setProblem('');
    change((now) => {
      const row = [...now.X[l], ...now.Y[l]];
      row[column] = value;
      const inputs = now.X[l].length;
      return movedSample(now, l, row.slice(0, inputs), row.slice(inputs));
    });
    return true;
  };
  const draws = partOf('batch', scenario.batch.kind).whole !== true;
  return (
    <Modal title={text('samples.title')} className="data">
      <div className="data-body">
        <p className="note">
          {text('samples.about')} {draws ? text('samples.restarts') : ''}
        </p>
        <div className="data-scroll samples">
          <table>
            <thead>
              <tr>
                <th scope="col">{text('samples.number')}</th>
                {columns.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
                <th scope="col">
                  <span className="vh">{text('samples.removeShort')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((x, at) => {
                const l = from + at;
                const row = formatInteger(l + 1);
                return (
                  <tr key={l}>
                    <th scope="row">{row}</th>
                    {[...x, ...samples.Y[l]].map((value, column) => (
                      <td key={columns[column]}>
                        <NumberCell
                          label={text('samples.cell', { row, column: columns[column] })}
                          value={value}
                          onSet={(typed) => set(l, column, typed)}
                        />
                      </td>
                    ))}
                    <td>
                      <button
                        type="button"
                        className="text-button"
                        aria-label={text('samples.removeRow', { row })}
                        disabled={count < 2}
                        onClick={() => change((now) => removedSample(now, l))}
                      >
                        {text('samples.removeShort')}
                      </button>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
        <p className="data-problem" role="alert">
          {problem}
        </p>
      </div>
      <footer>
        <button
          type="button"
          className="button"
          onClick={() => {
            change((now) => addedSample(now, now.X[now.X.length - 1], now.Y[now.Y.length - 1]));
            setPage(Math.floor(count / size));
          }}
        >
          {text('samples.add')}
        </button>
        {pages > 1 ? (
          <div className="data-pages">
            <button type="button" className="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
              {text('samples.previous')}
            </button>
            <button
              type="button"
              className="button"
              disabled={page === pages - 1}
              onClick={() => setPage(page + 1)}
            >
              {text('samples.next')}
            </button>
          </div>
        ) : null}
        <p className="data-count" role="status">
          {text('samples.page', {
            from: formatInteger(from + 1),
            to: formatInteger(from + shown.length),
            count: formatInteger(count),
          })}
        </p>
      </footer>
    </Modal>
  );
}

interface NumberCellProps {
  readonly label: string;
  readonly value: number;
  /** @returns whether it is a number */
  readonly onSet: (typed: string) => boolean;
}

/** One number: Enter takes it, and so does leaving; Escape gives it up; what is none stays until it is mended. */
function NumberCell({ label, value, onSet }: NumberCellProps): JSX.Element {
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const take = (): void => {
    if (typed === null) return;
    const fits = typed === String(value) || onSet(typed);
    setWrong(!fits);
    if (fits) setTyped(null);
  };
  return (
    <input
      className="data-number"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={wrong}
      value={typed ?? String(value)}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        else if (event.key === 'Escape' && typed !== null) {
          // The dialog stays: the number alone is given up.
          event.preventDefault();
          event.stopPropagation();
          setTyped(null);
          setWrong(false);
        }
      }}
    />
  );
}
