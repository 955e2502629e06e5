import { useEffect, useRef, useState, type JSX, type RefObject } from 'react';
import { text } from '../../messages/index.ts';
import { chapters, type Chapter } from '../../scenario/shipped.ts';
import { useOverflow } from '../parts/useOverflow.ts';

/** What of the list a link leads to. */
export type GalleryPart = Chapter | 'lessons';

/** A heading counts as reached a little before it stands at the very top. */
const NEAR = 24;

interface ChapterLinksProps {
  /** Those that there is something of, in their order. */
  readonly parts: readonly GalleryPart[];
  /** What is scrolled. */
  readonly shelf: RefObject<HTMLElement | null>;
  /** Id of the heading of a part. */
  readonly idOf: (part: GalleryPart) => string;
  readonly onJump: (part: GalleryPart) => void;
}

/** Links to the parts of the list; the one that stands at its top is marked. */
export function ChapterLinks({ parts, shelf, idOf, onJump }: ChapterLinksProps): JSX.Element {
  const row = useRef<HTMLElement>(null);
  const [reached, setReached] = useState<GalleryPart | null>(null);
  const shown = reached !== null && parts.includes(reached) ? reached : (parts.at(0) ?? null);
  useOverflow(row, shown === null ? '' : `${idOf(shown)}-link`);
  const known = parts.join(' ');
  useEffect(() => {
    const list = shelf.current;
    if (list === null) return;
    const look = (): void => {
      const { top } = list.getBoundingClientRect();
      // A heading sticks to the top: where its part begins tells.
      const begun = parts.filter((part) => {
        const section = document.getElementById(idOf(part))?.parentElement;
        return section != null && section.getBoundingClientRect().top < top + NEAR;
      });
      const atEnd = list.scrollTop > 0 && list.scrollTop + list.clientHeight >= list.scrollHeight - 1;
      setReached((atEnd ? parts.at(-1) : begun.at(-1)) ?? null);
    };
    look();
    list.addEventListener('scroll', look, { passive: true });
    return () => list.removeEventListener('scroll', look);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- its parts are known by their names
  }, [shelf, known]);
  return (
    <nav ref={row} className="turned" aria-label={text('scenarios.chapters')}>
      {[...chapters, 'lessons' as const].map((part) => (
        <button
          key={part}
          type="button"
          id={`${idOf(part)}-link`}
          disabled={!parts.includes(part)}
          aria-current={part === shown ? 'location' : undefined}
          onClick={() => onJump(part)}
        >
          {text(part === 'lessons' ? 'part.lessons' : `scenarios.chapter.${part}`)}
        </button>
      ))}
    </nav>
  );
}
