import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import type { StagePicture } from '../../store/pictures.ts';
import { later } from '../../store/later.ts';
import { hands } from '../math/hands.ts';
import { Part } from '../parts/Part.tsx';
import { showReadouts } from '../uiState.ts';
import { NowReadouts } from './NowReadouts.tsx';
import { SceneWords } from './SceneHead.tsx';

const LaterEquations = later(async () => {
  const part = await import('./Equations.tsx');
  // Words in the pictures explain themselves too, whether the rail is open or not.
  part.startTerms();
  return part.Equations;
});

/** Equations and what belongs to them, after the first paint: rail and phone tab alike. */
export function Equations(): JSX.Element {
  return (
    <Part name={text('part.equations')}>
      <LaterEquations hands={hands} />
    </Part>
  );
}

/** Where the readouts took the place of a lesson: the way back. */
function BackToLesson(): JSX.Element | null {
  const lesson = useLab((state) => state.lesson);
  if (lesson === null) return null;
  return (
    <button type="button" className="text-button back-to-lesson" onClick={() => showReadouts(false)}>
      {text('rail.backToLesson')}
    </button>
  );
}

interface RightRailProps {
  readonly open: boolean;
  /** What stands in it beside a picture that brings its own. */
  readonly Own: StagePicture['Rail'];
  /** Nothing else names the scene: the left rail gave its room, and there is no line above. */
  readonly scene: boolean;
}

/** The right rail: the numbers now, the equation with its values, the dictionary. Folds to a strip. */
export function RightRail({ open, Own, scene }: RightRailProps): JSX.Element {
  const name = text(open ? 'rail.fold' : 'rail.unfold');
  const toggle = (
    <button
      type="button"
      className="icon-button small"
      aria-label={name}
      aria-expanded={open}
      data-tip={name}
      onClick={() => showReadouts(!open)}
    >
      {open ? <ChevronRight aria-hidden="true" /> : <ChevronLeft aria-hidden="true" />}
    </button>
  );
  return (
    <aside className={open ? 'rail right' : 'rail right folded'} aria-label={text('rail.right')}>
      {open ? <BackToLesson /> : null}
      {open && scene ? <SceneWords /> : null}
      {open && Own !== undefined ? (
        <Part name={text('rail.right')} fallback={toggle}>
          <Own toggle={toggle} />
        </Part>
      ) : open ? (
        <>
          <section className="sec">
            <h2>
              <span>{text('now.title')}</span>
              {toggle}
            </h2>
            <NowReadouts />
          </section>
          <Equations />
        </>
      ) : (
        toggle
      )}
    </aside>
  );
}
