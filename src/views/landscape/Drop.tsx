import { useEffect, useState, type FormEvent, type JSX } from 'react';
import type { Landscape } from '../../store/index.ts';
import { formatNumber, formatShort } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { dropBalls } from '../../store/drop.ts';
import { useLab } from '../../store/index.ts';
import { tracksOnLattice, trackWords } from '../tracks.ts';
import { surfaceCost } from './ground.ts';
import type { LandscapeBoard } from './model.ts';

/** Steps of a slider from end to end. */
const STEPS = 100;

function between([low, high]: readonly [number, number], part: number): number {
  return low + (high - low) * part;
}

/** Where the ring stands, in steps of its sliders, and the id of the ball that is dropped; empty: all of them. */
export interface DropChoice {
  readonly at: readonly [number, number];
  readonly track: string;
}

/** The ring in the middle, and all balls. */
export const FIRST_DROP: DropChoice = { at: [STEPS / 2, STEPS / 2], track: '' };

interface DropProps {
  readonly board: LandscapeBoard;
  readonly plane: NonNullable<Landscape['plane']>;
  /** Held by who stays while a slice is made anew. */
  readonly choice: DropChoice;
  readonly choose: (choice: DropChoice) => void;
}

/** Drops the balls somewhere: by a click on the surface, or with a ring that the arrow keys move, and Enter. */
export function Drop({ board, plane, choice, choose }: DropProps): JSX.Element {
  const { at, track: chosen } = choice;
  const [shown, setShown] = useState(false);
  const [said, setSaid] = useState('');
  const info = useLab((state) => state.info);
  const tracks = info === null ? [] : tracksOnLattice(info);
  const alone = tracks.find((track) => info?.tracks[track].id === chosen);
  const one = alone === undefined ? undefined : chosen;
  const { window } = plane;
  const x = between(window.x, at[0] / STEPS);
  const y = between(window.y, at[1] / STEPS);

  useEffect(
    () =>
      board.onDrop((toX, toY) => {
        const { ground } = board;
        if (ground === null) return;
        dropBalls(ground.plane, toX, toY, one);
        const cost = formatNumber(surfaceCost(ground, toX, toY));
        setSaid(text('view.landscape.dropped', { x: formatShort(toX), y: formatShort(toY), cost }));
      }),
    [board, one],
  );
  useEffect(() => {
    board.setCursor(shown ? [x, y] : null);
    return () => board.setCursor(null);
  }, [board, shown, x, y]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    board.drop(x, y);
  };
  const slider = (axis: 0 | 1): JSX.Element => (
    <input
      type="range"
      min={0}
      max={STEPS}
      step={1}
      value={at[axis]}
      aria-label={text(axis === 0 ? 'view.landscape.dropX' : 'view.landscape.dropY')}
      aria-valuetext={formatShort(axis === 0 ? x : y)}
      onChange={({ target: { valueAsNumber: value } }) =>
        choose({ ...choice, at: axis === 0 ? [value, at[1]] : [at[0], value] })
      }
      // Enter in a slider submits no form by itself.
      onKeyDown={(event) => {
        if (event.key === 'Enter') submit(event);
      }}
    />
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className="landscape-row landscape-drop"
      aria-label={text('view.landscape.dropAt')}
      title={text('view.landscape.dropHelp')}
      onSubmit={submit}
      onFocus={() => setShown(true)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setShown(false);
      }}
    >
      {tracks.length < 2 || info === null ? (
        <span aria-hidden="true">{text('view.landscape.dropAt')}</span>
      ) : (
        <select
          value={one ?? ''}
          aria-label={text('view.landscape.dropWhich')}
          onChange={({ currentTarget }) => choose({ ...choice, track: currentTarget.value })}
        >
          <option value="">{text('view.landscape.dropAt')}</option>
          {tracks.map((track) => (
            <option key={info.tracks[track].id} value={info.tracks[track].id}>
              {text('view.landscape.dropOne', { track: trackWords(info, track) })}
            </option>
          ))}
        </select>
      )}
      {slider(0)}
      {slider(1)}
      <output className="landscape-at">
        ({formatShort(x)}, {formatShort(y)})
      </output>
      <button type="submit" className="button">
        {text('view.landscape.drop')}
      </button>
      <span className="vh" aria-live="polite">
        {said}
      </span>
    </form>
  );
}
