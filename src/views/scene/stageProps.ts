import type { ReactNode } from 'react';
import type { FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import type { Picture } from './picture.ts';
import type { ThreadSide } from './thread.ts';
import type { SceneContext } from './uniforms.ts';
import type { Chosen } from './useSummary.ts';

/** What a pane says of its drawing, on the screen or on paper. */
export interface StageProps {
  /** Builds the picture of a run; called when the run's geometry or this function changes. */
  readonly create: (context: SceneContext, info: RunInfo, unrolled: boolean) => Picture;
  /** The picture in words. */
  readonly summary: (info: RunInfo, frame: FrameViews) => string;
  /** The chosen weight in words, where this picture is the one to say it. */
  readonly chosen?: Chosen;
  /** End of the thread between wire and site that it holds; left out: none. */
  readonly thread?: ThreadSide;
  /** Name of the picture, before its first frame. */
  readonly title: string;
  /** Told when the limit of the colours changes; must not change between renders. */
  readonly onLimit: (limit: number) => void;
  /** What stands over the picture: labels keep clear of it. */
  readonly children?: ReactNode;
}

/** Rectangles of what stands over the picture, seen from its top left. */
export function obstaclesOf(host: HTMLElement, cover: HTMLElement | null): Float32Array {
  if (cover === null) return new Float32Array(0);
  const origin = host.getBoundingClientRect();
  // The pane's header stands above the cover, over the whole width.
  const header = [0, 0, origin.width, cover.getBoundingClientRect().top - origin.top - 12];
  return Float32Array.from(
    [...cover.children]
      .flatMap((child) => {
        const box = child.getBoundingClientRect();
        return [
          box.left - origin.left - 4,
          box.top - origin.top - 4,
          box.right - origin.left + 4,
          box.bottom - origin.top + 4,
        ];
      })
      .concat(header),
  );
}
