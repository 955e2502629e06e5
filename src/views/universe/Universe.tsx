import { useCallback, useEffect, useRef, useState, type JSX, type ReactNode } from 'react';
import '../../messages/late.ts';
import type { FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { Words } from '../charts/Words.tsx';
import { ColorKey } from '../ColorKey.tsx';
import { FlatStageView } from '../scene/Stage.tsx';
import { rectanglesOf } from '../scene/stageProps.ts';
import type { SceneContext } from '../scene/uniforms.ts';
import { MagnifyTool } from '../MagnifyTool.tsx';
import { Tool } from '../Tool.tsx';
import { aloneWords } from '../tracks.ts';
import { readInk } from './ink.ts';
import { UniverseModel } from './model.ts';
import { createUniversePicture } from './picture.ts';
import { isTight } from './place.ts';
import { rowOf, sheetOf, type UniverseRow } from './row.ts';
import { createSheetUniverse } from './sheetPicture.ts';
import { Schedule } from './schedule/Schedule.tsx';
import { universeSummary } from './summary.ts';
import '../views.css';
import './universe.css';

/** The run as a universe: a horn as wide as its scale factor, its schedule on the same axis. */
export default function UniverseView(): JSX.Element {
  const info = useLab((state) => state.info);
  const [model] = useState(() => new UniverseModel());
  const title = useRef<HTMLHeadingElement>(null);
  // It may be called back before its flight away has ended: then it is no new one.
  const called = useLab((state) => state.maximized !== null);
  useEffect(() => {
    if (!called) return;
    // What had the focus is gone, or nothing had it: reading and Tab go on from here.
    const { activeElement } = document;
    const isGone = activeElement === document.body || activeElement?.closest('[inert]') != null;
    if (isGone) title.current?.focus({ preventScroll: true });
  }, [called]);
  useEffect(() => model.listen(), [model]);
  useEffect(() => {
    if (info !== null) model.show(info);
  }, [model, info]);
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
      <Horn model={model} />
      {info === null ? <div className="schedule" /> : <Schedule info={info} model={model} />}
    </section>
  );
}

/** What is drawn round the horn, in one line. */
function Gloss(): ReactNode {
  const info = useLab((state) => state.info);
  const selected = useLab((state) => state.selected);
  if (info === null) return <span className="pane-gloss">{text('universe.waiting')}</span>;
  const row = rowOf(info.layout, info.tracks[0].weightCount, selected);
  const sheet = sheetOf(info.layout, info.tracks[0].weightCount, selected);
  if (sheet !== null) {
    return (
      <span className="pane-gloss" title={text('universe.helpSheet')}>
        <Words of={text('universe.glossWhole', { sheet: sheet.name })} />
      </span>
    );
  }
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

/** The horn with its labels and key. */
function Horn({ model }: { readonly model: UniverseModel }): JSX.Element {
  const [limit, setLimit] = useState(0);
  const [coarse, setCoarse] = useState(false);
  const run = useLab((state) => state.info);
  const selected = useLab((state) => state.selected);
  const sheet = run === null ? null : sheetOf(run.layout, run.tracks[0].weightCount, selected);
  const name = sheet?.name ?? null;
  const create = useCallback(
    (context: SceneContext, info: RunInfo) => {
      const whole = info.layout.sheets.find((one) => one.name === name && one.rows > 1);
      if (whole !== undefined) return createSheetUniverse(context, info, model, whole);
      return createUniversePicture(context, info, model, setCoarse);
    },
    [model, name],
  );
  const summary = useCallback(
    (info: RunInfo, frame: FrameViews) => universeSummary(info, frame, coarse && name === null),
    [coarse, name],
  );
  /** Gives the pane its form, for rectangles that labels keep clear of depend on it. */
  const obstacles = useCallback(
    (host: HTMLElement, key: HTMLElement | null): Float32Array => {
      const { clientWidth: width, clientHeight: height } = host;
      const pane = host.closest('.pane');
      pane?.toggleAttribute('data-tight', isTight({ width, height, type: readInk(host).type }));
      const keyed = (key?.offsetHeight ?? 0) > 0;
      model.setKeyed(keyed);
      const over = [...document.querySelectorAll('[data-over-picture]')];
      const header = pane?.querySelector('.pane-header');
      const boxes = [keyed ? key : null, ...over, header].filter((box) => box instanceof Element);
      return Float32Array.from(rectanglesOf(host, boxes));
    },
    [model],
  );
  return (
    <div className="universe-horn">
      <FlatStageView
        create={create}
        summary={summary}
        title={text('universe.title')}
        onLimit={setLimit}
        cover="universe-key"
        obstacles={obstacles}
      >
        <ColorKey limit={limit} note={sheet === null ? null : aloneWords(run)}>
          <i className="label-symbol">a</i>
          <sup>d/2</sup>
          <i className="label-symbol">w</i>,{' '}
          {text(coarse && name === null ? 'universe.keyCoarse' : 'universe.key')}
        </ColorKey>
      </FlatStageView>
      <Empty />
    </div>
  );
}

/** What will appear, before anything has. */
function Empty(): JSX.Element | null {
  const waiting = useLab((state) => state.info === null);
  const whole = useLab(({ info }) =>
    info === null ? false : sheetOf(info.layout, info.tracks[0].weightCount, null) !== null,
  );
  const atStart = useLab((state) => (state.readouts?.step ?? 0) === 0);
  const bang = useLab((state) => state.readouts?.logScaleFactor === -Infinity);
  const playing = useLab((state) => state.playing);
  if (waiting || !atStart || playing) return null;
  return (
    <p className={whole ? 'universe-empty under' : 'universe-empty'}>
      <Words of={text(bang ? 'universe.emptyBang' : whole ? 'universe.emptySheet' : 'universe.empty')} />
    </p>
  );
}
