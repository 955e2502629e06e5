import { useState, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { presentOf, presentStep, timeOfStep, useLab } from '../../store/index.ts';
import { CopyText } from '../parts/CopyText.tsx';
import { bibtexOf, methodsOf } from './words.ts';

/** What a paper says of the run, to be copied. */
export function WordsForm(): JSX.Element | null {
  const info = useLab((state) => state.info);
  const [year] = useState(() => new Date().getFullYear());
  if (info === null) return null;
  const step = presentStep();
  const bibtex = bibtexOf(year);
  const methods = methodsOf(info, presentOf(info), { step, time: timeOfStep(step, info.dt) });
  return (
    <div className="export-form export-words">
      {(
        [
          ['methods', methods, 'export.copyMethods'],
          ['bibtex', bibtex, 'export.copyBibtex'],
        ] as const
      ).map(([id, words, label]) => (
        <section key={id} className="export-words">
          <h3>{text(`export.${id}`)}</h3>
          <pre>{words}</pre>
          <CopyText label={text(label)} field={text(`export.${id}`)} words={() => words} />
        </section>
      ))}
    </div>
  );
}
