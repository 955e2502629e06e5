import { use, useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { RunInfo } from '../../engine/protocol.ts';
import { text } from '../../messages/index.ts';
import { onQuality, qualityLevel, useLab } from '../../store/index.ts';
import { OnPaper } from '../../store/onPaper.ts';
import { sameGeometry } from '../sameGeometry.ts';
import { inSpace } from './cameraSight.ts';
import { canDraw, mountStage, mountWithoutSpace } from './mount.tsx';
import { PaperStage } from './PaperStage.tsx';
import type { Drawing, Picture } from './picture.ts';
import { inPixels } from './sight.ts';
import { createStage, type Stage } from './stage.ts';
import { obstaclesOf, overWords, type SeenStageProps, type StageProps } from './stageProps.ts';
import { createThreadEnd } from './thread.ts';
import { useSummary } from './useSummary.ts';

const triangles = (): number => qualityLevel().triangles;

type Trouble = 'none' | 'unavailable' | 'lost';

/** The drawing of one pane in space, on the screen or on paper. */
export function StageView(props: StageProps<Picture>): ReactNode {
  return <SeenStage {...props} sight={inSpace} />;
}

/** A drawing in pixels of its pane, without a camera. */
export function FlatStageView(props: StageProps<Drawing>): ReactNode {
  return <SeenStage {...props} sight={inPixels} />;
}

function SeenStage<P extends Drawing>(props: SeenStageProps<P>): ReactNode {
  const paper = use(OnPaper);
  return paper === null ? <ScreenStage {...props} /> : <PaperStage {...props} paper={paper} />;
}

/** Canvas, labels, keys, and words for who cannot see it. */
function ScreenStage<P extends Drawing>({ sight, ...props }: SeenStageProps<P>): ReactNode {
  const { create, summary, chosen, thread, title, onLimit, children } = props;
  const { cover: coverClass = 'stage-cover', obstacles = obstaclesOf } = props;
  const element = useRef<HTMLDivElement>(null);
  const labelHost = useRef<HTMLDivElement>(null);
  const cover = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage<P> | null>(null);
  const [trouble, setTrouble] = useState<Trouble>(() => (canDraw() ? 'none' : 'unavailable'));
  const info = useLab((state) => state.info);
  const unrolled = useLab((state) => state.unrolled);
  const spent = useSyncExternalStore(onQuality, triangles);
  const shown = useRef<{ info: RunInfo; create: typeof create; spent: number } | null>(null);
  const drawable = trouble !== 'unavailable';
  const words = useSummary(summary, title, chosen);

  useEffect(() => {
    const host = element.current;
    const labels = labelHost.current;
    if (host === null || labels === null || !(drawable || sight.always)) return;
    const end = thread === undefined ? null : createThreadEnd(thread, host);
    const next = createStage(sight, host, labels, end, triangles);
    const size = { width: host.clientWidth, height: host.clientHeight };
    const mount = drawable
      ? mountStage(next, host, size, {
          lost: () => setTrouble('lost'),
          restored: () => setTrouble('none'),
          failed: () => setTrouble('unavailable'),
        })
      : mountWithoutSpace(next);
    next.onLimit(onLimit);
    const fit = (): void => {
      const { clientWidth, clientHeight } = host;
      next.resize(clientWidth, clientHeight, obstacles(host, cover.current), overWords(host));
      if (clientWidth > 0 && clientHeight > 0) mount.resize(clientWidth, clientHeight);
    };
    const observer = new ResizeObserver(fit);
    // Told also by what comes to stand over pictures later.
    addEventListener('resize', fit);
    observer.observe(host);
    if (cover.current !== null) observer.observe(cover.current);
    setStage(next);
    return () => {
      observer.disconnect();
      removeEventListener('resize', fit);
      mount.dispose();
      next.dispose();
      shown.current = null;
      setStage(null);
    };
  }, [sight, onLimit, drawable, thread, obstacles]);

  useEffect(() => {
    if (stage === null || info === null) return;
    const before = shown.current;
    const isAlike = before?.create === create && before.spent === spent;
    if (isAlike && sameGeometry(before.info, info)) return;
    shown.current = { info, create, spent };
    const otherSystem =
      before === null || before.info.document.scenario.system.kind !== info.document.scenario.system.kind;
    const rolled = useLab.getState().unrolled;
    stage.setUnrolled(rolled);
    stage.show(create(stage.context, info, rolled), otherSystem && before !== null);
  }, [stage, info, create, spent]);

  useEffect(() => stage?.setUnrolled(unrolled), [stage, unrolled]);

  const waiting = info === null && trouble === 'none';
  return (
    <>
      <div
        ref={element}
        className={trouble === 'none' ? 'stage-picture' : 'stage-picture stage-dark'}
        // What answers keys (orbit, zoom, pan, choose) is an application; an image has the focus for its words.
        role={sight.role}
        tabIndex={0}
        aria-label={words.label}
        aria-keyshortcuts={sight.keys}
      >
        <div ref={labelHost} className="stage-labels" aria-hidden="true" />
      </div>
      <div ref={cover} className={coverClass}>
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
