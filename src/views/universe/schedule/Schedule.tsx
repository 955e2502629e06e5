import { useCallback, useEffect, useRef, useState, type JSX, type MouseEvent } from 'react';
import type { RunInfo } from '../../../engine/protocol.ts';
import { formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { sameJson } from '../../../scenario/plain.ts';
import { segmentsOf, turningTimes } from '../../../scenario/segments.ts';
import { expansionOf } from '../../../scenario/expansion.ts';
import { currentScenario } from '../../../scenario/patch.ts';
import { presentOf, useLab } from '../../../store/index.ts';
import { plainWords } from '../../charts/words.ts';
import { Words } from '../../charts/Words.tsx';
import { timeAt } from '../place.ts';
import { commitTable, rewriteHistory, sectionOf } from '../rewrite.ts';
import type { UniverseScene } from '../scene.ts';
import { scheduleSummary } from '../summary.ts';
import { createScheduleBoard } from './board.ts';
import { Handles } from './Handles.tsx';
import { etaAtY } from './scale.ts';
import { sampledTable, type SampledTable } from './sample.ts';
import { addPoint, tableIn, widestGap, type EtaTable } from './table.ts';

interface ScheduleProps {
  readonly info: RunInfo;
  /** Null until the horn is mounted. */
  readonly scene: UniverseScene | null;
}

/** η(t) and H(t) under the horn, on its time axis; points to be dragged where the history is a table. */
export function Schedule({ info, scene }: ScheduleProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const labelHost = useRef<HTMLDivElement>(null);
  const [board] = useState(createScheduleBoard);
  const { scale } = board;
  const section = sectionOf(info);
  const run = tableIn(section);
  const [draft, setDraft] = useState<EtaTable | null>(null);
  const [made, setMade] = useState<SampledTable | null>(null);
  const table = draft ?? run;

  useEffect(() => {
    const [box, sheet, names] = [host.current, canvas.current, labelHost.current];
    if (scene === null || box === null || sheet === null || names === null) return;
    return board.mount(scene, box, sheet, names);
  }, [scene, board]);

  const hold = useCallback((time: number) => scene?.hold(time), [scene]);
  const move = (next: EtaTable): void => {
    setDraft(next);
    scene?.draft({ ...section, kind: 'table', t: [...next.t], eta: [...next.eta] });
  };
  const commit = (next: EtaTable): void => {
    setDraft(null);
    scene?.draft(null);
    if (run !== null && !sameJson(run, next)) commitTable(run, next, hold);
  };
  const toTable = (): void => {
    const shown = board.moment()?.place;
    if (shown === undefined) return;
    const [from, to] = [startOf(section), Math.max(shown.to, run?.t.at(-1) ?? shown.to)];
    const expansion = expansionOf(currentScenario(presentOf(info)), info.dimension);
    const sampled = sampledTable(expansion, from, to, turningTimes(section, from, to + 1e-9 * Math.abs(to)));
    if (sampled === null) return;
    const { d, t0 } = section;
    setMade(sampled);
    rewriteHistory(
      {
        kind: 'table',
        t: [...sampled.table.t],
        eta: [...sampled.table.eta],
        ...(d === undefined ? {} : { d }),
        ...(t0 === undefined ? {} : { t0 }),
      },
      hold,
    );
  };
  const add = (time: number, rate?: number): void => {
    const added = run === null ? null : addPoint(run, time, rate);
    if (added !== null) commit(added.table);
  };
  const addInside = (): void => {
    const shown = board.moment()?.place;
    if (run !== null && shown !== undefined) add(widestGap(run, shown.from, shown.to));
  };
  const addThere = (event: MouseEvent<HTMLElement>): void => {
    const shown = board.moment()?.place;
    const box = host.current?.getBoundingClientRect();
    if (run === null || shown === undefined || box === undefined) return;
    const x = event.clientX - box.left;
    if (x < shown.left || x > shown.right) return;
    add(
      timeAt(shown, x),
      etaAtY(scale, Math.max(scale.top, Math.min(scale.bottom, event.clientY - box.top))),
    );
  };

  const frictionless = section.kind === 'flat';
  const sampled =
    made !== null && run !== null && sameJson(made.table, { t: run.t, eta: run.eta }) ? made : null;
  const approximate =
    sampled === null ? '' : text('universe.asTable', { change: formatNumber(100 * sampled.change, 2) });
  const gloss = frictionless
    ? text('universe.scheduleFlat')
    : run === null
      ? text('universe.scheduleGloss')
      : approximate || text('universe.scheduleEdit');
  return (
    <section className="schedule" aria-label={text('universe.schedule')}>
      <div ref={host} className="schedule-plot" onDoubleClick={addThere}>
        <canvas ref={canvas} aria-hidden="true" />
        <div ref={labelHost} className="stage-labels" aria-hidden="true" />
        {table === null ? null : <Handles table={table} onMove={move} onCommit={commit} board={board} />}
      </div>
      <header className="schedule-header">
        <h3>{text('universe.schedule')}</h3>
        <span className="pane-gloss">
          <Words of={gloss} />
        </span>
        <ScheduleButton
          name={text(run === null ? 'universe.editAsTable' : 'universe.addPoint')}
          help={text(run === null ? 'universe.editAsTableHelp' : 'universe.pointHelp')}
          reason={frictionless ? text('universe.noTable') : null}
          onPress={run === null ? toTable : addInside}
        />
      </header>
      <p className="stage-words" aria-live="polite">
        {plainWords(approximate)}
      </p>
      <ScheduleWords info={info} />
    </section>
  );
}

function startOf(section: Readonly<Record<string, unknown>>): number {
  return typeof section.t0 === 'number' ? section.t0 : 0;
}

interface ButtonProps {
  readonly name: string;
  readonly help: string;
  /** Why it can do nothing now. */
  readonly reason: string | null;
  readonly onPress: () => void;
}

function ScheduleButton({ name, help, reason, onPress }: ButtonProps): JSX.Element {
  return (
    <button
      type="button"
      className="schedule-button"
      title={reason ?? help}
      aria-disabled={reason === null ? undefined : true}
      onClick={() => {
        if (reason === null) onPress();
      }}
    >
      {name}
    </button>
  );
}

/** The schedule in words, for who cannot see it. */
function ScheduleWords({ info }: { readonly info: RunInfo }): JSX.Element {
  const gamma = useLab((state) => state.readouts?.gamma) ?? 0;
  const scenario = currentScenario(presentOf(info));
  const expansion = expansionOf(scenario, info.dimension);
  const start = startOf(scenario.expansion);
  const last = tableIn(scenario.expansion)?.t.at(-1) ?? start + 24;
  const segments = segmentsOf(scenario.expansion, expansion, start, Math.max(last, start + 1));
  return <p className="stage-words">{scheduleSummary(1 / gamma, gamma / expansion.dimension, segments)}</p>;
}
