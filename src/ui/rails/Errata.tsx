import { useMemo, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { errataOf } from '../math/errata.ts';
import { Words } from '../math/Words.tsx';
import { showDialog } from '../uiState.ts';
import { Section } from './Section.tsx';

/** Where the paper differs from what is run here, one sentence each. */
export function Errata(): JSX.Element {
  const info = useLab((state) => state.info);
  const run = useLab((state) => state.present);
  const errata = useMemo(
    () => (info === null || run === null ? [] : errataOf(run.scenario, info)),
    [info, run],
  );
  return (
    <Section title={text('errata.title')} name="errata">
      <ul className="errata" hidden={errata.length === 0}>
        {errata.map(({ id, message }) => (
          <li key={id}>
            <span className="tag">{id}</span>
            <span>
              <Words of={text(message)} />
            </span>
          </li>
        ))}
      </ul>
      <button type="button" className="text-button" onClick={() => showDialog('errata')}>
        {text('erratum.all')}
      </button>
    </Section>
  );
}
