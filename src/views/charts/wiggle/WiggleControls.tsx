import type { JSX } from 'react';
import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { Wiggle } from '../../../store/index.ts';
import { ChartSlider } from '../ChartSlider.tsx';
import { plainWords } from '../words.ts';

/** Least width of the bump, as part of the path. */
export const LEAST = 0.02;

/** What the hand has chosen. */
export interface Hand {
  /** Along a mode, or the chosen weight; null: not chosen yet. */
  readonly mode: boolean | null;
  readonly index: number;
  /** Width and middle of the bump, as parts of the path. */
  readonly share: number;
  readonly place: number;
  /** ε as part of the largest, −1 to 1. */
  readonly level: number;
}

export const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

interface Props {
  readonly seen: Wiggle;
  readonly hand: Hand;
  /** The chosen weight, in words. */
  readonly weight: string;
  readonly onChange: (change: Partial<Hand>) => void;
}

/** What is wiggled, how far, and how wide: the same that a hand drags in the picture. */
export function WiggleControls({ seen, hand, weight, onChange }: Props): JSX.Element {
  const { modes, epsilon, reach, times, along } = seen;
  const { level, share } = hand;
  // Beyond the modes of a smaller system stands its last one.
  const mode = hand.mode === true && modes !== null;
  const index = mode ? Math.min(hand.index, modes.length - 1) : along.index;
  const width = formatShort(reach[1] - reach[0]);
  const length = formatShort(times[times.length - 1] - times[0]);
  return (
    <div className="wiggle-controls">
      <div className="wiggle-along">
        <span aria-hidden="true">{text('wiggle.along')}</span>
        <select
          aria-label={text('wiggle.along')}
          value={mode ? 'mode' : 'weight'}
          onChange={({ currentTarget }) =>
            onChange({ index: hand.index, mode: currentTarget.value === 'mode' })
          }
        >
          <option value="weight">{text('wiggle.alongWeight', { weight: plainWords(weight) })}</option>
          {modes === null ? null : <option value="mode">{text('wiggle.alongMode')}</option>}
        </select>
        {mode ? (
          <input
            type="number"
            aria-label={text('wiggle.modeIndex')}
            data-tip={text('wiggle.modeValue', {
              index,
              count: modes.length,
              lambda: formatNumber(modes[index]),
            })}
            min={0}
            max={modes.length - 1}
            value={index}
            onChange={({ currentTarget }) =>
              onChange({
                mode: true,
                index: clamp(Math.round(Number(currentTarget.value)), 0, modes.length - 1),
              })
            }
          />
        ) : null}
      </div>
      <ChartSlider
        name={text('wiggle.epsilon')}
        label={text('wiggle.epsilonName')}
        value={level}
        range={[-1, 1, 0.02]}
        shown={formatShort(level * epsilon[epsilon.length - 1])}
        onMove={(next) => onChange({ level: next })}
      />
      <ChartSlider
        name={text('wiggle.width')}
        label={text('wiggle.widthName')}
        value={share}
        range={[LEAST, 1, 0.01]}
        said={text('wiggle.widthValue', { width, length })}
        shown={width}
        onMove={(next) => onChange({ share: next })}
      />
    </div>
  );
}
