import { useId, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import type { HoldOut } from '../../scenario/table/samples.ts';
import { ChoiceRow } from '../controls/ChoiceRow.tsx';
import type { ReadTable } from './readTable.ts';
import { choose, useTable } from './state.ts';

const scalings = ['none', 'z-score', 'interval'] as const;
const codings = ['one-hot', 'signs'] as const;
const ways = ['none', 'share', 'column'] as const;
const MOST_SEED = 2 ** 32 - 1;

/** What is made of the columns: scales, codes of classes, and what is held out. */
export function MakingForm({ table }: { readonly table: ReadTable }): JSX.Element | null {
  const choices = useTable((state) => state.choices);
  if (choices === null) return null;
  const { columns, holdOut } = choices;
  const has = (role: string, kind: string): boolean =>
    columns.some((column) => column.role === role && column.kind === kind);
  const classes = has('input', 'classes') || has('target', 'classes');
  const scale = scalings.map((value) => ({ value, label: text(`table.scaling.${value}`) }));
  return (
    <section>
      <h3>{text('table.making')}</h3>
      <div className="data-choices">
        {has('input', 'number') ? (
          <ChoiceRow
            label={text('table.scaleInputs')}
            value={choices.inputs}
            options={scale}
            restarts={false}
            onChoose={(value) => choose({ inputs: value as typeof choices.inputs })}
          />
        ) : null}
        {has('target', 'number') ? (
          <ChoiceRow
            label={text('table.scaleTargets')}
            value={choices.targets}
            options={scale}
            restarts={false}
            onChoose={(value) => choose({ targets: value as typeof choices.targets })}
          />
        ) : null}
        {classes ? (
          <ChoiceRow
            label={text('table.coding')}
            value={choices.coding}
            options={codings.map((value) => ({ value, label: text(`table.coding.${value}`) }))}
            restarts={false}
            onChoose={(value) => choose({ coding: value as typeof choices.coding })}
          />
        ) : null}
        <HoldOutRows holdOut={holdOut} table={table} />
      </div>
      <p className="note">{text('table.statistics')}</p>
    </section>
  );
}

function HoldOutRows({
  holdOut,
  table,
}: {
  readonly holdOut: HoldOut;
  readonly table: ReadTable;
}): JSX.Element {
  const at = useTable((state) => state.choices?.columns.findIndex(({ role }) => role === 'hold-out') ?? -1);
  const words = table.columns[at]?.words ?? [];
  const start = (by: string): HoldOut =>
    by === 'share'
      ? { by, share: 0.3, seed: 1 }
      : by === 'column'
        ? { by, word: words.at(-1) ?? '' }
        : { by: 'none' };
  return (
    <>
      <ChoiceRow
        label={text('table.holdOut')}
        value={holdOut.by}
        options={ways.map((value) => ({ value, label: text(`table.hold.${value}`) }))}
        restarts={false}
        onChoose={(by) => choose({ holdOut: start(by) })}
      />
      {holdOut.by === 'share' ? (
        <>
          <NumberField
            label={text('table.share')}
            shown={text('table.shareShown')}
            value={Math.round(holdOut.share * 100)}
            most={90}
            onChange={(percent) => choose({ holdOut: { ...holdOut, share: percent / 100 } })}
          />
          <NumberField
            label={text('table.seed')}
            shown={text('table.seedShown')}
            value={holdOut.seed}
            most={MOST_SEED}
            onChange={(seed) => choose({ holdOut: { ...holdOut, seed } })}
          />
        </>
      ) : null}
      {holdOut.by !== 'column' ? null : at < 0 ? (
        <p className="note">{text('table.noHoldColumn')}</p>
      ) : (
        <ChoiceRow
          label={text('table.word')}
          value={holdOut.word}
          options={words.map((value) => ({ value, label: value }))}
          restarts={false}
          onChoose={(word) => choose({ holdOut: { by: 'column', word } })}
        />
      )}
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly shown: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A whole number from 0 on; what is none is not taken. */
function NumberField({ label, shown, value, most, onChange }: NumberFieldProps): JSX.Element {
  const id = useId();
  return (
    <div className="pick">
      <label className="name" htmlFor={id}>
        {shown}
      </label>
      <input
        id={id}
        className="data-number"
        type="number"
        aria-label={label}
        min={0}
        max={most}
        step={1}
        defaultValue={value}
        onChange={(event) => {
          const { valueAsNumber } = event.currentTarget;
          if (Number.isSafeInteger(valueAsNumber) && valueAsNumber >= 0 && valueAsNumber <= most)
            onChange(valueAsNumber);
        }}
      />
    </div>
  );
}
