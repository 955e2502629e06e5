import type { JSX, ReactNode } from 'react';
import { isolated } from '../../messages/bidi.ts';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { EquationView } from '../math/EquationView.tsx';
import { motionOf } from '../math/equations.ts';
import './stageHead.css';

interface StageHeadProps {
  readonly title: string;
  /** A sentence below the title; '' for none. */
  readonly line: string;
  /** BCP 47. */
  readonly language?: string | undefined;
  /** What stands in the line's place. */
  readonly children?: ReactNode;
}

/** Title line and the equation of motion, over the pictures of a hall: the presenter's screen and the audience's window. */
export function StageHead({ title, line, language, children }: StageHeadProps): JSX.Element {
  const info = useLab((state) => state.info);
  const equation = info === null ? undefined : motionOf(info)[0];
  return (
    <header className="stage-head">
      <div>
        <h1 dir="auto" lang={language}>
          {isolated(title === '' ? text('app.name') : title)}
        </h1>
        {children ??
          (line === '' ? null : (
            <p dir="auto" lang={language}>
              {isolated(line)}
            </p>
          ))}
      </div>
      {equation === undefined ? null : (
        <div className="stage-equation">
          <EquationView equation={equation} />
        </div>
      )}
    </header>
  );
}
