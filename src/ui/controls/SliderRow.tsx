import { useId, type JSX, type ReactNode } from 'react';
import { formatInteger, formatNumber } from '../../messages/format.ts';
import { RowHead } from './RowHead.tsx';
import { SliderTrack } from './SliderTrack.tsx';
import { useTicks } from './useTicks.ts';
import { ValueField } from './ValueField.tsx';
import { readTyped, scaleOf, stepFrom } from './rangeOf.ts';
import { fromSlider, sliderRange, steppedWhole, toSlider } from './scale.ts';
import type { NumericDeclaration, RowProps } from './types.ts';
import { useParameter, type ParameterHandle } from './useParameter.ts';

interface SliderRowProps extends RowProps<NumericDeclaration> {
  /** The number where the value is not one (auto, left out): what the run uses. */
  readonly resolved: number | null;
  /** Word for a value that is not a number, e.g. 'auto'. */
  readonly word?: string;
  /** Shows the number that the run uses beside the word. */
  readonly withResolved?: boolean;
  /** Accessible name, where the label says less. */
  readonly name?: string;
  /** What joins it to the run, where that is more than one parameter. */
  readonly handle?: ParameterHandle<unknown>;
  /** Words under the track. */
  readonly children?: ReactNode;
}

/** A number: symbol, name, value, and a slider under them. */
export function SliderRow(props: SliderRowProps): JSX.Element {
  const { path, declaration, value, label, helpId, resolved, word, withResolved = false } = props;
  const fieldId = useId();
  const live = declaration.apply === 'live';
  const own = useParameter<unknown>(path, value, live);
  const { shown, move, commit, release } = props.handle ?? own;
  const scale = scaleOf(declaration);
  const number = typeof shown === 'number' ? shown : (resolved ?? scale.min);
  const format = (at: number): string => (scale.whole ? formatInteger(at) : formatNumber(at));
  const isWord = typeof shown !== 'number' && word !== undefined;
  const both = isWord && withResolved && resolved !== null;
  const written = isWord && !both ? word : format(number);
  const ticks = useTicks(path).map((tick) => ({ ...tick, position: toSlider(scale, tick.position) }));
  const changed = typeof shown === 'number' && !Object.is(shown, declaration.default);
  const name = props.name ?? `${label} ${declaration.symbol}`.trim();

  const restore = (): void => commit(declaration.default);
  const take = (typed: string): string | null => {
    if (word !== undefined && typed.trim().toLowerCase() === word.toLowerCase()) {
      restore();
      return null;
    }
    const read = readTyped(declaration, typed);
    if (typeof read === 'string') return read;
    commit(read);
    return null;
  };
  const step = (direction: 1 | -1): void => commit(stepFrom(declaration, number, direction));
  return (
    <div className="ctl" data-help={helpId} data-path={path}>
      <RowHead
        symbol={declaration.symbol}
        label={label}
        htmlFor={fieldId}
        restarts={!live}
        changed={changed}
        onRestore={restore}
      >
        {both ? <span className="word">{word}</span> : null}
        <ValueField
          id={fieldId}
          label={name}
          shown={written}
          editable={isWord ? word : String(number)}
          describedBy={helpId}
          onCommit={take}
          onStep={step}
        />
      </RowHead>
      <SliderTrack
        label={name}
        describedBy={helpId}
        position={toSlider(scale, number)}
        range={sliderRange(scale)}
        ticks={ticks}
        valueText={isWord ? `${word}, ${format(number)}` : format(number)}
        onMove={(at) => move(fromSlider(scale, at))}
        onCommit={(at) => commit(fromSlider(scale, at))}
        onRelease={release}
        onRestore={restore}
        {...(scale.whole && { onStep: (steps: number) => commit(steppedWhole(scale, number, steps)) })}
      />
      {props.children}
    </div>
  );
}
