import type { JSX } from 'react';
import { formatShort } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { SliderTrack } from '../controls/SliderTrack.tsx';
import { useLayoutMode } from '../layoutMode.ts';

/** Decades of simulated time per second. */
const RANGE = { min: -2, max: 2, step: 0.05 };

/** How fast simulated time runs, from a hundredth to a hundred per second. */
export function SpeedControl(): JSX.Element {
  const short = useLayoutMode() !== 'wide';
  const rate = useLab((state) => state.rate);
  const set = (position: number): void => useLab.getState().setRate(Number((10 ** position).toPrecision(2)));
  const shown = text(short ? 'speed.short' : 'speed.times', { rate: formatShort(rate, 2) });
  return (
    <div className="speed" data-tip={text('speed.help')}>
      <SliderTrack
        label={text('speed.name')}
        position={Math.min(RANGE.max, Math.max(RANGE.min, Math.log10(rate)))}
        range={RANGE}
        valueText={shown}
        onMove={set}
        onCommit={set}
        onRestore={() => set(0)}
      />
      <span className="speed-value num" aria-hidden="true">
        {shown}
      </span>
    </div>
  );
}
