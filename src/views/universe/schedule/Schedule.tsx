import { useCallback, useEffect, useRef, useState, type JSX, type MouseEvent } from 'react';
import type { RunInfo } from '../../../engine/protocol.ts';
import { formatInteger, formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { sameJson } from '../../../scenario/plain.ts';
import { turningTimes } from '../../../scenario/segments.ts';
import { expansionOf, isFrictionless } from '../../../scenario/expansion.ts';
import { drawnHistory } from '../../../scenario/friction.ts';
import { presentOf } from '../../../store/index.ts';
import { plainWords } from '../../charts/words.ts';
import { Words } from '../../charts/Words.tsx';
import type { UniverseModel } from '../model.ts';
import { timeAt } from '../place.ts';
import { commitTable, rewriteHistory, sectionOf } from '../rewrite.ts';
import { createScheduleBoard } from './board.ts';
import { Handles } from './Handles.tsx';
import { etaAtY } from './scale.ts';
import { sampledTable, type SampledTable } from './sample.ts';
import { ScheduleWords } from './ScheduleWords.tsx';
import { addPoint, LEAST_PART, MOST_POINTS, tableIn, widestGap, type EtaTable } from './table.ts';

interface ScheduleProps {
  readonly info: RunInfo;
  readonly model: UniverseModel;
}

/** η(t) and H(t) under the horn, on its time axis; points to be dragged where the history is a table. */
export function Schedule({ info, model }: ScheduleProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const labelHost = useRef<HTMLDivElement>(null);
  const [board] = useState(createScheduleBoard);
  const { scale } = board;
  const section = sectionOf(info);
  const run = tableIn(section);
  /** What a hand is drawing. */
  const [draft, setDraft] = useState<EtaTable | null>(null);
  /** What the run was last asked to have, until it has it. */
  const [asked, setAsked] = useState<EtaTable | null>(null);
  const latest = useRef<{ asked: EtaTable | null; drawing: boolean }>({ asked: null, drawing: false });
  const [made, setMade] = useState<SampledTable | null>(null);
  const table = draft ?? asked ?? run;

  useEffect(() => {
    const [box, sheet, names] = [host.current, canvas.current, labelHost.current];
    if (box === null || sheet === null || names === null) return;
    return board.mount(model, box, sheet, names);
  }, [model, board]);

  const hold = useCallback((time: number) => model.hold(time), [model]);
  const draw = (next: EtaTable | null): void =>
    model.draft(next === null ? null : drawnHistory(section, next.t, next.eta));
  const move = (next: EtaTable): void => {
    latest.current.drawing = true;
    setDraft(next);
    draw(next);
  };
  const cancel = (): void => {
    latest.current.drawing = false;
    setDraft(null);
    draw(asked);
  };
  const commit = (next: EtaTable): void => {
    const before = asked ?? run;
    if (before === null || sameJson(before, next)) {
      cancel();
      return;
    }
    // It stays on the screen until the run has it: keys that follow fast start from here.
    latest.current = { asked: next, drawing: false };
    setDraft(null);
    setAsked(next);
    draw(next);
    // Whatever came of it, what the run has is shown then; a newer change has its own answer.
    commitTable(before, next, hold).then(() => {
      if (latest.current.asked !== next) return;
      latest.current.asked = null;
      setAsked(null);
      if (!latest.current.drawing) model.draft(null);
    });
  };
  const toTable = (): void => {
    const shown = board.moment()?.place;
    if (shown === undefined) return;
    const [from, to] = [startOf(section), Math.max(shown.to, run?.t.at(-1) ?? shown.to)];
    const expansion = expansionOf(presentOf(info).scenario, info.dimension);
    const sampled = sampledTable(expansion, from, to, turningTimes(section, from, to + 1e-9 * Math.abs(to)));
    if (sampled === null) return;
    const { d, t0 } = section;
    setMade(sampled);
    const common = {
      kind: section.kind,
      ...(d === undefined ? {} : { d }),
      ...(t0 === undefined ? {} : { t0 }),
    };
    rewriteHistory(drawnHistory(common, sampled.table.t, sampled.table.eta), hold);
  };
  const add = (time: number, rate?: number): void => {
    const added = table === null ? null : addPoint(table, time, rate, LEAST_PART * scale.most);
    if (added !== null) commit(added.table);
  };
  const addInside = (): void => {
    const shown = board.moment()?.place;
    if (table !== null && shown !== undefined) add(widestGap(table, shown.from, shown.to));
  };
  const addThere = (event: MouseEvent<HTMLElement>): void => {
    const shown = board.moment()?.place;
    const box = host.current?.getBoundingClientRect();
    if (table === null || shown === undefined || box === undefined) return;
    const x = event.clientX - box.left;
    if (x < shown.left || x > shown.right) return;
    add(
      timeAt(shown, x),
      etaAtY(scale, Math.max(scale.top, Math.min(scale.bottom, event.clientY - box.top))),
    );
  };

  const frictionless = isFrictionless({ expansion: section });
  const long = table !== null && table.t.length > MOST_POINTS;
  const full = table !== null && table.t.length === MOST_POINTS;
  const sampled =
    made !== null && run !== null && sameJson(made.table, { t: run.t, eta: run.eta }) ? made : null;
  const approximate =
    sampled === null
      ? ''
      : text(sampled.bang ? 'universe.asTableBang' : 'universe.asTable', {
          change: formatNumber(100 * sampled.change, 2),
        });
  const gloss = frictionless
    ? text('universe.scheduleFlat')
    : run === null
      ? text('universe.scheduleGloss')
      : long
        ? text('universe.scheduleLong', { count: formatInteger(run.t.length) })
        : approximate || text('universe.scheduleEdit');
  return (
    <section className="schedule" aria-label={text('universe.schedule')}>
      <div ref={host} className="schedule-plot" onDoubleClick={addThere}>
        <canvas ref={canvas} aria-hidden="true" />
        <div ref={labelHost} className="stage-labels" aria-hidden="true" />
        {table === null || long ? null : (
          <Handles table={table} onMove={move} onCommit={commit} onCancel={cancel} board={board} />
        )}
      </div>
      <header className="schedule-header">
        <h3>{text('universe.schedule')}</h3>
        {/* What is so, unlike a hint, is told however low the schedule is. */}
        <span className={frictionless || long || approximate !== '' ? 'pane-gloss told' : 'pane-gloss'}>
          <Words of={gloss} />
        </span>
        <ScheduleButton
          name={text(run === null ? 'universe.editAsTable' : long ? 'universe.thin' : 'universe.addPoint')}
          help={text(
            run === null ? 'universe.editAsTableHelp' : long ? 'universe.thinHelp' : 'universe.pointHelp',
          )}
          reason={frictionless ? text('universe.noTable') : full ? text('universe.noRoom') : null}
          onPress={run === null || long ? toTable : addInside}
        />
      </header>
      <p className="stage-words" aria-live="polite">
        {plainWords(approximate)}
      </p>
      <ScheduleWords info={info} board={board} />
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
