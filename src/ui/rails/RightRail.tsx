import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { JSX, ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { EquationView } from '../math/EquationView.tsx';
import { costOf, motionOf, sourceOf } from '../math/equations.ts';
import { useUi } from '../uiState.ts';
import { Dictionary } from './Dictionary.tsx';
import { NowReadouts } from './NowReadouts.tsx';
import { SynapsePanel } from './SynapsePanel.tsx';
import { ValuesPanel } from './ValuesPanel.tsx';

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
      {info === null ? null : (
        <section className="sec">
          <h2>
            <span>{text('equation.title')}</span>
            <span>{sourceOf(info)}</span>
          </h2>
          {motionOf(info).map((equation) => (
            <EquationView key={equation.id} equation={equation} />
          ))}
          <EquationView equation={costOf(info)} />
          <ValuesPanel />
        </section>
      )}
      <SynapsePanel />
      <Dictionary />
      {children}
    </>
  );
}
