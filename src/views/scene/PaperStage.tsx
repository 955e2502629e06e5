import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Color, LinearSRGBColorSpace, Scene, WebGLRenderer } from 'three';
import { text } from '../../messages/index.ts';
import { isTestQuality, latestFrame, qualityLevels, useLab, type QualityLevel } from '../../store/index.ts';
import type { Paper } from '../../store/onPaper.ts';
import { inGroundOf } from './palette.ts';
import type { Drawing } from './picture.ts';
import { createStage, type Stage } from './stage.ts';
import { obstaclesOf, type SeenStageProps } from './stageProps.ts';

/** Pixels of the picture for one of CSS, which is 1/96 inch: 288 to the inch. */
const PRINTED_RATIO = 3;

/** The drawing of one pane as it stands, apart from the screen, in the ground of what it stands in: a picture with labels. */
export function PaperStage<P extends Drawing>({
  sight,
  paper,
  ...props
}: SeenStageProps<P> & { readonly paper: Paper }): ReactNode {
  const { create, summary, title, onLimit, children } = props;
  const { cover: coverClass = 'stage-cover', obstacles = obstaclesOf } = props;
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const labels = useRef<HTMLDivElement>(null);
  const cover = useRef<HTMLDivElement>(null);
  const info = useLab((state) => state.info);
  const [dark, setDark] = useState(false);
  const frame = latestFrame();
  const words = info === null || frame === null ? title : `${title}. ${summary(info, frame)}`;

  // Before anything is painted: a browser that prints by itself waits for nothing.
  useLayoutEffect(() => {
    const { current: element } = host;
    const { current: sheet } = canvas;
    const { current: labelHost } = labels;
    if (element === null || sheet === null || labelHost === null || info === null) return;
    const ground = element.closest<HTMLElement>('[data-ground]') ?? element;
    let stage: Stage | null = null;
    let pen: Pen | null = null;
    const draw = (): void => {
      if (stage === null || pen === null) return;
      const { clientWidth: width, clientHeight: height } = element;
      const drawn = stage;
      const { current: key } = cover;
      const { draw: put } = pen;
      inGroundOf(ground, () => {
        // What stands over the picture may have grown since.
        drawn.resize(width, height, obstacles(element, key));
        put(drawn, sheet, width, height);
      });
    };
    inGroundOf(ground, () => {
      stage = createStage(sight, element, labelHost, null, () => printed().triangles);
      const { unrolled } = useLab.getState();
      stage.setUnrolled(unrolled);
      stage.show(create(stage.context, info, unrolled), false);
      stage.onLimit(onLimit);
    });
    const begin = (): void => {
      try {
        pen = createPen(paper);
        draw();
        if (paper.keep !== undefined) return;
        pen.dispose();
        pen = null;
      } catch {
        // No WebGL: the words below say what would be seen.
        setDark(true);
      }
    };
    begin();
    const end = paper.keep?.(draw);
    return () => {
      end?.();
      pen?.dispose();
      stage?.dispose();
    };
  }, [sight, info, create, onLimit, obstacles, paper]);

  return (
    <>
      <div ref={host} className="stage-picture" role="img" aria-label={words}>
        <canvas ref={canvas} />
        <div ref={labels} className="stage-labels" aria-hidden="true" />
      </div>
      <div ref={cover} className={coverClass}>
        {children}
      </div>
      {dark && (
        <p className="stage-message">
          <span>{text('view.noWebgl')}</span>
          <span>{words}</span>
        </p>
      )}
    </>
  );
}

/** What is printed is drawn once, as finely as can be; tests are quick. */
function printed(): QualityLevel {
  return isTestQuality(location.search) ? qualityLevels[qualityLevels.length - 1] : qualityLevels[0];
}

/** What draws stages on canvases that keep their pixels; given back when done, for a page has few renderers. */
interface Pen {
  readonly draw: (stage: Stage, sheet: HTMLCanvasElement, width: number, height: number) => void;
  readonly dispose: () => void;
}

const BLACK = new Color(0, 0, 0);
const WHITE = new Color(1, 1, 1);

/** @throws Error where nothing can be drawn in space */
function createPen({ ratio, clear }: Paper): Pen {
  const renderer = new WebGLRenderer({ antialias: true, preserveDrawingBuffer: true });
  // As on the screen: the materials put out the tokens as they are written.
  renderer.outputColorSpace = LinearSRGBColorSpace;
  renderer.setPixelRatio(ratio ?? (printed() === qualityLevels[0] ? PRINTED_RATIO : 1));
  const scene = new Scene();
  const { domElement } = renderer;
  const on = (stage: Stage, color: Color): void => {
    renderer.setClearColor(color, 1);
    renderer.render(scene, stage.camera);
  };
  return {
    draw(stage, sheet, width, height) {
      renderer.setSize(width, height, false);
      scene.add(stage.root);
      stage.draw(0, renderer);
      sheet.width = domElement.width;
      sheet.height = domElement.height;
      sheet.style.width = `${width}px`;
      sheet.style.height = `${height}px`;
      const context = sheet.getContext('2d', { willReadFrequently: clear });
      if (context === null) return;
      if (!clear) {
        renderer.render(scene, stage.camera);
        context.drawImage(domElement, 0, 0);
        return;
      }
      const taken = [BLACK, WHITE].map((color) => {
        on(stage, color);
        context.drawImage(domElement, 0, 0);
        return context.getImageData(0, 0, sheet.width, sheet.height);
      });
      cleared(taken[0].data, taken[1].data);
      context.putImageData(taken[0], 0, 0);
    },
    dispose() {
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
}

/**
 * What of a picture is its own, from how it looks on black and on white:
 *    on black αc, on white αc + 1 − α
 *  @param black  [4·n] on black, overwritten: colour and opacity
 *  @param white  [4·n] on white
 *  **exact** up to the rounding of both.
 */
export function cleared(black: Uint8ClampedArray, white: Uint8ClampedArray): void {
  for (let at = 0; at < black.length; at += 4) {
    const through = Math.max(
      0,
      (white[at] - black[at] + white[at + 1] - black[at + 1] + white[at + 2] - black[at + 2]) / 3,
    );
    const alpha = 255 - through;
    const factor = alpha > 0 ? 255 / alpha : 0;
    for (let k = at; k < at + 3; k++) black[k] *= factor;
    black[at + 3] = alpha;
  }
}
