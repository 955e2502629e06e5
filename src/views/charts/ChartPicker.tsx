import { useId, type JSX, type ReactNode } from 'react';

interface ChartPickerProps<Value extends string | number> {
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly value: Value;
  readonly onPick: (value: Value) => void;
  /** What stands behind it. */
  readonly children?: ReactNode;
}

/** One of several ways to show a chart, by name. */
export function ChartPicker<Value extends string | number>({
  name,
  options,
  value,
  onPick,
  children,
}: ChartPickerProps<Value>): JSX.Element {
  const id = useId();
  return (
    <div className="chart-picker">
      <label htmlFor={id}>{name}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => String(option.value) === currentTarget.value);
          if (chosen !== undefined) onPick(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
      {children}
    </div>
  );
}
