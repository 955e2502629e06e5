import '../../messages/late.ts';
import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { useLayoutMode } from '../layoutMode.ts';
import { UniverseRail } from '../universe/UniverseRail.tsx';
import { showDialog } from '../uiState.ts';
import type { Hands } from '../math/hands.ts';
import { Dictionary } from './Dictionary.tsx';
import { EquationSection } from './EquationSection.tsx';
import { Errata } from './Errata.tsx';
import { Section } from './Section.tsx';
import { SynapsePanel } from './SynapsePanel.tsx';
import { ValuesPanel } from './ValuesPanel.tsx';

export { startTerms } from '../math/terms.ts';

/** Equation of motion, its numbers, the linked synapse, the dictionary: rail and phone tab alike. */
export function Equations({ hands }: { readonly hands: Hands }): JSX.Element {
  const info = useLab((state) => state.info);
  // Where there is no rail beside the universe, its numbers stand here.
  const phone = useLayoutMode() === 'phone';
  return (
    <>
      {info === null ? null : <EquationSection info={info} hands={hands} />}
      <SynapsePanel />
      {info === null ? null : (
        <Section title={text('values.title')} name="values">
          <ValuesPanel />
        </Section>
      )}
      {phone ? <UniverseRail toggle={null} /> : null}
      <Dictionary />
      <Errata />
      {(['sweep', 'verify'] as const).map((dialog) => (
        <section key={dialog} className="sec">
          <button type="button" className="text-button" onClick={() => showDialog(dialog)}>
            {text(`command.${dialog}`)}
          </button>
        </section>
      ))}
    </>
  );
}
