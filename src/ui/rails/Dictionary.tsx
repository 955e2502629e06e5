import type { JSX } from 'react';
import { text, type MessageId } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { Words } from '../math/Words.tsx';

interface Entry {
  readonly network: MessageId;
  readonly field: MessageId;
  readonly hue: string;
}

const lattice: readonly Entry[] = [
  { network: 'dictionary.synapse', field: 'dictionary.place', hue: '' },
  { network: 'dictionary.weight', field: 'dictionary.field', hue: 'c-second' },
  { network: 'dictionary.dataSite', field: 'dictionary.source', hue: 'c-J' },
  { network: 'dictionary.dataPair', field: 'dictionary.coupling', hue: 'c-K' },
  { network: 'dictionary.friction', field: 'dictionary.expansion', hue: 'c-expansion' },
  { network: 'dictionary.cost', field: 'dictionary.lagrangian', hue: '' },
];
const layers: readonly Entry[] = [
  { network: 'dictionary.matrix', field: 'dictionary.sheet', hue: 'c-second' },
  { network: 'dictionary.neurons', field: 'dictionary.columnRow', hue: '' },
  { network: 'dictionary.bias', field: 'dictionary.columnZero', hue: '' },
  { network: 'dictionary.friction', field: 'dictionary.expansion', hue: 'c-expansion' },
  { network: 'dictionary.cost', field: 'dictionary.lagrangian', hue: '' },
];

/** What each word of the network is in the field (Table I), and that it is a likeness. */
export function Dictionary(): JSX.Element {
  const layered = useLab((state) => state.info?.layout.shape === 'layers');
  return (
    <section className="sec">
      <h2>
        <span>{text('dictionary.title')}</span>
        <span>{text('dictionary.table')}</span>
      </h2>
      <dl className="dict">
        {(layered ? layers : lattice).map(({ network, field, hue }) => (
          <div className="dict-row" key={network}>
            <dt>
              <Words of={text(network)} />
            </dt>
            <dd className={hue}>
              <span className="arrow" aria-hidden="true">
                ↔
              </span>
              <Words of={text(field)} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="analogy">
        <span className="tag">{text('dictionary.analogy')}</span>
        <span>{text(layered ? 'dictionary.orderFree' : 'dictionary.heuristic')}</span>
      </p>
    </section>
  );
}
