import { useEffect, useRef, useState, type ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { useLab, type PaneName } from '../../store/index.ts';
import type { FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { sameGeometry } from '../sameGeometry.ts';
import { canDraw, mountStage } from './mount.tsx';
import type { Picture } from './picture.ts';
import { createStage, type Stage } from './stage.ts';
import { createThreadEnd } from './thread.ts';
import type { SceneContext } from './uniforms.ts';
import { useSummary, type Chosen } from './useSummary.ts';

export interface StageProps {
  /** Builds the picture of a run; called when the run's geometry or this function changes. */
  readonly create: (context: SceneContext, info: RunInfo, unrolled: boolean) => Picture;
  /** The picture in words. */
  readonly summary: (info: RunInfo, frame: FrameViews) => string;
  /** The chosen weight in words, where this picture is the one to say it. */
  readonly chosen?: Chosen;
  /** Pane whose end of the thread it holds; null for a picture beside the main one. */
  readonly pane: PaneName | null;
  /** Name of the picture, before its first frame. */
  readonly title: string;
  /** Told when the limit of the colours changes; must not change between renders. */
  readonly onLimit: (limit: number) => void;
  /** What stands over the picture: labels keep clear of it. */
  readonly children?: ReactNode;
}

type Trouble = 'none' | 'unavailable' | 'lost';

/** The drawing of one pane: canvas, labels, keys, and words for who cannot see it. */
export function StageView(props: StageProps): ReactNode {
  const { create, summary, chosen, pane, title, onLimit, children } = props;
  const element = useRef<HTMLDivElement>(null);
  const labelHost = useRef<HTMLDivElement>(null);
  const cover = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(() => (canDraw() ? 'none' : 'unavailable'));
  const info = useLab((state) => state.info);
  const unrolled = useLab((state) => state.unrolled);
  const shown = useRef<{ info: RunInfo; create: StageProps['create'] } | null>(null);
  const drawable = trouble !== 'unavailable';
  const words = useSummary(summary, title, chosen);

  useEffect(() => {
    const host = element.current;
    const labels = labelHost.current;
    if (host === null || labels === null || !drawable) return;
    const next = createStage(host, labels, pane === null ? null : createThreadEnd(pane, host));
    const mount = mountStage(
      next,
      host,
      { width: host.clientWidth, height: host.clientHeight },
      {
        lost: () => setTrouble('lost'),
        restored: () => setTrouble('none'),
        failed: () => setTrouble('unavailable'),
      },
    );
    next.onLimit(onLimit);
    const observer = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = host;
      next.resize(clientWidth, clientHeight, obstaclesOf(host, cover.current));
      if (clientWidth > 0 && clientHeight > 0) mount.resize(clientWidth, clientHeight);
    });
    observer.observe(host);
    if (cover.current !== null) observer.observe(cover.current);
    setStage(next);
    return () => {
      observer.disconnect();
      mount.dispose();
      next.dispose();
      shown.current = null;
      setStage(null);
    };
  }, [onLimit, drawable, pane]);

  useEffect(() => {
    if (stage === null || info === null) return;
    const before = shown.current;
    if (before !== null && before.create === create && sameGeometry(before.info, info)) return;
    shown.current = { info, create };
    const otherSystem =
      before === null || before.info.document.scenario.system.kind !== info.document.scenario.system.kind;
    const rolled = useLab.getState().unrolled;
    stage.setUnrolled(rolled);
    stage.show(create(stage.context, info, rolled), otherSystem && before !== null);
  }, [stage, info, create]);

  useEffect(() => stage?.setUnrolled(unrolled), [stage, unrolled]);

  const waiting = info === null && trouble === 'none';
  return (
    <>
      <div
        ref={element}
        className={trouble === 'none' ? 'stage-picture' : 'stage-picture stage-dark'}
        // The picture answers keys (orbit, zoom, pan, choose), so it is an application to be focused.
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={words.label}
        aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown + - 0 1 2 3 PageUp PageDown Enter Escape"
      >
        <div ref={labelHost} className="stage-labels" aria-hidden="true" />
      </div>
      <div ref={cover} className="stage-cover">
        {children}
      </div>
      <p className="stage-words" aria-live="polite">
        {words.spoken}
      </p>
      {waiting && <p className="stage-message">{text('view.waiting')}</p>}
      {trouble !== 'none' && (
        <output className="stage-message">
          <span>{text(trouble === 'lost' ? 'view.contextLost' : 'view.noWebgl')}</span>
          <span>{words.label}</span>
        </output>
      )}
    </>
  );
}

/** Rectangles of what stands over the picture, seen from its top left. */
function obstaclesOf(host: HTMLElement, cover: HTMLElement | null): Float32Array {
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
