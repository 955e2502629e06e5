import { useState, type JSX } from 'react';
import type { RunInfo } from '../../engine/protocol.ts';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { EquationView } from '../math/EquationView.tsx';
import { latexOf } from '../math/latex.ts';
import { CopyText } from '../parts/CopyText.tsx';
import { costOf, lagrangianOf, layerOf, motionOf, sourceOf, termOf } from '../math/equations.ts';
import { CostNumbers, LagrangianNumbers, MotionNumbers } from './EquationNumbers.tsx';
import { Words } from '../math/Words.tsx';
import { Section } from './Section.tsx';

/** The equations and the numbers of this moment. */
function latexNow(): string {
  const { info, document, readouts } = useLab.getState();
  return info === null ? '' : latexOf(info, document?.scenario.title ?? '', readouts);
}

/** Equation of motion, Lagrangian and cost of the run; the numbers of this moment under them on demand. */
export function EquationSection({ info }: { readonly info: RunInfo }): JSX.Element {
  const [numbers, setNumbers] = useState(false);
  const layer = layerOf(info);
  const lagrangian = lagrangianOf(info);
  return (
    <Section title={text('equation.title')} source={sourceOf(info)} name="equation">
      <div className="eqs">
        {motionOf(info).map((equation) => (
          <EquationView key={equation.id} equation={equation} />
        ))}
        {numbers ? <MotionNumbers /> : null}
        <LinkedTerm info={info} />
        {lagrangian === null ? null : <EquationView equation={lagrangian} />}
        {numbers ? <LagrangianNumbers /> : null}
        <EquationView equation={costOf(info)} />
        {layer === null ? null : <EquationView equation={layer} />}
        {numbers && info.quadratic ? <CostNumbers /> : null}
        {info.quadratic ? <p className="note">{text('equation.minimum')}</p> : null}
        {info.tracks.some(({ drawn }) => drawn) ? (
          <p className="note">
            <Words of={text('equation.samples')} />
          </p>
        ) : null}
      </div>
      <div className="eq-actions">
        <button
          type="button"
          className="text-button"
          aria-pressed={numbers}
          onClick={() => setNumbers(!numbers)}
        >
          {text('equation.numbers')}
        </button>
        <CopyText label={text('equation.copy')} field={text('equation.latex')} words={latexNow} />
      </div>
    </Section>
  );
}

/** The force on the synapse under the hand, written out with its own J and K. */
function LinkedTerm({ info }: { readonly info: RunInfo }): JSX.Element | null {
  const weight = useLab((state) => state.hovered ?? state.selected);
  const term = weight === null ? null : termOf(info, weight);
  if (weight === null || term === null) return null;
  return (
    <div className="term" role="group" aria-label={text('equation.termOf', { weight })}>
      <EquationView equation={term} />
    </div>
  );
}
