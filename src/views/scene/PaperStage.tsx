import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { LinearSRGBColorSpace, Scene, WebGLRenderer } from 'three';
import { text } from '../../messages/index.ts';
import { isTestQuality, latestFrame, qualityLevels, useLab, type QualityLevel } from '../../store/index.ts';
import { inGroundOf } from './palette.ts';
import type { Drawing } from './picture.ts';
import { createStage, type Stage } from './stage.ts';
import { obstaclesOf, type SeenStageProps } from './stageProps.ts';

/** Pixels of the picture for one of CSS, which is 1/96 inch: 288 to the inch. */
const PRINTED_RATIO = 3;

/** The drawing of one pane as it stands, once, in the ground of the paper: a picture with labels, no canvas that lives. */
export function PaperStage<P extends Drawing>({ sight, ...props }: SeenStageProps<P>): ReactNode {
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
    let stage: Stage | null = null;
    inGroundOf(element.closest<HTMLElement>('[data-ground]') ?? element, () => {
      const drawn = createStage(sight, element, labelHost, null, () => printed().triangles);
      stage = drawn;
      const { unrolled } = useLab.getState();
      const { clientWidth: width, clientHeight: height } = element;
      drawn.setUnrolled(unrolled);
      drawn.show(create(drawn.context, info, unrolled), false);
      drawn.resize(width, height, obstacles(element, cover.current));
      drawn.onLimit(onLimit);
      try {
        render(drawn, sheet, width, height);
      } catch {
        // No WebGL: the words below say what would be seen.
        setDark(true);
      }
    });
    return () => stage?.dispose();
  }, [sight, info, create, onLimit, obstacles]);

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

/** Draws a stage on a canvas that keeps its pixels; the renderer is given back, for a page has few of them. */
function render(stage: Stage, sheet: HTMLCanvasElement, width: number, height: number): void {
  const renderer = new WebGLRenderer({ antialias: true, preserveDrawingBuffer: true });
  try {
    // As on the screen: the materials put out the tokens as they are written.
    renderer.outputColorSpace = LinearSRGBColorSpace;
    renderer.setPixelRatio(printed() === qualityLevels[0] ? PRINTED_RATIO : 1);
    renderer.setSize(width, height, false);
    const scene = new Scene();
    scene.add(stage.root);
    stage.draw(0, renderer);
    renderer.render(scene, stage.camera);
    const { domElement } = renderer;
    sheet.width = domElement.width;
    sheet.height = domElement.height;
    sheet.style.width = `${width}px`;
    sheet.style.height = `${height}px`;
    sheet.getContext('2d')?.drawImage(domElement, 0, 0);
  } finally {
    renderer.dispose();
    renderer.forceContextLoss();
  }
}
