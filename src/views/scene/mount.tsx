import { createRoot, useFrame, type ReconcilerRoot } from '@react-three/fiber';
import { type ReactNode } from 'react';
import { countDrawing, onPixelRatio, onQuality, onRedraw, qualityLevel } from '../../store/index.ts';
import type { Stage } from './stage.ts';

/** What of a stage its canvas needs. */
export type Mountable = Pick<Stage, 'camera' | 'root' | 'draw' | 'onInvalidate' | 'invalidate'>;

function Director({ stage }: { readonly stage: Mountable }): ReactNode {
  useFrame(({ gl }, dt) => {
    countDrawing();
    stage.draw(dt, gl);
  });
  return <primitive object={stage.root} />;
}

/** Whether this browser can draw in three dimensions at all. */
export function canDraw(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

/** A canvas inside `host` on which a stage is drawn when it asks for it. */
export interface Mount {
  resize(width: number, height: number): void;
  dispose(): void;
}

/**
 * Mounts a stage by R3F's lighter createRoot: only `primitive` is used, so nothing needs `extend` and three
 * is shaken down to the classes that the pictures import. The canvas is made here, so that a remount (React
 * runs effects twice in development) never meets a canvas whose context was given back.
 */
export function mountStage(
  stage: Mountable,
  host: HTMLElement,
  size: { width: number; height: number },
  told: { lost(): void; restored(): void; failed(): void },
): Mount {
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  // Before the labels, which stand over it.
  host.prepend(canvas);
  const onLost = (event: Event): void => {
    event.preventDefault();
    told.lost();
  };
  const onRestored = (): void => {
    told.restored();
    stage.invalidate();
  };
  canvas.addEventListener('webglcontextlost', onLost);
  canvas.addEventListener('webglcontextrestored', onRestored);

  const root: ReconcilerRoot<HTMLCanvasElement> = createRoot(canvas);
  let disposed = false;
  let setSize: ((width: number, height: number) => void) | null = null;
  let latest = size;
  const ratio = (): number => Math.min(qualityLevel().ratio, window.devicePixelRatio);
  let setRatio: (() => void) | null = null;
  const open = async (): Promise<void> => {
    await root.configure({
      camera: stage.camera,
      dpr: ratio(),
      frameloop: 'demand',
      linear: true,
      flat: true,
      gl: { antialias: true, alpha: false },
      size: { ...latest, top: 0, left: 0 },
    });
    if (disposed) return;
    const store = root.render(<Director stage={stage} />);
    setSize = (width, height) => store.getState().setSize(width, height);
    setSize(latest.width, latest.height);
    setRatio = () => store.getState().setDpr(ratio());
    setRatio();
    stage.onInvalidate(() => store.getState().invalidate());
  };
  open().catch(() => told.failed());
  const follow = (): void => {
    setRatio?.();
    stage.invalidate();
  };
  const ends = [onPixelRatio(follow), onQuality(follow), onRedraw(() => stage.invalidate())];

  return {
    resize(width, height) {
      latest = { width, height };
      setSize?.(width, height);
    },
    dispose() {
      disposed = true;
      for (const end of ends) end();
      stage.onInvalidate(() => undefined);
      canvas.removeEventListener('webglcontextlost', onLost);
      canvas.removeEventListener('webglcontextrestored', onRestored);
      root.unmount();
      canvas.remove();
    },
  };
}

/** Where nothing can be drawn in space: what hangs on the drawings of a stage goes on. */
export function mountWithoutSpace(stage: Mountable): Mount {
  let request = 0;
  stage.onInvalidate(() => {
    cancelAnimationFrame(request);
    request = requestAnimationFrame(() => stage.draw(0, null));
  });
  return {
    resize: () => undefined,
    dispose() {
      cancelAnimationFrame(request);
      stage.onInvalidate(() => undefined);
    },
  };
}
