import type { JSX } from 'react';
import { formatInteger, formatShort } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { ChoiceRow } from '../controls/ChoiceRow.tsx';
import { readNumber } from '../controls/rangeOf.ts';
import { SwitchRow } from '../controls/SwitchRow.tsx';
import { ValueField } from '../controls/ValueField.tsx';
import { Words } from '../math/Words.tsx';
import { axisOver, observable, valueCount, type AxisSetup, type Setup, type Sweepable } from './setup.ts';

interface AxisRowsProps {
  readonly title: MessageId;
  readonly axis: AxisSetup | null;
  readonly choices: readonly Sweepable[];
  /** It may be left out. */
  readonly optional: boolean;
  readonly onChange: (axis: AxisSetup | null) => void;
}

const NONE = '';

/** Most values of one axis that a hand may ask for. */
const MOST_VALUES = 400;

interface NumberFieldProps {
  readonly axis: string;
  readonly field: string;
  readonly value: number;
  readonly fits?: (value: number) => boolean;
  readonly expected?: string;
  readonly onChange: (value: number) => void;
}

function NumberField(props: NumberFieldProps): JSX.Element {
  const { axis, field, value, fits, expected, onChange } = props;
  return (
    <label className="sweep-number">
      <span className="note">{field}</span>
      <ValueField
        label={text('sweep.fieldName', { axis, field })}
        shown={formatShort(value)}
        editable={String(value)}
        onCommit={(typed) => {
          const read = readNumber(typed);
          if (typeof read === 'string') return read;
          if (fits !== undefined && !fits(read)) return expected ?? text('field.number');
          onChange(read);
          return null;
        }}
      />
    </label>
  );
}

/** One axis: what is swept, from where to where, in how many values. */
function AxisRows({ title, axis, choices, optional, onChange }: AxisRowsProps): JSX.Element {
  const name = text(title);
  const swept = choices.find(({ path }) => path === axis?.path);
  const options = choices.map(({ path, label, symbol }) => ({
    value: path,
    label: symbol === '' ? label : `${label} ${symbol}`,
  }));
  return (
    <fieldset className="sweep-axis">
      <ChoiceRow
        label={name}
        value={axis?.path ?? NONE}
        options={optional ? [{ value: NONE, label: text('sweep.oneAlone') }, ...options] : options}
        restarts={false}
        onChoose={(path) => {
          const chosen = choices.find((one) => one.path === path);
          onChange(chosen === undefined ? null : axisOver(chosen));
        }}
      />
      {axis === null ? null : 'values' in axis ? (
        <div
          className="sweep-range"
          role="group"
          aria-label={text('sweep.fieldName', { axis: name, field: text('sweep.count') })}
        >
          {(swept !== undefined && 'options' in swept ? swept.options : []).map(
            ({ value, label }, _, options) => (
              <SwitchRow
                key={String(value)}
                label={label}
                checked={axis.values.includes(value)}
                onChange={(on) => {
                  const taken = options.filter((one) =>
                    one.value === value ? on : axis.values.includes(one.value),
                  );
                  // One value at least: none would be no run.
                  if (taken.length > 0) onChange({ ...axis, values: taken.map((one) => one.value) });
                }}
              />
            ),
          )}
        </div>
      ) : (
        <div className="sweep-range">
          <NumberField
            axis={name}
            field={text('sweep.from')}
            value={axis.from}
            onChange={(from) => onChange({ ...axis, from })}
          />
          <NumberField
            axis={name}
            field={text('sweep.to')}
            value={axis.to}
            onChange={(to) => onChange({ ...axis, to })}
          />
          <NumberField
            axis={name}
            field={text('sweep.count')}
            value={axis.count}
            fits={(count) => Number.isInteger(count) && count >= 2 && count <= MOST_VALUES}
            expected={text('field.between', { min: 2, max: formatInteger(MOST_VALUES) })}
            onChange={(count) => onChange({ ...axis, count })}
          />
          <SwitchRow
            label={text('sweep.log')}
            checked={axis.scale === 'log'}
            onChange={(log) => onChange({ ...axis, scale: log ? 'log' : 'linear' })}
          />
        </div>
      )}
    </fieldset>
  );
}

interface SweepFormProps {
  readonly setup: Setup;
  readonly choices: readonly Sweepable[];
  readonly onChange: (setup: Setup) => void;
}

/** What is swept, how long every run is, and what is measured. */
export function SweepForm({ setup, choices, onChange }: SweepFormProps): JSX.Element {
  const { x, y, span, observe } = setup;
  const besides = (axis: AxisSetup | null): readonly Sweepable[] =>
    choices.filter(({ path }) => path !== axis?.path);
  const runs = valueCount(x) * (y === null ? 1 : valueCount(y));
  return (
    <div className="sweep-form">
      <AxisRows
        title="sweep.across"
        axis={x}
        choices={besides(y)}
        optional={false}
        onChange={(axis) => axis !== null && onChange({ ...setup, x: axis })}
      />
      <AxisRows
        title="sweep.up"
        axis={y}
        choices={besides(x)}
        optional
        onChange={(axis) => onChange({ ...setup, y: axis })}
      />
      <div className="pick">
        <span className="name">
          <Words of={text('sweep.span')} />
        </span>
        <ValueField
          label={text('sweep.spanName')}
          shown={formatShort(span)}
          editable={String(span)}
          onCommit={(typed) => {
            const read = readNumber(typed);
            if (typeof read === 'string') return read;
            if (read <= 0) return text('field.above', { min: 0 });
            onChange({ ...setup, span: read });
            return null;
          }}
        />
      </div>
      <details className="sweep-measure">
        <summary>{text('sweep.measure')}</summary>
        {observable.map((id) => (
          <SwitchRow
            key={id}
            label={id}
            checked={observe.includes(id)}
            onChange={(on) =>
              onChange({
                ...setup,
                observe: observable.filter((one) => (one === id ? on : observe.includes(one))),
              })
            }
          />
        ))}
      </details>
      <p className="note">{text('sweep.runs', { count: runs })}</p>
    </div>
  );
}
