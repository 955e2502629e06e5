import { Check } from 'lucide-react';
import type { JSX, ReactNode } from 'react';

interface SwitchRowProps {
  readonly label: string;
  readonly checked: boolean;
  readonly helpId?: string;
  readonly path?: string;
  /** Cannot be switched: the help says why. The box keeps the focus, so that the reason is found. */
  readonly disabled?: boolean;
  /** Drawn before the name: the very line that the box switches. */
  readonly sample?: ReactNode;
  readonly onChange: (checked: boolean) => void;
}

/** A yes or no: name and box. */
export function SwitchRow(props: SwitchRowProps): JSX.Element {
  const { label, checked, helpId, path, disabled = false, sample, onChange } = props;
  const look = disabled ? 'switch disabled' : checked ? 'switch' : 'switch off';
  return (
    <label className={look} data-help={helpId} data-path={path}>
      {sample}
      <span className="name">{label}</span>
      <span className="box">
        <input
          type="checkbox"
          checked={checked}
          aria-label={label}
          aria-describedby={helpId}
          aria-disabled={disabled}
          onChange={(event) => {
            if (!disabled) onChange(event.currentTarget.checked);
          }}
        />
        <Check aria-hidden="true" />
      </span>
    </label>
  );
}
