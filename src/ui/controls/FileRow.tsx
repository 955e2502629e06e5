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

/** Characters that a row has room for. */
const ROOM = 24;

/** A text or names as far as there is room, in one line; numbers by how many there are. */
function shown(value: unknown): string {
  const named = Array.isArray(value) && value.some((item) => typeof item === 'string');
  const words = named ? value.join(', ') : value;
  if (typeof words !== 'string') return text('control.numbers', { count: countNumbers(value) });
  const [line] = words.split(/[\r\n]/, 1);
  return line.length > ROOM ? `${line.slice(0, ROOM - 1)}…` : line;
}

/** Numbers or names too many for a control: what they are, and where they are. */
export function FileRow({ symbol, label, value, helpId, onEdit }: FileRowProps): JSX.Element {
  return (
    <div className="ctl flat" data-help={helpId}>
      <div className="row">
        <Sym of={symbol} />
        <span className="name">{label}</span>
        <span className="val">{shown(value)}</span>
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
