import { useLayoutEffect, useRef, useState, type JSX, type RefObject } from 'react';
import { createPortal } from 'react-dom';

const GAP = 6;
const EDGE = 8;

interface TimelineTipProps {
  readonly host: RefObject<HTMLElement | null>;
  /** Place along the timeline. */
  readonly x: number;
  /** Lines: time and step, then the edits there. */
  readonly children: readonly string[];
}

/** What stands at a place of the timeline, above it. The slider says the same to screen readers. */
export function TimelineTip({ host, x, children }: TimelineTipProps): JSX.Element {
  const tip = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: -9999, top: 0 });
  const words = children.join('\n');
  useLayoutEffect(() => {
    if (host.current === null || tip.current === null) return;
    const box = host.current.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = tip.current;
    const left = box.left + x - offsetWidth / 2;
    setPlace({
      left: Math.min(Math.max(EDGE, left), Math.max(EDGE, window.innerWidth - offsetWidth - EDGE)),
      top: box.top - offsetHeight - GAP,
    });
  }, [host, x, words]);
  return createPortal(
    <div ref={tip} className="tip timeline-tip num" aria-hidden="true" style={place}>
      {words}
    </div>,
    document.body,
  );
}
