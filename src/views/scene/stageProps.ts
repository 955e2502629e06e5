import type { ReactNode } from 'react';
import type { FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import type { Drawing } from './picture.ts';
import type { SightKind } from './sight.ts';
import type { ThreadSide } from './thread.ts';
import type { SceneContext } from './uniforms.ts';
import type { Chosen } from './useSummary.ts';

/** What a pane says of its drawing, on the screen or on paper. */
export interface StageProps<P extends Drawing> {
  /** Builds the picture of a run; called when the run's geometry or this function changes. */
  readonly create: (context: SceneContext, info: RunInfo, unrolled: boolean) => P;
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
  /** Class of the element that holds it; left out: under the title, at the left. */
  readonly cover?: string;
  /** Rectangles that labels keep clear of, where they are others; must not change between renders. */
  readonly obstacles?: typeof obstaclesOf;
}

/** The same, and the way in which it is seen. */
export interface SeenStageProps<P extends Drawing> extends StageProps<P> {
  readonly sight: SightKind<P>;
}

/** Rectangles of what stands over the picture, seen from its top left. */
export function obstaclesOf(host: HTMLElement, cover: HTMLElement | null): Float32Array {
  if (cover === null) return new Float32Array(0);
  const origin = host.getBoundingClientRect();
  // The pane's header stands above the cover, over the whole width.
  // Where neither is shown nothing stands over the picture.
  const shown = cover.getClientRects().length > 0;
  const header = [0, 0, origin.width, shown ? cover.getBoundingClientRect().top - origin.top - 12 : 0];
  const over = document.querySelectorAll('[data-over-picture="true"]');
  return Float32Array.from([...rectanglesOf(host, [...(shown ? cover.children : []), ...over]), ...header]);
}

/** What comes over pictures at their foot: words keep clear of it, and no picture is made smaller for it. [4·m] */
export function overWords(host: HTMLElement): readonly number[] {
  return rectanglesOf(host, document.querySelectorAll('[data-over-picture="words"]'));
}

/** Pixels that labels keep from what stands over a picture. */
const MARGIN = 4;

/** Rectangles of elements, seen from the top left of the picture, with a margin: four numbers each. */
export function rectanglesOf(host: HTMLElement, elements: Iterable<Element>): readonly number[] {
  const origin = host.getBoundingClientRect();
  return [...elements].flatMap((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return [
      left - origin.left - MARGIN,
      top - origin.top - MARGIN,
      right - origin.left + MARGIN,
      bottom - origin.top + MARGIN,
    ];
  });
}
