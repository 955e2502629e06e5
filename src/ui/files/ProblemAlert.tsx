import { TriangleAlert, X } from 'lucide-react';
import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';

/** Says what is wrong with a file, an address or a value: what was expected first, then where and what. A run that stands goes on. */
export function ProblemAlert(): JSX.Element {
  const problem = useLab((state) => state.problem);
  const stands = useLab((state) => state.info !== null);
  return (
    <div role="alert" className="problem-slot">
      {problem === null ? null : (
        <div className="problem">
          <TriangleAlert aria-hidden="true" />
          <div>
            <strong>
              {problem.source === ''
                ? text('problem.value')
                : text(stands ? 'problem.file' : 'problem.first', { source: problem.source })}
            </strong>
            <p>{text('problem.expected', { expected: problem.expected })}</p>
            <p>
              {problem.path === '' ? null : <code>{problem.path}</code>}
              {problem.value === '' ? null : (
                <>
                  {problem.path === '' ? null : ` ${text('problem.is')} `}
                  <code>{problem.value}</code>
                </>
              )}
            </p>
          </div>
          <button
            type="button"
            className="icon-button small"
            aria-label={text('problem.dismiss')}
            onClick={() => useLab.getState().report(null)}
          >
            <X aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}
