import { Check } from 'lucide-react';
import type { JSX, ReactNode } from 'react';

interface SwitchRowProps {
  readonly label: string;
  readonly checked: boolean;
  readonly helpId?: string;
  /** Drawn before the name: the very line that the box switches. */
  readonly sample?: ReactNode;
  readonly onChange: (checked: boolean) => void;
}

/** A yes or no: name and box. */
export function SwitchRow({ label, checked, helpId, sample, onChange }: SwitchRowProps): JSX.Element {
  return (
    <label className={checked ? 'switch' : 'switch off'} data-help={helpId}>
      {sample}
      <span className="name">{label}</span>
      <span className="box">
        <input
          type="checkbox"
          checked={checked}
          aria-label={label}
          aria-describedby={helpId}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <Check aria-hidden="true" />
      </span>
    </label>
  );
}
