import { useEffect, useRef, type JSX, type ReactNode } from 'react';

interface FactsColumnProps {
  /** Name of the column where it holds more than a low drawer shows: whoever uses keys can scroll it. */
  readonly scrolled?: string | undefined;
  readonly children: ReactNode;
}

/** Pixels of what is not seen under which nothing counts as hidden: halves of pixels, line heights. */
const SLACK = 2;

/** What stands beside a figure. Where more follows below its foot it fades there. */
export function FactsColumn({ scrolled, children }: FactsColumnProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const look = (): void => {
      const { scrollHeight, clientHeight, scrollTop } = element;
      element.toggleAttribute('data-more', scrollHeight - clientHeight - scrollTop > SLACK);
    };
    const sized = new ResizeObserver(look);
    sized.observe(element);
    // Its own size need not change with what it holds.
    const changed = new MutationObserver(look);
    changed.observe(element, { childList: true, subtree: true, characterData: true });
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sized.disconnect();
      changed.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  return (
    <div
      ref={host}
      className="chart-facts"
      {...(scrolled === undefined ? {} : { role: 'group', 'aria-label': scrolled, tabIndex: 0 })}
    >
      {children}
    </div>
  );
}
