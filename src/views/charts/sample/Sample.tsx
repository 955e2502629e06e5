import '../../../messages/late.ts';
import { useEffect, useId, useRef, useState, type JSX, type PointerEvent } from 'react';
import { formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { withinReach } from '../../../scenario/stroke.ts';
import { commandPath } from '../../../scenario/patch.ts';
import { givenKind, partOf } from '../../../scenario/sections.ts';
import { useLab, type Told } from '../../../store/index.ts';
import { sameRun } from '../../../store/sameRun.ts';
import { takeBack } from '../../../store/takeBack.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { Plot } from '../plotSvg.ts';
import { fromX, perPixel } from '../plotSvg.ts';
import { useDrawing } from '../svgHost.ts';
import { drawSample, plotsOf, scaleOf, sides, type Side } from './picture.ts';
import { drawnOver, type Point } from './stroke.ts';
import '../charts.css';
import './sample.css';

type Rows = Readonly<Record<Side, readonly number[]>>;

/** Rows of one profile of all samples. */
function allRows(side: Side): number[][] {
  const data = useLab.getState().info?.data;
  if (data === undefined) return [];
  const [values, width] = side === 'X' ? [data.inputs, data.inputCount] : [data.targets, data.outputCount];
  return Array.from({ length: data.sampleCount }, (_, l) =>
    Array.from(values.subarray(l * width, (l + 1) * width)),
  );
}

/** The samples with one row replaced: J and K follow at the step that the run rests at. */
function put(side: Side, sample: number, row: readonly number[]): Told {
  const rows = allRows(side).map((old, l) => (l === sample ? row : old));
  return useLab.getState().setParameter(`data.${side}`, rows);
}

/** One training sample of a lattice: its inputs and targets are curves that a hand draws, or numbers that it types. */
export default function Sample({ register }: ChartProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const data = useLab((state) => state.info?.data);
  const scenario = useLab((state) => state.present?.scenario);
  const count = data?.sampleCount ?? 0;
  const sample = Math.min(
    useLab((state) => state.sample),
    Math.max(0, count - 1),
  );
  const [draft, setDraft] = useState<{ readonly side: Side; readonly row: readonly number[] } | null>(null);
  const [scale, setScale] = useState<number | null>(null);
  const [marked, setMarked] = useState(0);
  const plots = useRef<Readonly<Record<Side, Plot>> | null>(null);
  /** Ends a drawing when the chart goes: nothing of it listens on. */
  const leave = useRef<(() => void) | null>(null);
  useEffect(() => () => leave.current?.(), []);
  const ids = { site: useId(), X: useId(), Y: useId() };

  const rows = Object.fromEntries(
    sides.map((side) => [side, draft?.side === side ? draft.row : (allRows(side)[sample] ?? [])]),
  ) as unknown as Rows;
  const isGiven = scenario !== undefined && partOf('data', scenario.data.kind).given === true;
  const kind = scenario === undefined ? null : givenKind(scenario.system.kind);
  const names = { X: text('sample.inputs'), Y: text('sample.targets'), site: text('sample.site') };
  const spoken = { X: text('sample.inputsPlain'), Y: text('sample.targetsPlain') };
  const half = scale ?? scaleOf(rows);

  useDrawing(
    host,
    {
      draw(width, height, style) {
        if (rows.X.length === 0) return null;
        plots.current = plotsOf(rows, half, width, height, style.size);
        return drawSample(rows, plots.current, names, marked, width, height, style);
      },
      table: () => ({
        columns: ['site', 'X', 'Y'],
        rows: rows.X.map((value, site) => [site, value, rows.Y[site] ?? NaN]),
      }),
      empty: text('sample.empty'),
    },
    register,
  );

  const press = (event: PointerEvent<HTMLDivElement>): void => {
    const element = host.current;
    const placed = plots.current;
    if (element === null || placed === null || !isGiven || event.button > 0) return;
    const box = element.getBoundingClientRect();
    const at = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) =>
      [clientX - box.left, clientY - box.top] as const;
    const [startX, startY] = at(event);
    const side = sides.find((each) => {
      const { left, top, width, height } = placed[each];
      return (
        startX >= left - 8 && startX <= left + width + 8 && startY >= top - 8 && startY <= top + height + 8
      );
    });
    if (side === undefined) return;
    const plot = placed[side];
    const before = rows[side];
    const lab = useLab.getState();
    const wasPlaying = lab.playing;
    const isSameRun = sameRun();
    const editsBefore = lab.info?.document.edits ?? [];
    const undoableBefore = lab.undoable;
    // What it makes of J and K is one command: the run rests while a sample is in the hand.
    lab.pause();
    lab.grab();
    element.setPointerCapture(event.pointerId);
    const middle = plot.top + plot.height / 2;
    const pointAt = (x: number, y: number): Point => ({
      site: Math.max(0, Math.min(before.length - 1, Math.round(fromX(plot, x)))),
      value: (middle - y) * perPixel(plot),
    });
    let last = pointAt(startX, startY);
    let row = before;
    let told: Told | null = null;
    setScale(half);
    const draw = (to: Point): void => {
      if (!isSameRun()) {
        cancel();
        return;
      }
      row = drawnOver(row, last, to);
      last = to;
      setDraft({ side, row });
      setMarked(to.site);
      told = put(side, sample, row);
    };
    const move = (moved: globalThis.PointerEvent): void => draw(pointAt(...at(moved)));
    const stop = (given: boolean): void => {
      leave.current = null;
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', drop);
      for (const over of ['pointercancel', 'lostpointercapture']) element.removeEventListener(over, cancel);
      window.removeEventListener('keydown', escape, true);
      const over = (): void => {
        setDraft(null);
        setScale(null);
      };
      // What was drawn went with its run.
      if (!isSameRun()) {
        over();
        return;
      }
      if (!given) told = put(side, sample, before);
      void told?.then((outcome) => {
        over();
        if (outcome.kind !== 'applied') return;
        const { step, edit } = outcome;
        if (given) lab.say(text('sample.drawn', { name: spoken[side], sample: sample + 1, step }));
        else {
          // An edit of this step that stood there before has its own value again.
          const stood = editsBefore.some(
            (old) => old.step === step && commandPath(old.command) === `data.${side}`,
          );
          takeBack(stood ? null : edit, undoableBefore);
        }
      });
      if (wasPlaying) lab.play();
    };
    const drop = (): void => stop(true);
    const cancel = (): void => stop(false);
    const escape = (pressed: KeyboardEvent): void => {
      if (pressed.key !== 'Escape') return;
      pressed.preventDefault();
      pressed.stopPropagation();
      cancel();
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', drop);
    for (const over of ['pointercancel', 'lostpointercapture']) element.addEventListener(over, cancel);
    window.addEventListener('keydown', escape, true);
    leave.current = cancel;
    draw(last);
  };

  const type = (side: Side, typed: string): void => {
    const value = Number(typed);
    if (typed === '' || !Number.isFinite(value) || marked >= rows[side].length) return;
    const row = rows[side].map((old, site) => (site === marked ? withinReach(value, old) : old));
    void put(side, sample, row);
  };

  return (
    <figure className="chart one-sample">
      <div className="one-sample-body">
        <div className="chart-area" data-given={isGiven} onPointerDown={press}>
          <div ref={host} className="one-sample-plot" aria-hidden="true" />
        </div>
        {isGiven ? (
          <div className="one-sample-side">
            <p>{text('sample.help', { sample: sample + 1, count })}</p>
            <label htmlFor={ids.site}>{names.site}</label>
            <input
              id={ids.site}
              type="number"
              min={0}
              max={Math.max(rows.X.length, rows.Y.length) - 1}
              step={1}
              value={marked}
              onChange={({ currentTarget: { valueAsNumber } }) => {
                if (Number.isSafeInteger(valueAsNumber) && valueAsNumber >= 0) setMarked(valueAsNumber);
              }}
            />
            {sides.map((side) => (
              <Value
                key={`${side} ${marked} ${sample}`}
                id={ids[side]}
                name={spoken[side]}
                value={rows[side][marked]}
                onType={(typed) => type(side, typed)}
              />
            ))}
          </div>
        ) : (
          <div className="one-sample-side">
            <p>{text('sample.made', { sample: sample + 1, count })}</p>
            {kind !== null && (
              <button
                type="button"
                className="button"
                onClick={() => void useLab.getState().setParameter('data.kind', kind)}
              >
                {text('sample.take')}
              </button>
            )}
          </div>
        )}
      </div>
      <figcaption className="vh" aria-live="off">
        {text('sample.summary', {
          sample: sample + 1,
          count,
          site: marked,
          input: formatNumber(rows.X[marked]),
          target: formatNumber(rows.Y[marked]),
        })}
      </figcaption>
    </figure>
  );
}

interface ValueProps {
  readonly id: string;
  readonly name: string;
  readonly value: number | undefined;
  readonly onType: (typed: string) => void;
}

/** The value of a profile at the marked site. */
function Value({ id, name, value, onType }: ValueProps): JSX.Element {
  return (
    <>
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        type="number"
        step={0.1}
        disabled={value === undefined}
        value={value === undefined ? '' : Number(value.toPrecision(6))}
        onFocus={() => useLab.getState().grab()}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
    </>
  );
}
