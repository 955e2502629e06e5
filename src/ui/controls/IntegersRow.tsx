import { useId, type JSX } from 'react';
import { text, type MessageId } from '../../messages/index.ts';
import { RowHead } from './RowHead.tsx';
import { ValueField } from './ValueField.tsx';
import { formatIntegers, parseIntegers, type IntegersFault } from './integers.ts';
import type { DeclarationOf, RowProps } from './types.ts';
import { useParameter } from './useParameter.ts';

const faults: Record<IntegersFault, MessageId> = {
  whole: 'field.integers',
  range: 'field.integersRange',
  length: 'field.integersLength',
};

/** A list of whole numbers, such as the sizes of layers: 2·14·14·1. */
export function IntegersRow(props: RowProps<DeclarationOf<'integers'>>): JSX.Element {
  const { path, declaration, value, label, helpId } = props;
  const fieldId = useId();
  const live = declaration.apply === 'live';
  const { shown, commit } = useParameter<unknown>(path, value, live);
  const list = Array.isArray(shown) ? formatIntegers(shown as readonly number[]) : '';
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
  );
}
