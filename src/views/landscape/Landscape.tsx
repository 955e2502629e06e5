import { useEffect, useMemo, useRef, useState, type JSX } from 'react';
import '../../messages/late.ts';
import type { FrameViews } from '../../engine/frame.ts';
import type { Landscape } from '../../store/index.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { text } from '../../messages/index.ts';
import { seenAs, useLab } from '../../store/index.ts';
import { CameraMenu } from '../CameraMenu.tsx';
import { Words } from '../charts/Words.tsx';
import type { Picture } from '../scene/picture.ts';
import { StageView } from '../scene/Stage.tsx';
import type { SceneContext } from '../scene/uniforms.ts';
import { Tool } from '../Tool.tsx';
import { choiceOf, queryOf, type LandscapeChoice } from './choice.ts';
import { Drop, FIRST_DROP } from './Drop.tsx';
import { LandscapeKey } from './Key.tsx';
import { LandscapeBoard } from './model.ts';
import { createLandscapePicture } from './picture.ts';
import { PlaneControls } from './PlaneControls.tsx';
import { landscapeSummary } from './spec.ts';
import '../views.css';
import './landscape.css';

/** Names under which it is watched. */
const SLICE = 'cost-slice';
const BALLS = 'cost-balls';

const noLimit = (): void => undefined;

/** The cost over a plane of the space of weights, with every run on it as a ball in a medium of its viscosity. */
export default function LandscapeView(): JSX.Element {
  const info = useLab((state) => state.info);
  // It comes and goes with the document; asked for again it is another object, and begins anew.
  const asked = useLab((state) => state.plane);
  const choice = useMemo(() => choiceOf(asked), [asked]);
  const [stopped, setStopped] = useState(false);
  const [drop, setDrop] = useState(FIRST_DROP);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What had the focus is gone, or nothing had it: reading and Tab go on from here.
    if (document.activeElement === document.body) title.current?.focus({ preventScroll: true });
  }, []);
  const board = useMemo(() => new LandscapeBoard(), []);
  const landscape = useLab((state) => seenAs(state.seen, SLICE, SLICE));
  const plane = landscape?.plane ?? null;

  useEffect(() => {
    if (stopped) return;
    const { watch } = useLab.getState();
    watch(SLICE, { id: SLICE, query: queryOf(choice) });
    return () => watch(SLICE, null);
  }, [choice, stopped]);

  useBalls(board, landscape);

  const { create, summary } = useMemo(
    () => ({
      create: (context: SceneContext, run: RunInfo): Picture => createLandscapePicture(context, run, board),
      summary: (run: RunInfo, frame: FrameViews): string => landscapeSummary(run, frame, board),
    }),
    [board],
  );
  const whole = info?.tracks[0].weightCount === 2;
  const change = (next: LandscapeChoice): void => {
    setStopped(false);
    useLab.getState().setPlane({ ...next });
  };
  return (
    <section className="pane pane-landscape" aria-labelledby="landscape-title">
      <header className="pane-header">
        <h2 ref={title} className="pane-title" id="landscape-title" tabIndex={-1}>
          {text('view.landscape.title')}
        </h2>
        <span className="pane-gloss" title={text('view.landscape.help')}>
          <Words of={text(whole ? 'view.landscape.glossWhole' : 'view.landscape.gloss')} />
        </span>
        <span className="pane-tools">
          <CameraMenu />
          <Tool label={text('view.landscape.restore')} onPress={() => useLab.getState().maximize(null)}>
            <path d="M13 3L9.5 6.5M9.5 3.5v3h3M3 13l3.5-3.5M6.5 12.5v-3h-3" />
          </Tool>
        </span>
      </header>
      <div className="landscape-picture">
        <StageView create={create} summary={summary} title={text('view.landscape.title')} onLimit={noLimit}>
          <LandscapeKey board={board} landscape={landscape} stopped={stopped} stop={() => setStopped(true)} />
        </StageView>
      </div>
      <div className="landscape-controls">
        <PlaneControls choice={choice} whole={whole} change={change} renew={() => change({ ...choice })} />
        {plane === null ? null : <Drop board={board} plane={plane} choice={drop} choose={setDrop} />}
      </div>
    </section>
  );
}

/** Hands what is seen to the drawing, and asks for the balls over the plane that is drawn. */
function useBalls(board: LandscapeBoard, landscape: Landscape | null): void {
  const asked = useRef<Landscape['plane']>(null);
  const balls = useLab((state) => seenAs(state.seen, BALLS, BALLS));
  useEffect(() => board.setLandscape(landscape), [board, landscape]);
  useEffect(() => board.setBalls(balls), [board, balls]);
  useEffect(() => {
    const plane = landscape?.plane ?? null;
    // Every answer brings arrays of its own: the plane is the same one while its numbers are.
    if (plane === null || samePlane(asked.current, plane)) return;
    asked.current = plane;
    const { origin, axes } = plane;
    useLab.getState().watch(BALLS, { id: BALLS, query: { origin, first: axes[0], second: axes[1] } });
  }, [landscape]);
  useEffect(
    () => () => {
      asked.current = null;
      useLab.getState().watch(BALLS, null);
    },
    [],
  );
}

function samePlane(a: Landscape['plane'], b: Landscape['plane']): boolean {
  if (a === null || b === null || a.origin.length !== b.origin.length) return a === b;
  const same = (x: Float64Array, y: Float64Array): boolean => x.every((value, i) => value === y[i]);
  return same(a.origin, b.origin) && same(a.axes[0], b.axes[0]) && same(a.axes[1], b.axes[1]);
}
