import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { text } from '../messages/index.ts';
import { useLab } from '../store/index.ts';
import { CAMERA_PRESETS } from './scene/home.ts';
import { showFrom } from './scene/sharedView.ts';
import { Tool } from './Tool.tsx';

/** Places to look from; both panes go there. The same as the keys 0 to 3 in a picture. */
export function CameraMenu(): ReactNode {
  const [open, setOpen] = useState(false);
  const drift = useLab((state) => state.drift);
  const host = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && host.current?.contains(event.target) === true) return;
      setOpen(false);
    };
    window.addEventListener('pointerdown', outside, true);
    return () => window.removeEventListener('pointerdown', outside, true);
  }, [open]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    setOpen(false);
    host.current?.querySelector('button')?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <span className="camera-menu" ref={host} onKeyDown={onKeyDown}>
      <Tool label={text('view.camera')} expanded={open} onPress={() => setOpen(!open)}>
        <path d="M8 2.2l5 2.9v5.8l-5 2.9-5-2.9V5.1zM3.2 5.2L8 8l4.8-2.8M8 8v5.6" />
      </Tool>
      {open && (
        // A list of buttons, not a menu: Tab walks through it as through everything else.
        <span className="camera-list" role="group" aria-label={text('view.camera')}>
          {CAMERA_PRESETS.map((preset, key) => (
            <button
              key={preset}
              type="button"
              onClick={() => {
                showFrom(preset);
                setOpen(false);
                host.current?.querySelector('button')?.focus();
              }}
            >
              <span>{text(`view.camera.${preset}`)}</span>
              <kbd aria-hidden="true">{key}</kbd>
            </button>
          ))}
          <button type="button" aria-pressed={drift} onClick={() => useLab.getState().setDrift(!drift)}>
            <span>{text('view.camera.drift')}</span>
          </button>
        </span>
      )}
    </span>
  );
}
