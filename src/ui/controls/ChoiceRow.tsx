import { ChevronDown } from 'lucide-react';
import { useId, type JSX } from 'react';
import { text } from '../../messages/index.ts';

interface Option {
  readonly value: string;
  readonly label: string;
  /** Heading that it stands under. */
  readonly group?: string;
}

interface ChoiceRowProps {
  /** Sentence-case name. */
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
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
          {[...new Set(options.map(({ group }) => group))].map((group) => {
            const members = options.filter((option) => option.group === group);
            return group === undefined ? (
              <Options key="" of={members} />
            ) : (
              <optgroup key={group} label={group}>
                <Options of={members} />
              </optgroup>
            );
          })}
        </select>
      </span>
    </div>
  );
}

function Options({ of }: { readonly of: readonly Option[] }): JSX.Element[] {
  return of.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
