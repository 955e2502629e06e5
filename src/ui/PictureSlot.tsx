import { useLayoutEffect, useRef, type JSX } from 'react';
import type { StagePicture } from '../store/pictures.ts';
import type { LeavingPicture } from './flight.ts';
import { PictureView } from './PictureView.tsx';

interface SlotProps {
  readonly picture: StagePicture;
  /** Where it stood, while it only leaves. */
  readonly leaving: LeavingPicture | undefined;
  readonly flies: boolean;
}

/** The place of a picture; one that leaves stays where it stood in the window, out of everybody's reach. */
export function PictureSlot({ picture, leaving, flies }: SlotProps): JSX.Element {
  const slot = useRef<HTMLDivElement>(null);
  const left = leaving !== undefined;
  useLayoutEffect(() => {
    const { current: element } = slot;
    const host = element?.parentElement?.getBoundingClientRect();
    if (element === null || host === undefined || leaving === undefined) return;
    const { style } = element;
    style.left = `${leaving.left - host.left}px`;
    style.top = `${leaving.top - host.top}px`;
    style.width = `${leaving.width}px`;
    style.height = `${leaving.height}px`;
    return () => {
      for (const side of ['left', 'top', 'width', 'height'] as const) style[side] = '';
    };
  }, [leaving]);
  return (
    <div
      ref={slot}
      className="pane-slot"
      data-pane={picture.id}
      data-flies={flies || undefined}
      data-leaving={left || undefined}
      inert={left}
      aria-hidden={left || undefined}
    >
      <PictureView picture={picture} />
    </div>
  );
}
