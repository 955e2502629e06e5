import { useId, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { PLANES, SPREADS, type LandscapeChoice, type PlaneChoice } from './choice.ts';

interface PlaneControlsProps {
  readonly choice: LandscapeChoice;
  /** There are two weights, and so one plane. */
  readonly whole: boolean;
  readonly change: (choice: LandscapeChoice) => void;
  readonly renew: () => void;
}

/** Which plane, how wide, and the same anew. */
export function PlaneControls({ choice, whole, change, renew }: PlaneControlsProps): JSX.Element {
  const id = useId();
  const rank = (name: 'first' | 'second'): JSX.Element => (
    <input
      type="number"
      step={1}
      value={choice[name]}
      aria-label={text(`view.landscape.${name}`)}
      title={text('view.landscape.ranks')}
      onChange={({ target: { valueAsNumber: typed } }) => {
        if (Number.isSafeInteger(typed) && typed !== 0) change({ ...choice, [name]: typed });
      }}
    />
  );
  return (
    <div className="landscape-row">
      {whole ? null : (
        <>
          <label htmlFor={id}>{text('view.landscape.plane')}</label>
          <select
            id={id}
            value={choice.plane}
            onChange={({ target }) => change({ ...choice, plane: target.value as PlaneChoice })}
          >
            {PLANES.map((plane) => (
              <option key={plane} value={plane}>
                {text(`view.landscape.plane.${plane}`)}
              </option>
            ))}
          </select>
          {choice.plane === 'chosen' ? (
            <>
              {rank('first')}
              {rank('second')}
            </>
          ) : null}
        </>
      )}
      <button type="button" className="text-button" title={text('view.landscape.againHelp')} onClick={renew}>
        {text('view.landscape.again')}
      </button>
      <button
        type="button"
        className="text-button"
        aria-label={text('view.landscape.wider')}
        title={text('view.landscape.wider')}
        disabled={choice.spread >= SPREADS.most}
        onClick={() => change({ ...choice, spread: Math.min(SPREADS.most, 1.5 * choice.spread) })}
      >
        −
      </button>
      <button
        type="button"
        className="text-button"
        aria-label={text('view.landscape.narrower')}
        title={text('view.landscape.narrower')}
        disabled={choice.spread <= SPREADS.least}
        onClick={() => change({ ...choice, spread: Math.max(SPREADS.least, choice.spread / 1.5) })}
      >
        +
      </button>
    </div>
  );
}
