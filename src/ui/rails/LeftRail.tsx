import { ChevronLeft, SlidersHorizontal, X } from 'lucide-react';
import { useEffect, useRef, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { Controls } from '../controls/Controls.tsx';
import { hideLeftRail, useUi } from '../uiState.ts';
import { Foot } from './Foot.tsx';
import { SceneHead } from './SceneHead.tsx';

const CONTROLS_BUTTON = 'controls-button';

/** Puts the rail away and gives the focus back to the button that opens it. */
function closeRail(): void {
  useUi.setState({ leftOpen: false });
  requestAnimationFrame(() => document.getElementById(CONTROLS_BUTTON)?.focus());
}

interface LeftRailProps {
  /** Lies over the pictures and can be put away. */
  readonly overlay: boolean;
}

/** The left rail: scene, controls, files. */
export function LeftRail({ overlay }: LeftRailProps): JSX.Element {
  const rail = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!overlay) return;
    rail.current?.querySelector<HTMLElement>('button')?.focus();
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && rail.current?.contains(document.activeElement)) closeRail();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [overlay]);
  return (
    <aside ref={rail} className={overlay ? 'rail left overlay' : 'rail left'} aria-label={text('rail.left')}>
      {overlay ? (
        <button
          type="button"
          className="icon-button small close"
          aria-label={text('rail.closeControls')}
          onClick={closeRail}
        >
          <X aria-hidden="true" />
        </button>
      ) : (
        <button
          type="button"
          className="icon-button small close"
          aria-label={text('rail.hideControls')}
          data-tip={text('rail.hideControls')}
          onClick={() => {
            hideLeftRail(true);
            requestAnimationFrame(() => document.getElementById(CONTROLS_BUTTON)?.focus());
          }}
        >
          <ChevronLeft aria-hidden="true" />
        </button>
      )}
      <SceneHead overlay={overlay} />
      <div className="scroll">
        <Controls />
      </div>
      <Foot />
    </aside>
  );
}

/** What is left of a rail that is put away: the button that brings it back. */
export function FoldedLeftRail({ stays }: { readonly stays: boolean }): JSX.Element {
  return (
    <aside className="rail left folded" aria-label={text('rail.left')}>
      <ControlsButton stays={stays} />
    </aside>
  );
}

interface ControlsButtonProps {
  /** Opens the rail in its own place, where it stays; else over the pictures. */
  readonly stays?: boolean;
}

/** Opens the rail where it is put away. */
export function ControlsButton({ stays = false }: ControlsButtonProps): JSX.Element {
  const open = useUi((state) => state.leftOpen);
  const name = text('rail.openControls');
  return (
    <button
      id={CONTROLS_BUTTON}
      type="button"
      className="icon-button"
      aria-label={name}
      aria-expanded={open}
      data-tip={name}
      onClick={() => {
        if (stays) hideLeftRail(false);
        else useUi.setState({ leftOpen: !open });
      }}
    >
      <SlidersHorizontal aria-hidden="true" />
    </button>
  );
}
