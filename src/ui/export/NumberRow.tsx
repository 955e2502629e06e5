import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { readNumber } from '../controls/rangeOf.ts';
import { ValueField } from '../controls/ValueField.tsx';

interface NumberRowProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A whole number with its name. */
export function NumberRow({ label, value, least, most, onChange }: NumberRowProps): JSX.Element {
  return (
    <div className="export-number">
      <span className="name">{label}</span>
      <ValueField
        label={label}
        shown={String(value)}
        editable={String(value)}
        onCommit={(typed) => {
          const read = readNumber(typed);
          if (typeof read === 'string') return read;
          if (!Number.isInteger(read) || read < least || read > most) {
            return text('export.number', { least, most });
          }
          onChange(read);
          return null;
        }}
      />
    </div>
  );
}
