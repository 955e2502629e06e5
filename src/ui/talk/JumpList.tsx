import type { JSX } from 'react';
import { isolated } from '../../messages/bidi.ts';
import { text } from '../../messages/index.ts';
import { Popover } from '../parts/Popover.tsx';
import { jumpTo } from './present.ts';
import { useTalk } from './state.ts';

interface JumpListProps {
  /** Which of how many, from 1. */
  readonly step: number;
  readonly count: number;
  readonly titles: readonly string[];
  readonly language?: string;
}

/** Which of how many is shown, and a list of all of them to go to; while a number is typed, where Enter goes. */
export function JumpList({ step, count, titles, language }: JumpListProps): JSX.Element {
  const typed = useTalk((state) => state.typed);
  const place = text('talk.place', { step, count });
  const face = (
    <span className="present-count num">
      {typed === '' ? place : text('present.typedShort', { step: typed })}
      <i aria-hidden="true">
        <b style={{ width: `${(100 * step) / count}%` }} />
      </i>
    </span>
  );
  return (
    <Popover name={`${place}: ${text('present.list')}`} face={face} className="present-list">
      {(close) => (
        <ol>
          {titles.map((title, index) => (
            // A place in the list is what it goes to.
            <li key={index}>
              <button
                type="button"
                lang={language}
                aria-current={index + 1 === step ? 'step' : undefined}
                onClick={() => {
                  close();
                  jumpTo(index);
                }}
              >
                <span className="num">{index + 1}</span>
                <span dir="auto">{isolated(title)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </Popover>
  );
}
