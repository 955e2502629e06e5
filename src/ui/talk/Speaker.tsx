import '../../messages/late.ts';
import { ChevronLeft, ChevronRight, Pause, Play, RotateCcw, X } from 'lucide-react';
import { useEffect, useState, type JSX } from 'react';
import { isolated } from '../../messages/bidi.ts';
import { text } from '../../messages/index.ts';
import { showDialog, useUi } from '../uiState.ts';
import { NextPicture } from './NextPicture.tsx';
import { resetTimer, timeNow, toggleTimer, useTalk } from './state.ts';
import { clockText } from './timer.ts';
import { goTo, titleOf, walk } from './walk.ts';
import './speaker.css';

/** How long the talk has run, second by second while the clock runs. */
function useElapsed(): number {
  const timer = useTalk((state) => state.timer);
  const [, tick] = useState(0);
  useEffect(() => {
    if (timer.since === null) return;
    let next: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      tick((count) => count + 1);
      // At the turn of the second, so that none is passed over.
      next = setTimeout(wait, 1000 - (timeNow() % 1000));
    };
    next = setTimeout(wait, 1000 - (timeNow() % 1000));
    return () => clearTimeout(next);
  }, [timer]);
  return timeNow();
}

/** What only the speaker reads: the time, the notes of this state, and what comes next. */
export function Speaker(): JSX.Element {
  const { states } = useTalk((state) => state.talk);
  const at = useTalk((state) => state.at);
  const state = at < 0 ? undefined : states[at];
  const next = states[at + 1];
  return (
    <aside className="speaker" aria-label={text('command.notes')}>
      <header>
        <h2>
          {state === undefined
            ? text('speaker.name')
            : text('talk.place', { step: at + 1, count: states.length })}
        </h2>
        <button
          type="button"
          className="icon-button small"
          aria-label={text('speaker.close')}
          data-tip={text('speaker.close')}
          onClick={() => useUi.setState({ notes: false })}
        >
          <X aria-hidden="true" />
        </button>
      </header>
      <Clock />
      {/* Long notes are scrolled by the keyboard as well. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="speaker-notes" role="region" aria-label={text('speaker.notes')} tabIndex={0} dir="auto">
        {state === undefined ? (
          <p className="note">{text(states.length === 0 ? 'speaker.none' : 'speaker.begin')}</p>
        ) : state.notes === '' ? (
          <p className="note">{text('speaker.empty')}</p>
        ) : (
          <p>{state.notes}</p>
        )}
      </div>
      <div className="speaker-next">
        <h3>{text('speaker.next')}</h3>
        <p dir="auto">
          {next === undefined
            ? text(states.length === 0 ? 'speaker.nothing' : 'speaker.end')
            : isolated(titleOf(next))}
        </p>
        {next === undefined ? null : <NextPicture state={next} />}
      </div>
      <nav aria-label={text('part.talk')}>
        <button type="button" className="button" aria-disabled={at <= 0} onClick={() => walk(-1)}>
          <ChevronLeft aria-hidden="true" />
          {text('lesson.back')}
        </button>
        {states.length === 0 ? (
          <button type="button" className="button" onClick={() => showDialog('talk')}>
            {text('command.talk')}
          </button>
        ) : (
          <button
            type="button"
            className="button primary"
            aria-disabled={next === undefined}
            onClick={() => (at < 0 ? goTo(0) : walk(1))}
          >
            {text('lesson.next')}
            <ChevronRight aria-hidden="true" />
          </button>
        )}
      </nav>
    </aside>
  );
}

function Clock(): JSX.Element {
  const runs = useTalk((state) => state.timer.since !== null);
  const shown = clockText(useElapsed());
  return (
    <div className="speaker-clock" role="group" aria-label={text('speaker.timer')}>
      <output className="num" aria-live="off" aria-label={text('speaker.elapsed')}>
        {shown}
      </output>
      <button
        type="button"
        className="icon-button"
        aria-label={text(runs ? 'speaker.pause' : 'speaker.start')}
        data-tip={text(runs ? 'speaker.pause' : 'speaker.start')}
        onClick={toggleTimer}
      >
        {runs ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={text('speaker.reset')}
        data-tip={text('speaker.reset')}
        onClick={resetTimer}
      >
        <RotateCcw aria-hidden="true" />
      </button>
    </div>
  );
}
