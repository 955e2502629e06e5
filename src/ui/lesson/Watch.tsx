import { Eye } from 'lucide-react';
import { useEffect, useRef, useState, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import type { Light } from '../../scenario/lesson/types.ts';
import type { ChartPicture } from '../../store/pictures.ts';
import { lightUp } from './lit.ts';
import { Prose } from './Prose.tsx';

interface WatchProps {
  readonly of: string;
  readonly light: Light | undefined;
  readonly charts: readonly ChartPicture[];
}

/** What to look at; where it says where that is, pointing at the words lights it, and the button keeps it lit. */
export function Watch({ of, light, charts }: WatchProps): JSX.Element {
  const line = useRef<HTMLDivElement>(null);
  const [kept, setKept] = useState(false);
  const [pointed, setPointed] = useState(false);
  const lit = light !== undefined && (kept || pointed);
  useEffect(() => {
    if (!lit) return;
    return lightUp(light, charts);
  }, [lit, light, charts]);
  const words = (
    <p dir="auto">
      <strong>{text('lesson.watch')}</strong> <Prose of={of} />
    </p>
  );
  if (light === undefined) {
    return (
      <div className="lesson-watch">
        <Eye aria-hidden="true" />
        {words}
      </div>
    );
  }
  return (
    <div
      ref={line}
      className="lesson-watch"
      data-lights={lit}
      onPointerEnter={({ pointerType }) => setPointed(pointerType === 'mouse')}
      onPointerLeave={() => setPointed(false)}
    >
      <button
        type="button"
        className="icon-button small"
        aria-label={text('lesson.light')}
        aria-pressed={kept}
        data-tip={text('lesson.light')}
        onClick={() => setKept(!kept)}
        onFocus={() => setPointed(true)}
        onBlur={() => setPointed(false)}
      >
        <Eye aria-hidden="true" />
      </button>
      {words}
    </div>
  );
}
