import { useCallback, useEffect, useRef, useState, type JSX, type ReactNode } from 'react';
import '../../messages/late.ts';
import type { FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { Words } from '../charts/Words.tsx';
import { ColorKey } from '../ColorKey.tsx';
import { canDraw, mountStage, type Mount } from '../scene/mount.tsx';
import { useSummary } from '../scene/useSummary.ts';
import { MagnifyTool } from '../MagnifyTool.tsx';
import { Tool } from '../Tool.tsx';
import { readInk } from './ink.ts';
import { isTight } from './place.ts';
import { rowOf, type UniverseRow } from './row.ts';
import { createUniverseScene, type UniverseScene } from './scene.ts';
import { Schedule } from './schedule/Schedule.tsx';
import { universeSummary } from './summary.ts';
import '../views.css';
import './universe.css';

type Trouble = 'none' | 'unavailable' | 'lost';

/** The run as a universe: a horn as wide as its scale factor, its schedule on the same axis. */
export default function UniverseView(): JSX.Element {
  const info = useLab((state) => state.info);
  const [scene, setScene] = useState<UniverseScene | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What had the focus is gone, or nothing had it: reading and Tab go on from here.
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (scene !== null && info !== null) scene.show(info);
  }, [scene, info]);
  return (
    <section className="pane pane-universe" aria-labelledby="universe-title">
      <header className="pane-header">
        <h2 ref={title} className="pane-title" id="universe-title" tabIndex={-1}>
          {text('universe.title')}
        </h2>
        <Gloss />
        <span className="pane-tools">
          <MagnifyTool />
          <Tool
            className="pane-tool-maximize"
            label={text('universe.restore')}
            onPress={() => useLab.getState().maximize(null)}
          >
            <path d="M13 3L9.5 6.5M9.5 3.5v3h3M3 13l3.5-3.5M6.5 12.5v-3h-3" />
          </Tool>
        </span>
      </header>
      <Horn onScene={setScene} />
      {info === null ? <div className="schedule" /> : <Schedule info={info} scene={scene} />}
    </section>
  );
}

/** What is drawn round the horn, in one line. */
function Gloss(): ReactNode {
  const info = useLab((state) => state.info);
  const selected = useLab((state) => state.selected);
  if (info === null) return <span className="pane-gloss">{text('universe.waiting')}</span>;
  const row = rowOf(info.layout, info.tracks[0].weightCount, selected);
  const words = row === null ? text('universe.noSites') : glossOf(row, info.layout.sheets[row.sheet].name);
  return (
    <span className="pane-gloss" title={text('universe.help')}>
      <Words of={words} />
    </span>
  );
}

function glossOf(row: UniverseRow, sheet: string): string {
  if (row.rows > 1) return text('universe.glossRow', { row: row.row, sheet });
  if (row.sheets > 1) return text('universe.glossSheet', { sheet });
  return text(row.closed ? 'universe.gloss' : 'universe.glossOpen');
}

