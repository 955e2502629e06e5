import { useMemo, type JSX } from 'react';
import { HEADER } from '../../engine/frame.ts';
import { formatSigned } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { latestFrame, presentOf, useLab } from '../../store/index.ts';
import { Sym } from '../math/Sym.tsx';
import { trackName } from '../trackNames.ts';
import { Section } from './Section.tsx';
import { PokeRow } from './PokeRow.tsx';
import { placeOf } from './synapsePlace.ts';

/** Bonds shown at most: a site of a square lattice has four. */
const MOST_BONDS = 4;

interface Row {
  readonly key: string;
  readonly symbol: string;
  readonly name: string;
  readonly value: number;
  readonly hue: string;
}

/** The synapse under the hand: its weight in every run, its source and its bonds. Renewed with the readouts. */
function useRows(weight: number): readonly Row[] {
  const info = useLab((state) => state.info);
  useLab((state) => state.readouts);
  const frame = latestFrame();
  if (info === null || frame === null) return [];
  const rows: Row[] = [];
  info.tracks.forEach((track, index) => {
    const weights = frame.tracks[index]?.weights;
    if (weights === undefined || weight >= weights.length) return;
    const name = trackName(track, presentOf(info));
    rows.push({
      key: track.id,
      symbol: `w_${weight}`,
      name,
      value: weights[weight],
      hue: track.role,
    });
  });
  if (frame.header[HEADER.sources] !== 1) return rows;
  if (weight < frame.sourceJ.length) {
    const value = frame.sourceJ[weight];
    rows.push({ key: 'J', symbol: `J_${weight}`, name: text('synapse.source'), value, hue: 'J' });
  }
  const { bonds } = info.layout;
  let found = 0;
  for (let bond = 0; 2 * bond < bonds.length && found < MOST_BONDS; bond++) {
    const [i, j] = [bonds[2 * bond], bonds[2 * bond + 1]];
    if (i !== weight && j !== weight) continue;
    found++;
    rows.push({
      key: `K${bond}`,
      symbol: `K_${bond}`,
      name: text('synapse.bond', { to: i === weight ? j : i }),
      value: frame.couplingK[bond],
      hue: 'K',
    });
  }
  return rows;
}

/** Section of the right rail for the synapse that is hovered or chosen. */
export function SynapsePanel(): JSX.Element | null {
  const weight = useLab((state) => state.hovered ?? state.selected);
  return weight === null ? null : <Linked weight={weight} />;
}

function Linked({ weight }: { readonly weight: number }): JSX.Element {
  const rows = useRows(weight);
  const info = useLab((state) => state.info);
  const selected = useLab((state) => state.selected);
  const place = useMemo(() => (info === null ? null : placeOf(info, weight)), [info, weight]);
  return (
    <Section title={text('synapse.title', { weight })} source={text('synapse.linked')} name="synapse">
      {place === null ? null : <p className="note">{place}</p>}
      <div className="kv">
        {rows.map(({ key, symbol, name, value, hue }) => (
          <div className="kv-row" key={key}>
            <span className={`s c-${hue}`}>
              <Sym of={symbol} />
            </span>
            <span className="n">{name}</span>
            <span className="v">{formatSigned(value)}</span>
          </div>
        ))}
      </div>
      {info === null || selected === null ? null : <PokeRow info={info} weight={selected} />}
    </Section>
  );
}
