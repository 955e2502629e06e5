import { useId, type JSX } from 'react';
import { formatInteger, formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { RowHead } from '../controls/RowHead.tsx';
import { readTyped, scaleOf } from '../controls/rangeOf.ts';
import { fromSlider, sliderRange, steppedWhole, toSlider } from '../controls/scale.ts';
import { SliderTrack } from '../controls/SliderTrack.tsx';
import type { NumericDeclaration } from '../controls/types.ts';
import { ValueField } from '../controls/ValueField.tsx';

interface SplitValueProps {
  readonly declaration: NumericDeclaration;
  /** The run's own value: marked on the track, and brought back by a double-click. */
  readonly now: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly onRefused: (refused: boolean) => void;
}

/** The second value of a parameter that is split. */
export function SplitValue({ declaration, now, value, onChange, onRefused }: SplitValueProps): JSX.Element {
  const id = useId();
  const scale = scaleOf(declaration);
  const range = sliderRange(scale);
  const label = text('compare.value');
  const shown = scale.whole ? formatInteger(value) : formatNumber(value);
  const move = (position: number): void => onChange(fromSlider(scale, position));
  return (
    <div className="ctl">
      <RowHead symbol={declaration.symbol} label={label} htmlFor={id} restarts={false}>
        <ValueField
          id={id}
          label={label}
          shown={shown}
          editable={String(value)}
          onRefused={onRefused}
          onCommit={(typed) => {
            const read = readTyped(declaration, typed);
            if (typeof read === 'string') return read;
            onChange(read);
            return null;
          }}
        />
      </RowHead>
      <SliderTrack
        label={`${label} ${declaration.symbol}`}
        position={toSlider(scale, value)}
        range={range}
        ticks={[{ name: 'now', position: toSlider(scale, now) }]}
        valueText={shown}
        onMove={move}
        onCommit={move}
        onRestore={() => onChange(now)}
        {...(scale.whole && { onStep: (steps: number) => onChange(steppedWhole(scale, value, steps)) })}
      />
    </div>
  );
}
