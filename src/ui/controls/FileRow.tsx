import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { Sym } from '../math/Sym.tsx';

interface FileRowProps {
  readonly symbol: string;
  readonly label: string;
  readonly value: unknown;
  readonly helpId: string;
  /** Opens what shows and changes them; left out: files carry them. */
  readonly onEdit?: (() => void) | undefined;
}

function countNumbers(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countNumbers(item), 0);
  return typeof value === 'number' ? 1 : 0;
}

/** Numbers too many for a control: how many there are, and where they are. */
export function FileRow({ symbol, label, value, helpId, onEdit }: FileRowProps): JSX.Element {
  const count = countNumbers(value);
  return (
    <div className="ctl flat" data-help={helpId}>
      <div className="row">
        <Sym of={symbol} />
        <span className="name">{label}</span>
        <span className="val">{text('control.numbers', { count })}</span>
      </div>
      {onEdit === undefined ? (
        <p className="note">{text('control.inFile')}</p>
      ) : (
        <button type="button" className="text-button" aria-haspopup="dialog" onClick={onEdit}>
          {text('samples.open')}
        </button>
      )}
    </div>
  );
}
