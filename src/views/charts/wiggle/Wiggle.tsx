import '../../../messages/late.ts';
import { useEffect, useMemo, useRef, useState, type JSX, type PointerEvent } from 'react';
import { formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { seenAs, useLab, type Wiggle as Seen } from '../../../store/index.ts';
import { chosenWeight, weightWords } from '../watched.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import type { Table } from '../figure.ts';
import { useDrawing } from '../svgHost.ts';
import { Words } from '../Words.tsx';
import { plainWords } from '../words.ts';
import { fromX, perPixel } from '../plotSvg.ts';
import { drawWiggle, type WigglePicture } from './picture.ts';
import { clamp, LEAST, WiggleControls, type Hand } from './WiggleControls.tsx';
import { verdictOf } from './verdict.ts';
import '../charts.css';
import './wiggle.css';

const NAME = 'chart.wiggle';
const pathOf = (seen: Seen | 'no-memory' | null): Seen | null => (seen === 'no-memory' ? null : seen);
const seenNow = (): Seen | null => pathOf(seenAs(useLab.getState().seen, NAME, 'wiggle'));

const weightNow = (): string => {
  const { info } = useLab.getState();
  return info === null ? '*w*' : weightWords(info, chosenWeight());
};
/** What is wiggled, as the engine found it. */
const alongWords = ({ along: { mode, index } }: Seen): string =>
  mode ? text('wiggle.mode', { index }) : weightNow();

function tableOf(): Table {
  const seen = seenNow();
  if (seen === null) return { columns: [], rows: [] };
  const { times, path, bump, epsilon, action } = seen;
  return {
    columns: ['time t [1]', 'path [1]', 'bump [1]', 'epsilon [1]', 'S(epsilon) - S(0) [weight at the bump]'],
    rows: Array.from(times, (time, i) => [time, path[i], bump[i], epsilon[i] ?? NaN, action[i] ?? NaN]),
  };
}

/** The run's own path, wiggled by hand, and what becomes of its action. */
export default function Wiggle({ register }: ChartProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const [hand, setHand] = useState<Hand>({ mode: null, index: 0, share: 1, place: 0.5, level: 0.6 });
  const answer = useLab((state) => seenAs(state.seen, NAME, 'wiggle'));
  const seen = pathOf(answer);
  const weight = useLab(chosenWeight);
  const inertia = useLab(({ info }) => info?.tracks[0].firstOrder !== true);
  const drawn = useRef<WigglePicture | null>(null);
  const latest = useRef(hand);

  // Until a hand chooses, it is along the mode that moves most.
  const strongest = useLab((state) => pathOf(seenAs(state.seen, NAME, 'wiggle'))?.strongest ?? null);
  const chosen = useMemo(
    () => (hand.mode === null ? { ...hand, mode: strongest !== null, index: strongest ?? 0 } : hand),
    [hand, strongest],
  );
  const { mode, index, share, place } = chosen;
  useEffect(() => {
    latest.current = chosen;
  }, [chosen]);
  useEffect(() => {
    const query = { mode: mode === true, index: mode === true ? index : weight, share, place };
    useLab.getState().watch(NAME, { id: 'wiggle', query });
  }, [mode, index, share, place, weight]);
  useEffect(() => () => useLab.getState().watch(NAME, null), []);

  useDrawing(
    host,
    {
      draw(width, height, style) {
        const now = seenNow();
        drawn.current = null;
        if (now === null) return null;
        const names = {
          path: text('wiggle.path', { along: alongWords(now) }),
          time: text('chart.time'),
          action: text('wiggle.action'),
          epsilon: '*ε*',
        };
        const epsilon = chosen.level * now.epsilon[now.epsilon.length - 1];
        drawn.current = drawWiggle(now, epsilon, names, width, height, style);
        return drawn.current.svg;
      },
      table: tableOf,
      empty: text('wiggle.empty'),
    },
    register,
  );

  const press = (event: PointerEvent<HTMLDivElement>): void => {
    const made = drawn.current;
    const now = seenNow();
    const element = host.current;
    if (made === null || now === null || element === null || event.button > 0) return;
    element.setPointerCapture(event.pointerId);
    const box = element.getBoundingClientRect();
    const start = { x: event.clientX - box.left, y: event.clientY - box.top, hand: latest.current };
    const most = now.epsilon[now.epsilon.length - 1];
    const { side } = (event.target as Element).closest<SVGElement>('.handle')?.dataset ?? {};
    const inAction = start.x >= made.action.left - 10 && start.y >= made.action.top - 20;
    const { min, max } = made.path.x;
    const move = ({ clientX, clientY }: globalThis.PointerEvent): void => {
      const [x, y] = [clientX - box.left, clientY - box.top];
      if (side !== undefined) {
        const at = clamp((fromX(made.path, x) - min) / (max - min), 0, 1);
        const [from, to] = now.reach.map((time) => (time - min) / (max - min));
        const [a, b] = side === 'from' ? [Math.min(at, to - LEAST), to] : [from, Math.max(at, from + LEAST)];
        setHand((old) => ({ ...old, share: clamp(b - a, LEAST, 1), place: (a + b) / 2 }));
      } else if (inAction) {
        const level = clamp(fromX(made.action, x) / most, -1, 1);
        setHand((old) => ({ ...old, level }));
      } else {
        const level = clamp(start.hand.level + ((start.y - y) * perPixel(made.path)) / most, -1, 1);
        setHand((old) => ({ ...old, level }));
      }
    };
    const stop = (): void => {
      element.removeEventListener('pointermove', move);
      for (const over of ['pointerup', 'pointercancel'] as const) element.removeEventListener(over, stop);
    };
    element.addEventListener('pointermove', move);
    for (const over of ['pointerup', 'pointercancel'] as const) element.addEventListener(over, stop);
    move(event.nativeEvent);
  };

  const length = seen === null ? 0 : seen.times[seen.times.length - 1] - seen.times[0];
  const width = seen === null ? 0 : seen.reach[1] - seen.reach[0];
  const along = seen === null ? '' : alongWords(seen);
  const verdict = seen === null ? null : verdictOf(seen);
  const none = text(answer === 'no-memory' ? 'wiggle.noMemory' : inertia ? 'wiggle.empty' : 'wiggle.none');
  const title = text('chart.wiggle.title');
  return (
    <figure
      className="chart wiggle"
      data-descending={seen?.descending}
      data-turn={verdict?.turn}
      data-exact={seen?.exact}
    >
      <div className="wiggle-body">
        <div className="chart-area" onPointerDown={press}>
          <div ref={host} className="wiggle-plot" aria-hidden="true" />
          {seen === null ? (
            <div className="chart-empty">
              <p>
                <Words of={none} />
              </p>
            </div>
          ) : null}
        </div>
        {seen === null || verdict === null ? null : (
          <div className="wiggle-side">
            <p className="wiggle-verdict">
              <strong>{verdict.word}</strong> <Words of={verdict.notes[0]} />
            </p>
            <WiggleControls
              seen={seen}
              hand={chosen}
              weight={weightNow()}
              onChange={(change) => setHand((old) => ({ ...old, ...change }))}
            />
            <ul className="wiggle-notes">
              {verdict.notes.slice(1).map((note) => (
                <li key={note}>
                  <Words of={note} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <figcaption className="vh" aria-live="off">
        {title}.{' '}
        {seen === null || verdict === null
          ? plainWords(none)
          : plainWords(
              text('wiggle.summary', {
                along,
                length: formatShort(length),
                width: formatShort(width),
                verdict: [verdict.word, ...verdict.notes].join(', '),
              }),
            )}
      </figcaption>
    </figure>
  );
}
