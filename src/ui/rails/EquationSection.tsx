import { Fragment, useId, useState, type JSX } from 'react';
import type { RunInfo } from '../../engine/protocol.ts';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { EquationView } from '../math/EquationView.tsx';
import { latexOf } from '../math/latex.ts';
import { CopyText } from '../parts/CopyText.tsx';
import {
  costOf,
  lagrangianOf,
  layerOf,
  motionOf,
  sourceOf,
  termOf,
  type Equation,
} from '../math/equations.ts';
import type { Hands } from '../math/hands.ts';
import { NumberedEquations } from '../math/NumberedEquation.tsx';
import { termsOf, termWords } from '../math/terms.ts';
import { CostNumbers, LagrangianNumbers } from './EquationNumbers.tsx';
import { Words } from '../math/Words.tsx';
import { Section } from './Section.tsx';

/** The equations and the numbers of this moment. */
function latexNow(): string {
  const { info, document, readouts } = useLab.getState();
  return info === null ? '' : latexOf(info, document?.scenario.title ?? '', readouts);
}

/** Equation of motion, Lagrangian and cost of the run; the numbers of this moment under them on demand. */
export function EquationSection({
  info,
  hands,
}: {
  readonly info: RunInfo;
  readonly hands: Hands;
}): JSX.Element {
  const [numbers, setNumbers] = useState(false);
  const run = useLab((state) => state.present);
  const motions = motionOf(info);
  const cost = costOf(info);
  const layer = layerOf(info);
  const lagrangian = lagrangianOf(info);
  return (
    <Section title={text('equation.title')} source={sourceOf(info)} name="equation">
      <div className="eqs">
        {motions.map((equation, n) => (
          <Fragment key={equation.id}>
            <EquationView equation={equation} />
            {run === null || n > 0 ? null : (
              <NumberedEquations hands={hands} run={run} equations={[equation]} />
            )}
          </Fragment>
        ))}
        <LinkedTerm info={info} />
        {lagrangian === null ? null : <EquationView equation={lagrangian} />}
        {numbers ? <LagrangianNumbers /> : null}
        <EquationView equation={cost} />
        {run === null ? null : <NumberedEquations hands={hands} run={run} equations={[cost]} />}
        {layer === null ? null : <EquationView equation={layer} />}
        {numbers && info.quadratic ? <CostNumbers /> : null}
        {info.quadratic ? <p className="note">{text('equation.minimum')}</p> : null}
        {info.tracks.some(({ drawn }) => drawn) ? (
          <p className="note">
            <Words of={text('equation.samples')} />
          </p>
        ) : null}
      </div>
      <TermKeys equations={[...motions, ...(lagrangian === null ? [] : [lagrangian]), cost]} />
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

/** The terms of the equations for who has no pointer: the focus lights them up, and the gloss explains them. */
function TermKeys({ equations }: { readonly equations: readonly Equation[] }): JSX.Element {
  const about = useId();
  return (
    <div className="term-keys" role="group" aria-label={text('equation.terms')}>
      {termsOf(equations).map((term) => (
        <Fragment key={term}>
          <button
            type="button"
            className={`c-${term}`}
            data-term={term}
            data-tip-message={termWords[term].about}
            aria-describedby={`${about}-${term}`}
          >
            {text(termWords[term].name)}
          </button>
          <span id={`${about}-${term}`} hidden>
            {text(termWords[term].about)}
          </span>
        </Fragment>
      ))}
    </div>
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
