import { BookOpen, ChevronDown } from 'lucide-react';
import type { JSX } from 'react';
import { isolated } from '../../messages/bidi.ts';
import { text } from '../../messages/index.ts';
import { aboutOf, useLab } from '../../store/index.ts';
import { CommandButton } from '../transport/CommandButton.tsx';
import { showDialog, useUi } from '../uiState.ts';
import { PresetChoice, useShipped } from './PresetChoice.tsx';

/** The scene's name: a button that opens the list of scenarios. */
export function SceneButton({ className = 'scene' }: { readonly className?: string }): JSX.Element {
  const title = useLab((state) => state.document?.scenario.title);
  const open = useUi((state) => state.dialog === 'scenarios');
  // The preset's own name stands in the choice beside it.
  const opened = useShipped();
  const whole = title === undefined || title === '' ? text('scene.none') : title;
  const shown = opened?.scenario.title ?? whole;
  return (
    <button
      type="button"
      className={className}
      aria-haspopup="dialog"
      aria-expanded={open}
      data-tip={text('scene.choose')}
      onClick={() => showDialog('scenarios')}
    >
      <span dir="auto">{isolated(shown)}</span>
      <ChevronDown aria-hidden="true" />
    </button>
  );
}

/** The scene's name, which of its presets is shown, and one sentence about it. */
export function SceneWords(): JSX.Element {
  const about = useLab(aboutOf);
  return (
    <div className="scene-words">
      <SceneButton />
      <PresetChoice />
      {about === null ? null : (
        <p className="sub" dir="auto" data-tip={isolated(about)}>
          {isolated(about)}
        </p>
      )}
    </div>
  );
}

/** Name of the program above the scene. */
export function SceneHead({ overlay = false }: { readonly overlay?: boolean }): JSX.Element {
  // Over the pictures the top line already holds the page's heading.
  const Brand = overlay ? 'p' : 'h1';
  return (
    <header className="scene-head">
      <Brand className="brand">
        <BrandMark />
        {text('app.name')}
      </Brand>
      <SceneWords />
      <div className="scene-more">
        <CommandButton id="lessons" className="text-button">
          {text('command.lessons')}
        </CommandButton>
        <ShareButtons />
      </div>
    </header>
  );
}

/** What takes the run elsewhere: its link, and files of it. */
export function ShareButtons(): JSX.Element {
  return (
    <>
      <CommandButton id="link" className="text-button">
        {text('part.link')}
      </CommandButton>
      <CommandButton id="export" className="text-button">
        {text('part.export')}
      </CommandButton>
    </>
  );
}

/** Opens the list of lessons. */
export function LessonsButton({ className }: { readonly className?: string }): JSX.Element {
  return (
    <CommandButton id="lessons" className={className}>
      <BookOpen aria-hidden="true" />
    </CommandButton>
  );
}

/** A crest over a well: the field above its source. */
function BrandMark(): JSX.Element {
  return (
    <svg viewBox="0 0 20 20" className="brand-mark" aria-hidden="true">
      <path d="M1.5 13 C5 13 5 4 8.2 4 S11 13 13 13 15 9.5 18.5 9.5" />
      <path d="M3 16.5 H17" />
    </svg>
  );
}
