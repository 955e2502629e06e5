import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { grounds } from '../../store/screenKeys.ts';
import { ChoiceRow } from '../controls/ChoiceRow.tsx';
import { SwitchRow } from '../controls/SwitchRow.tsx';
import { NumberRow } from './NumberRow.tsx';
import type { PictureWish } from './size.ts';

interface SizeRowsProps {
  readonly wish: PictureWish;
  readonly change: (more: Partial<PictureWish>) => void;
  /** Of a video, which has no transparency. */
  readonly moving: boolean;
  /** Whether it is made of pixels. */
  readonly raster: boolean;
}

/** On which ground a picture stands, and how large it is. */
export function SizeRows({ wish, change, moving, raster }: SizeRowsProps): JSX.Element {
  const unit = text(`export.size.${wish.unit === 'px' ? 'screen' : 'print'}`);
  return (
    <>
      <ChoiceRow
        label={text('export.ground')}
        value={wish.ground}
        options={grounds.map((value) => ({ value, label: text(`export.ground.${value}`) }))}
        restarts={false}
        onChoose={(next) => change({ ground: next as PictureWish['ground'] })}
      />
      {moving ? null : (
        <SwitchRow
          label={text('export.clear')}
          checked={wish.clear}
          onChange={(clear) => change({ clear })}
        />
      )}
      <ChoiceRow
        label={text('export.size')}
        value={wish.unit}
        options={(['px', 'mm'] as const).map((value) => ({
          value,
          label: text(`export.size.${value === 'px' ? 'screen' : 'print'}`),
        }))}
        restarts={false}
        onChoose={(next) => {
          if (next === wish.unit) return;
          const factor = next === 'mm' ? 25.4 / 96 : 96 / 25.4;
          change({
            unit: next === 'mm' ? 'mm' : 'px',
            width: Math.round(wish.width * factor),
            height: Math.round(wish.height * factor),
          });
        }}
      />
      {(['width', 'height'] as const).map((side) => (
        <NumberRow
          key={side}
          label={`${text(`export.${side}`)}, ${unit}`}
          value={wish[side]}
          least={wish.unit === 'px' ? 120 : 30}
          most={wish.unit === 'px' ? 8192 : 2000}
          onChange={(value) => change({ [side]: value })}
        />
      ))}
      {!raster ? null : wish.unit === 'px' ? (
        <ChoiceRow
          label={text('export.scale')}
          value={String(wish.scale)}
          options={(['1', '2', '4'] as const).map((value) => ({
            value,
            label: text('export.scaleOf', { scale: value }),
          }))}
          restarts={false}
          onChoose={(next) => change({ scale: Number(next) as PictureWish['scale'] })}
        />
      ) : (
        <NumberRow
          label={text('export.dpi')}
          value={wish.dpi}
          least={72}
          most={1200}
          onChange={(dpi) => change({ dpi })}
        />
      )}
    </>
  );
}
