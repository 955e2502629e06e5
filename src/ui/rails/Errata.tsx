import { useMemo, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { currentScenario } from '../../scenario/patch.ts';
import { useLab } from '../../store/index.ts';
import { errataOf } from '../math/errata.ts';
import { Words } from '../math/Words.tsx';
import { Section } from './Section.tsx';

/** Where the paper differs from what is run here, one sentence each. */
export function Errata(): JSX.Element | null {
  const info = useLab((state) => state.info);
  const run = useLab((state) => state.document);
  const errata = useMemo(
    () => (info === null || run === null ? [] : errataOf(currentScenario(run), info)),
    [info, run],
  );
  if (errata.length === 0) return null;
  return (
    <Section title={text('errata.title')} name="errata">
      <ul className="errata">
        {errata.map(({ id, message }) => (
          <li key={id}>
            <span className="tag">{id}</span>
            <span>
              <Words of={text(message)} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
