import { RotateCcw, Undo2 } from 'lucide-react';
import type { JSX, ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { Sym } from '../math/Sym.tsx';

interface RowHeadProps {
  readonly symbol: string;
  readonly label: string;
  /** Id of the field that the name belongs to. */
  readonly htmlFor?: string;
  /** Whether a change begins the run again. */
  readonly restarts: boolean;
  /** Whether the value is not the default: the row then offers to bring it back. */
  readonly changed?: boolean;
  readonly onRestore?: () => void;
  readonly children?: ReactNode;
}

/** Symbol, name, mark and value: the first line of every row. */
export function RowHead(props: RowHeadProps): JSX.Element {
  const { symbol, label, htmlFor, restarts, changed = false, onRestore, children } = props;
  return (
    <div className="row" onDoubleClick={onRestore}>
      {symbol === '' ? null : <Sym of={symbol} />}
      <label className="name" htmlFor={htmlFor}>
        {label}
        {restarts ? (
          <span className="restarts">
            <RotateCcw aria-hidden="true" />
            <span className="vh">{text('control.restarts')}</span>
          </span>
        ) : null}
      </label>
      {changed && onRestore !== undefined ? (
        <button
          type="button"
          className="restore"
          aria-label={text('control.restore', { name: label })}
          data-tip={text('control.restore', { name: label })}
          onClick={onRestore}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <Undo2 aria-hidden="true" />
        </button>
      ) : null}
      {children}
    </div>
  );
}
