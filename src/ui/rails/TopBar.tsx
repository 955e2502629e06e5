import { PanelRight } from 'lucide-react';
import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { showReadouts } from '../uiState.ts';
import { ControlsButton } from './LeftRail.tsx';
import { ReadoutRow } from './NowReadouts.tsx';
import { PresetChoice } from './PresetChoice.tsx';
import { LessonsButton, SceneButton } from './SceneHead.tsx';

interface TopBarProps {
  readonly rightOpen: boolean;
  /** The universe has the whole height: the line lies over its head, with what belongs to it. */
  readonly alone: boolean;
}

/** Between 600 and 1100 px both rails are put away; this line opens them and carries what they show. */
export function TopBar({ rightOpen, alone }: TopBarProps): JSX.Element {
  const name = text(rightOpen ? 'rail.fold' : 'rail.unfold');
  return (
    <header className="top">
      <h1 className="vh">{text('app.name')}</h1>
      <ControlsButton />
      <SceneButton className="scene short" />
      <PresetChoice bare />
      {rightOpen ? null : <ReadoutRow efoldsAlone={alone} />}
      <LessonsButton />
      <button
        type="button"
        className="icon-button"
        aria-label={name}
        aria-expanded={rightOpen}
        data-tip={name}
        onClick={() => showReadouts(!rightOpen)}
      >
        <PanelRight aria-hidden="true" />
      </button>
    </header>
  );
}
