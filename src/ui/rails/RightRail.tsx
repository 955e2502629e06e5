import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { JSX, ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { useUi } from '../uiState.ts';
import { Dictionary } from './Dictionary.tsx';
import { EquationSection } from './EquationSection.tsx';
import { Errata } from './Errata.tsx';
import { NowReadouts } from './NowReadouts.tsx';
import { SynapsePanel } from './SynapsePanel.tsx';
import { ValuesPanel } from './ValuesPanel.tsx';
import { Section } from './Section.tsx';

/** The right rail: the numbers now, the equation with its values, the dictionary. Folds to a strip. */
export function RightRail({ open }: { readonly open: boolean }): JSX.Element {
  const name = text(open ? 'rail.fold' : 'rail.unfold');
  const toggle = (
    <button
      type="button"
      className="icon-button small"
      aria-label={name}
      aria-expanded={open}
      data-tip={name}
      onClick={() => useUi.setState({ rightOpen: !open })}
    >
      {open ? <ChevronRight aria-hidden="true" /> : <ChevronLeft aria-hidden="true" />}
    </button>
  );
  return (
    <aside className={open ? 'rail right' : 'rail right folded'} aria-label={text('rail.right')}>
      {open ? (
        <>
          <section className="sec">
            <h2>
              <span>{text('now.title')}</span>
              {toggle}
            </h2>
            <NowReadouts />
          </section>
          <Equations />
        </>
      ) : (
        toggle
      )}
    </aside>
  );
}

/** Equation of motion, its numbers, the linked synapse, the dictionary: rail and phone tab alike. */
export function Equations({ children }: { readonly children?: ReactNode }): JSX.Element {
  const info = useLab((state) => state.info);
  return (
    <>
      {info === null ? null : <EquationSection info={info} />}
      <SynapsePanel />
      {info === null ? null : (
        <Section title={text('values.title')} name="values">
          <ValuesPanel />
        </Section>
      )}
      <Dictionary />
      <Errata />
      {children}
    </>
  );
}
