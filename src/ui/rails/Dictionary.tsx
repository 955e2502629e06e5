import type { JSX } from 'react';
import type { TrackInfo } from '../../engine/protocol.ts';
import { formatNumber } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { partOf } from '../../scenario/sections.ts';
import { useLab, type Readouts } from '../../store/index.ts';
import { Words } from '../math/Words.tsx';
import { Section } from './Section.tsx';

interface Entry {
  readonly network: MessageId;
  readonly field: MessageId;
  readonly hue: string;
  /** What stands for it now, in the field's terms. */
  readonly live?: (now: Readouts, main: TrackInfo) => number | undefined;
}

const expansionNow: Entry = {
  network: 'dictionary.friction',
  field: 'dictionary.expansion',
  hue: 'c-expansion',
  live: ({ gamma }) => gamma,
};
const rateNow: Entry = {
  network: 'dictionary.rate',
  field: 'dictionary.inverse',
  hue: 'c-expansion',
  live: ({ gamma }, main) => main.eta ?? 1 / gamma,
};
const costNow: Entry = {
  network: 'dictionary.cost',
  field: 'dictionary.lagrangian',
  hue: '',
  // Without inertia there is no T, and in a bath no L; of drawn samples it is that of their own cost.
  live: ({ tracks: [now] }, main) =>
    now === undefined || partOf('dynamics', main.dynamics).hamilton !== true
      ? undefined
      : now.kinetic - (main.drawn ? now.batchCost : now.cost),
};

/** The words that every network has. */
const common: readonly Entry[] = [expansionNow, rateNow, costNow];

function Live({ value }: { readonly value: number | undefined }): JSX.Element | null {
  return value === undefined ? null : <span className="num"> = {formatNumber(value)}</span>;
}

/** What each word of the network is in the field (Table I), and that it is a likeness. */
export function Dictionary(): JSX.Element | null {
  const kind = useLab((state) => state.present?.scenario.system.kind);
  const now = useLab((state) => state.readouts);
  const main = useLab((state) => state.info?.tracks[0]);
  if (kind === undefined) return null;
  const { lines, claim } = partOf('system', kind).dictionary;
  const own = lines.map(({ network, field, hue }) => ({
    network: `dictionary.${network}` as MessageId,
    field: `dictionary.${field}` as MessageId,
    hue: hue === '' ? '' : `c-${hue}`,
  }));
  return (
    <Section title={text('dictionary.title')} source={text('dictionary.table')} name="dictionary">
      <dl className="dict">
        {[...own, ...common].map(({ network, field, hue, live }: Entry) => (
          <div className="dict-row" key={network}>
            <dt>
              <Words of={text(network)} />
            </dt>
            <dd className={hue}>
              <span className="arrow" aria-hidden="true">
                ↔
              </span>
              <Words of={text(field)} />
              <Live value={now === null || main === undefined ? undefined : live?.(now, main)} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="erratum">
        <Words of={text('dictionary.e8')} />
      </p>
      <p className="analogy">
        <span className="tag">{text('dictionary.analogy')}</span>
        <span>{text(`dictionary.${claim}` as MessageId)}</span>
      </p>
    </Section>
  );
}
