import { useEffect, useRef, type JSX } from 'react';
import { prepare } from '../timeline/draw.ts';
import type { GroundChoice } from '../../store/screenKeys.ts';
import { useUi } from '../uiState.ts';
import { drawThumbnail, restOf } from './draw.ts';
import { readGalleryInk, type Ink } from './ink.ts';
import type { Thumbnail } from './thumbnail.ts';

/** Time that a picture takes for its moments, and rests at the last. */
const PLAY_MS = 4200;
const REST_MS = 900;

const inks = new Map<string, Ink>();

/** The tokens are read once for each ground; the system's may be another each time. */
function inkOf(element: Element, choice: GroundChoice): Ink {
  const ground = document.documentElement.dataset.ground ?? choice;
  const ink = inks.get(ground) ?? readGalleryInk(element);
  inks.set(ground, ink);
  return ink;
}

interface ThumbProps {
  readonly picture: Thumbnail | undefined;
  /** Whether it plays, unless reduced motion is asked. */
  readonly playing: boolean;
}

/** A small picture of a run: drawn once when it comes into sight, and again for as long as it plays. */
export function Thumb({ picture, playing }: ThumbProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  // Another ground is another drawing.
  const ground = useUi((state) => state.groundChoice);
  useEffect(() => {
    const element = canvas.current;
    if (element === null || picture === undefined) return;
    const draw = (frame: number): void => {
      const { clientWidth: width, clientHeight: height } = element;
      const context = width > 0 ? prepare(element, width, height) : null;
      if (context !== null) drawThumbnail(context, width, height, picture, frame, inkOf(element, ground));
    };
    if (playing && !window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      let asked = 0;
      let start: number | null = null;
      const next = (now: number): void => {
        start ??= now;
        const part = Math.min(1, ((now - start) % (PLAY_MS + REST_MS)) / PLAY_MS);
        draw(part * (picture.frames - 1));
        asked = requestAnimationFrame(next);
      };
      asked = requestAnimationFrame(next);
      return () => cancelAnimationFrame(asked);
    }
    // Below the fold nothing is drawn; another size is another drawing.
    let seen = false;
    const sight = new IntersectionObserver(
      ([entry]) => {
        if (!entry.isIntersecting) return;
        seen = true;
        sight.disconnect();
        draw(restOf(picture));
      },
      { rootMargin: '200px' },
    );
    const size = new ResizeObserver(() => {
      if (seen) draw(restOf(picture));
    });
    sight.observe(element);
    size.observe(element);
    return () => {
      sight.disconnect();
      size.disconnect();
    };
  }, [picture, playing, ground]);
  return <canvas ref={canvas} className="thumb" aria-hidden="true" />;
}
