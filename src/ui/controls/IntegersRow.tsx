import { Suspense, useId, useState, type JSX } from 'react';
import { declared, text, type MessageId } from '../../messages/index.ts';
import { later } from '../../store/later.ts';
import { RowHead } from './RowHead.tsx';
import { SliderRow } from './SliderRow.tsx';
import { ValueField } from './ValueField.tsx';
import { formatIntegers, parseIntegers, type IntegersFault } from './integers.ts';
import type { DeclarationOf, RowProps } from './types.ts';
import { useParameter, type ParameterHandle } from './useParameter.ts';

const faults: Record<IntegersFault, MessageId> = {
  whole: 'field.integers',
  range: 'field.integersRange',
  length: 'field.integersLength',
};

const LayersEditor = later(async () => (await import('./LayersEditor.tsx')).LayersEditor);

type Integers = DeclarationOf<'integers'>;

/** A list of whole numbers, such as the sizes of layers: 2·14·14·1; with one slider for those between its ends. */
export function IntegersRow(props: RowProps<Integers>): JSX.Element {
  const { path, declaration, value, label, helpId } = props;
  const fieldId = useId();
  const live = declaration.apply === 'live';
  const handle = useParameter<unknown>(path, value, live);
  const { shown, commit } = handle;
  const [open, setOpen] = useState(false);
  const sizes = Array.isArray(shown) ? (shown as readonly number[]) : [];
  const list = formatIntegers(sizes);
  const take = (typed: string): string | null => {
    const read = parseIntegers(typed, declaration);
    if (typeof read === 'string') {
      const { min, max, minLength, maxLength } = declaration;
      return text(faults[read], { min, max, minLength, maxLength });
    }
    commit(read);
    return null;
  };
  return (
    <>
      <div className="ctl flat list" data-help={helpId} data-path={path}>
        <RowHead
          symbol={declaration.symbol}
          label={label}
          htmlFor={fieldId}
          restarts={!live}
          changed={list !== formatIntegers(declaration.default)}
          onRestore={() => commit(declaration.default)}
        >
          <ValueField
            id={fieldId}
            label={label}
            shown={list}
            editable={list}
            describedBy={helpId}
            numeric={false}
            onCommit={take}
          />
        </RowHead>
      </div>
      {declaration.between === undefined ? null : (
        <div className="ctl flat">
          <button type="button" className="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {text('control.layers')}
          </button>
          {open ? (
            <Suspense fallback={null}>
              <LayersEditor sizes={sizes} limits={declaration} path={path} />
            </Suspense>
          ) : null}
        </div>
      )}
      {declaration.between !== undefined && sizes.length > 2 ? (
        <BetweenRow {...props} between={declaration.between} sizes={sizes} handle={handle} />
      ) : null}
    </>
  );
}

interface BetweenProps extends RowProps<Integers> {
  readonly between: NonNullable<Integers['between']>;
  readonly sizes: readonly number[];
  readonly handle: ParameterHandle<unknown>;
}

/** All between the ends of a list at once: as many, each the same. */
function BetweenRow({ between, sizes, handle, declaration, path, helpId }: BetweenProps): JSX.Element {
  const widened = (width: unknown): readonly number[] =>
    sizes.map((size, n) => (n === 0 || n === sizes.length - 1 ? size : Number(width)));
  const { symbol, help, apply, min, max } = declaration;
  const fallback = declaration.default[1];
  return (
    <SliderRow
      path={path}
      declaration={{ type: 'integer', symbol, help, apply, min, max, default: fallback, ...between }}
      value={sizes[1]}
      label={declared(`parameter.${path}.between`, between.label)}
      helpId={helpId}
      resolved={null}
      handle={{
        shown: sizes[1],
        move: (width) => handle.move(widened(width)),
        commit: (width) => handle.commit(widened(width)),
        release: handle.release,
      }}
    />
  );
}
