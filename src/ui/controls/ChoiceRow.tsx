import { ChevronDown } from 'lucide-react';
import { useId, type JSX } from 'react';
import { text } from '../../messages/index.ts';

interface ChoiceRowProps {
  /** Sentence-case name. */
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly helpId?: string;
  /** Path of the parameter, by which the palette finds the row. */
  readonly path?: string;
  readonly restarts: boolean;
  /** The value alone, over the full width: its heading names it. */
  readonly bare?: boolean;
  readonly onChoose: (value: string) => void;
}

/**
 * One of several. A native select: it is the platform's own list on phones, reads right everywhere,
 * and costs none of the first load (Base UI's would be 35 kB).
 */
export function ChoiceRow(props: ChoiceRowProps): JSX.Element {
  const { label, value, options, helpId, path, restarts, bare = false, onChoose } = props;
  const id = useId();
  const shown = options.find((option) => option.value === value)?.label ?? value;
  return (
    <div className={bare ? 'pick bare' : 'pick'} data-help={helpId} data-path={path}>
      <label className={bare ? 'vh' : 'name'} htmlFor={id}>
        {label}
        {restarts ? <span className="vh">{text('control.restarts')}</span> : null}
      </label>
      <span className="choice">
        <span className="choice-shown" aria-hidden="true">
          {shown}
        </span>
        <ChevronDown aria-hidden="true" />
        <select
          id={id}
          value={value}
          aria-label={label}
          aria-describedby={helpId}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}
