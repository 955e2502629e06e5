import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { Renormalisation } from '../../../store/index.ts';
import type { Mark, Shown, Table } from '../figure.ts';
import { fallsApart, lengthOf, ratioOf } from '../decimation/levels.ts';

/** Powers of ten of the widest axis. */
const MOST = 4;
const LEAST = -5;
const CURVE_POINTS = 160;

/** x of one decimation, of a uniform ring. **exact** physics.md 8 */
const flow = (x: number): number => x * x + 4 * x;

/** Where decimation takes x = J/K: the curve x² + 4x, and the running ring's way along it. */
export function flowFigure(seen: Renormalisation | null): Shown {
  if (seen === null) return { empty: text('wide.decimation.none') };
  const ratios = seen.levels.map(ratioOf);
  const [start] = ratios;
  // A hair above 0 is where the axis begins; at 0 itself nothing flows.
  const low = start > 0 ? Math.max(LEAST, Math.floor(Math.log10(start) - 0.2)) : -3;
  const span = { min: Math.min(low, 0), max: MOST };
  const ends = [10 ** span.min, 10 ** span.max];
  const grid = Array.from(
    { length: CURVE_POINTS },
    (_, k) => 10 ** (span.min + ((span.max - span.min) * k) / (CURVE_POINTS - 1)),
  );
  const on = (value: number): number => Math.min(Math.max(value, ends[0]), ends[1]);
  // x₀ on the diagonal, up to x₁, across to the diagonal, up to x₂ …
  const way = { x: [on(start)], y: [on(start)] };
  for (let k = 0; k + 1 < ratios.length && start > 0; k++) {
    const [from, to] = [ratios[k], ratios[k + 1]];
    if (!(from < ends[1])) break;
    way.x.push(on(from), on(to));
    way.y.push(on(to), on(to));
  }
  const points = ratios.slice(0, -1).map((x, k) => ({ x, y: ratios[k + 1] }));
  const seenPoints = points.filter(({ x, y }) => x > 0 && y > 0 && x < ends[1]);
  const curve = grid.filter((x) => flow(x) <= ends[1]);
  const marks: Mark[] = [
    { kind: 'line', x: ends, y: ends, ink: 'text-2', dash: 'dot' },
    { kind: 'line', x: curve, y: curve.map(flow), ink: 'theory', dash: 'dash' },
  ];
  if (start > 0) {
    marks.push(
      { kind: 'line', x: way.x, y: way.y, ink: 'second' },
      {
        kind: 'dots',
        x: seenPoints.map(({ x }) => x),
        y: seenPoints.map(({ y }) => on(y)),
        ink: 'second',
        shape: 'solid',
        size: 8,
      },
    );
  }
  const cut = fallsApart(seen);
  const said = ratios.map((x) => (x === Infinity ? '∞' : formatNumber(x))).join(', ');
  const notes = [
    ...(cut ? [text('wide.flow.cut')] : []),
    ...(start > 0 ? [] : [text(start === 0 ? 'wide.flow.massless' : 'wide.flow.unstable')]),
    // Pairs that nothing joins have no length of a ring.
    ...(start > 0 && Number.isFinite(start) && !cut
      ? [text('wide.flow.length', { xi: formatShort(lengthOf(start)) })]
      : []),
    text(seen.uniform ? 'wide.flow.exact' : 'wide.flow.means'),
    text('wide.flow.points'),
    ...(seen.levels[0].meanK < 0 ? [text('wide.flow.staggered')] : []),
  ];
  return {
    x: { name: text('wide.flow.x'), scale: 'log', span },
    panels: [{ y: { name: text('wide.flow.y'), scale: 'log', span }, share: 1, marks }],
    labels: [
      { key: 'curve', panel: 0, at: ends[1], words: '*x*² + 4*x*', ink: 'theory' },
      { key: 'same', panel: 0, at: ends[1] / 30, words: '*x*', ink: 'text-2', faint: true },
    ],
    labelRoom: 5,
    facts: { columns: [], rows: [], notes, long: true },
    summary: text('wide.flow.summary', { said, notes: notes.join(' ') }),
  };
}

/** Levels with their x and correlation length, in sites of the level and of the ring. */
export function flowTable(seen: Renormalisation | null): Table {
  return {
    columns: ['level', 'sites', 'x = J/K', 'correlation length [sites of the level]'],
    rows: (seen?.levels ?? []).map((level, index) => {
      const x = ratioOf(level);
      return [index, level.sites, x, x > 0 ? lengthOf(x) : NaN];
    }),
  };
}