/** The horn itself: canvas, what is drawn by hand over it, labels, key. */
function Horn({ onScene }: { readonly onScene: (scene: UniverseScene | null) => void }): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const labels = useRef<HTMLDivElement>(null);
  const key = useRef<HTMLDivElement>(null);
  const [limit, setLimit] = useState(0);
  const [trouble, setTrouble] = useState<Trouble>(() => (canDraw() ? 'none' : 'unavailable'));
  const [coarse, setCoarse] = useState(false);
  const summary = useCallback(
    (info: RunInfo, frame: FrameViews) => universeSummary(info, frame, coarse),
    [coarse],
  );
  const words = useSummary(summary, text('universe.title'));
  const drawable = trouble !== 'unavailable';

  useEffect(() => {
    const [host, over, names] = [element.current, canvas.current, labels.current];
    if (host === null || over === null || names === null) return;
    const scene = createUniverseScene({ labels: names, canvas: over });
    const size = { width: host.clientWidth, height: host.clientHeight };
    const mount: Mount | null = drawable
      ? mountStage(scene, host, size, {
          lost: () => setTrouble('lost'),
          restored: () => setTrouble('none'),
          failed: () => setTrouble('unavailable'),
        })
      : null;
    let request = 0;
    if (mount === null) {
      // Without a device for three dimensions, what is drawn by hand still follows the run.
      scene.onInvalidate(() => {
        cancelAnimationFrame(request);
        request = requestAnimationFrame(() => scene.draw(0, null));
      });
    }
    scene.onLimit(setLimit);
    scene.onCoarse(setCoarse);
    const resize = (): void => {
      const { clientWidth, clientHeight } = host;
      const keyed = (key.current?.offsetHeight ?? 0) > 0;
      const type = readInk().type;
      const tight = isTight({ width: clientWidth, height: clientHeight, type });
      host.closest('.pane')?.toggleAttribute('data-tight', tight);
      scene.resize(clientWidth, clientHeight, obstaclesOf(host, keyed ? key.current : null), keyed);
      if (clientWidth > 0 && clientHeight > 0) mount?.resize(clientWidth, clientHeight);
    };
    const observer = new ResizeObserver(resize);
    observer.observe(host);
    if (key.current !== null) observer.observe(key.current);
    onScene(scene);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(request);
      mount?.dispose();
      scene.dispose();
      onScene(null);
    };
  }, [drawable, onScene]);

  return (
    <div className="universe-horn">
      <div
        ref={element}
        className={trouble === 'none' ? 'stage-picture' : 'stage-picture stage-dark'}
        role="img"
        // Focusable, so that its words can be read where one is.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={words.label}
      >
        <canvas ref={canvas} className="universe-over" aria-hidden="true" />
        <div ref={labels} className="stage-labels" aria-hidden="true" />
      </div>
      <div ref={key} className="universe-key">
        <ColorKey limit={limit}>
          <i className="label-symbol">a</i>
          <sup>d/2</sup>
          <i className="label-symbol">w</i>, {text(coarse ? 'universe.keyCoarse' : 'universe.key')}
        </ColorKey>
      </div>
      <p className="stage-words" aria-live="polite">
        {words.spoken}
      </p>
      <Empty />
      {trouble === 'none' ? null : (
        <output className="stage-message">
          <span>{text(trouble === 'lost' ? 'view.contextLost' : 'view.noWebgl')}</span>
          <span>{words.label}</span>
        </output>
      )}
    </div>
  );
}

/** What will appear, before anything has. */
function Empty(): JSX.Element | null {
  const waiting = useLab((state) => state.info === null);
  const atStart = useLab((state) => (state.readouts?.step ?? 0) === 0);
  const bang = useLab((state) => state.readouts?.logScaleFactor === -Infinity);
  const playing = useLab((state) => state.playing);
  if (waiting || !atStart || playing) return null;
  return (
    <p className="universe-empty">
      <Words of={text(bang ? 'universe.emptyBang' : 'universe.empty')} />
    </p>
  );
}

/** Rectangles that labels keep clear of: the key, what the page lays over the picture, and the title's line. */
function obstaclesOf(host: HTMLElement, key: HTMLElement | null): Float32Array {
  const origin = host.getBoundingClientRect();
  const header = host.closest('.pane')?.querySelector('.pane-header')?.getBoundingClientRect();
  const over = [...document.querySelectorAll('[data-over-picture]')].map((part) =>
    part.getBoundingClientRect(),
  );
  const boxes = [key?.getBoundingClientRect(), ...over, header].filter((box) => box !== undefined);
  return Float32Array.from(
    boxes.flatMap((box) => [
      box.left - origin.left - 4,
      box.top - origin.top - 4,
      box.right - origin.left + 4,
      box.bottom - origin.top + 4,
    ]),
  );
}
