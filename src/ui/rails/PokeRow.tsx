import { useId, useState, type JSX } from 'react';
import { formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { bumpAt } from '../../scenario/stroke.ts';
import { useLab } from '../../store/index.ts';
import { readNumber } from '../controls/rangeOf.ts';
import { ValueField } from '../controls/ValueField.tsx';
import { announce } from '../uiState.ts';

/** Height of a poke until a hand chooses another, in units of the field. An arrow key adds a tenth. */
const HEIGHT = 0.5;
/** Width of a poke, in sites. */
const WIDTH = 2;

/** Pokes the run at a weight, and how high. */
export function PokeRow({ info, weight }: { readonly info: RunInfo; readonly weight: number }): JSX.Element {
  const [height, setHeight] = useState(HEIGHT);
  const helpId = useId();
  const poke = (): void => {
    const profile = bumpAt(info.layout.sheets, weight, height, WIDTH);
    useLab
      .getState()
      .poke('weights', profile)
      .then((outcome) => {
        if (outcome.kind !== 'applied') return;
        announce(text('live.poked', { site: weight, step: outcome.step }));
      });
  };
  const take = (typed: string): string | null => {
    const value = readNumber(typed);
    if (typeof value === 'string') return value;
    setHeight(value);
    return null;
  };
  return (
    <div className="poke-row">
      <button type="button" className="button" aria-describedby={helpId} onClick={poke}>
        {text('synapse.poke', { site: weight })}
      </button>
      <span className="n" aria-hidden="true">
        {text('synapse.pokeBy')}
      </span>
      <ValueField
        label={text('synapse.pokeHeight')}
        shown={formatNumber(height)}
        editable={String(height)}
        describedBy={helpId}
        onCommit={take}
        onStep={(direction) => setHeight(Math.round(10 * height + direction) / 10)}
      />
      <p id={helpId} className="note">
        {text('synapse.pokeHelp')}
      </p>
    </div>
  );
}
