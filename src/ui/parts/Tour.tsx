import '../../messages/late.ts';
import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties, type JSX } from 'react';
import { text, type MessageId } from '../../messages/index.ts';
import { useLab, type LabState } from '../../store/index.ts';
import { announce, useUi } from '../uiState.ts';
import { placeClear } from './beside.ts';
import { endTour } from './tour.ts';

interface Step {
  readonly message: MessageId;
  /** What it stands beside: the first of these that is in sight. */
  readonly anchors: readonly string[];
  /** Whether a hand has just done what the step says. */
  readonly done: (now: LabState, before: LabState) => boolean;
  /** What has to be in sight once it is done. */
  readonly follow?: () => void;
}

/** Play, files, ground, keys, tabs and the button of the controls. */
const KEEP_CLEAR =
  '.icon-button.play, .foot, #controls-button, [role="tablist"], .transport, .clock, [data-path="expansion.gamma"]';

const gammaOf = ({ readouts }: LabState): number | undefined => readouts?.gamma;

const steps: readonly Step[] = [
  {
    message: 'tour.play',
    anchors: ['.icon-button.play'],
    done: (now, before) => now.playing && !before.playing,
  },
  {
    message: 'tour.friction',
    anchors: ['[data-path="expansion.gamma"]', '#controls-button', '#tab-controls'],
    done: (now, before) =>
      now.info === before.info ? false : now.document !== before.document && gammaOf(now) !== undefined,
  },
  {
    message: 'tour.synapse',
    // The last of the pictures beside each other, or on a phone its tab.
    anchors: ['.panes > .pane-slot:last-child', '.phone-panel .pane', '.tabs button:nth-child(2)'],
    done: (now, before) => now.selected !== null && before.selected === null,
    // The numbers that it promises stand in the right rail, which a narrow window folds.
    follow: () => useUi.setState({ rightOpen: true }),
  },
];

function anchorOf({ anchors }: Step): Element | null {
  for (const selector of anchors) {
    const element = document.querySelector(selector);
    const box = element?.getBoundingClientRect();
    if (element && box && box.width > 0 && box.top < window.innerHeight && box.bottom > 0) return element;
  }
  return null;
}

/** Three steps for a first visit. Not modal: everything goes on working, and doing what a step says leads on. */
export function Tour(): JSX.Element | null {
  const step = useUi((state) => state.tour);
  const ready = useLab((state) => state.info !== null);
  if (!ready || step === null || steps[step] === undefined) return null;
  return <TourStep key={step} at={step} />;
}

function next(at: number): void {
  if (at + 1 >= steps.length) endTour();
  else useUi.setState({ tour: at + 1 });
}

function TourStep({ at }: { readonly at: number }): JSX.Element {
  const step = steps[at];
  const panel = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<CSSProperties>({ visibility: 'hidden' });
  const [side, setSide] = useState('none');
  useLayoutEffect(() => {
    // What it speaks of may be scrolled out of sight in its rail.
    for (const selector of step.anchors)
      document.querySelector(selector)?.scrollIntoView({ block: 'nearest' });
    const put = (): void => {
      const element = panel.current;
      if (element === null) return;
      const anchor = anchorOf(step)?.getBoundingClientRect() ?? null;
      const size = { width: element.offsetWidth, height: element.offsetHeight };
      // A pane is larger than the words: they stand in its lower part.
      const large = anchor !== null && anchor.height > 2.2 * size.height;
      const target = large
        ? { left: anchor.left, right: anchor.right, top: anchor.bottom - 16, bottom: anchor.bottom }
        : anchor;
      const view = { width: window.innerWidth, height: window.innerHeight };
      // Words never stand on the buttons that a hand wants next, nor on what they speak of.
      const keep = [...document.querySelectorAll(KEEP_CLEAR)].map((other) => other.getBoundingClientRect());
      if (anchor !== null && !large) keep.push(anchor);
      const found = placeClear(target, size, view, keep);
      setPlace({ left: found.left, top: found.top });
      setSide(found.side);
    };
    put();
    // Rails fold and pictures load while it stands.
    const timer = setInterval(put, 400);
    window.addEventListener('resize', put);
    return () => {
      clearInterval(timer);
      window.removeEventListener('resize', put);
    };
  }, [step]);
  useEffect(() => {
    announce(text(step.message));
    const stop = useLab.subscribe((now, before) => {
      if (!step.done(now, before)) return;
      step.follow?.();
      next(at);
    });
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && useUi.getState().dialog === null) endTour();
    };
    document.addEventListener('keydown', press);
    return () => {
      stop();
      document.removeEventListener('keydown', press);
    };
  }, [step, at]);
  const last = at + 1 === steps.length;
  return (
    <div
      ref={panel}
      className="tour"
      role="dialog"
      aria-modal="false"
      aria-label={text('tour.name')}
      data-side={side}
      style={place}
    >
      <p>{text(step.message)}</p>
      <div className="tour-actions">
        <span className="note">{text('tour.step', { step: at + 1, count: steps.length })}</span>
        {last ? null : (
          <button type="button" className="text-button" onClick={endTour}>
            {text('tour.skip')}
          </button>
        )}
        <button type="button" className="button" onClick={() => next(at)}>
          {text(last ? 'tour.done' : 'tour.next')}
        </button>
      </div>
    </div>
  );
}
