import type { RunInfo } from '../../engine/protocol.ts';
import { formatNumber, formatShort } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { sitesOf } from '../lattice.ts';
import { weightWords } from '../names.ts';
import type { Label } from '../scene/labelLayer.ts';
import type { Offset } from '../scene/labels.ts';
import { trackLook, trackWords } from '../tracks.ts';
import type { PlacedBall } from './balls.ts';
import { contourMarks, isInside, RISE, standAt, surfaceCost, ticksOf, type ContourMark } from './ground.ts';
import type { LandscapeBoard } from './model.ts';

/** What labels read. */
export interface LandscapeState {
  readonly board: LandscapeBoard;
  readonly balls: readonly PlacedBall[];
  /** Point of the plane under the pointer. */
  pointed: readonly [number, number] | null;
}

const TICKS = 7;
const CONTOURS = 7;

const BESIDE: readonly Offset[] = [
  { dx: 16, dy: -22, align: 0 },
  { dx: -16, dy: -22, align: 1 },
  { dx: 18, dy: 16, align: 0 },
  { dx: -18, dy: 16, align: 1 },
  { dx: 0, dy: -40, align: 0.5 },
];
const AT_TIP: readonly Offset[] = [
  { dx: 10, dy: 0, align: 0 },
  { dx: -10, dy: 0, align: 1 },
  { dx: 0, dy: 16, align: 0.5 },
  { dx: 0, dy: -16, align: 0.5 },
];

/** All labels: balls first, then arrows, the cursor, axes, contours. */
export function landscapeLabels(info: RunInfo, state: LandscapeState): Label[] {
  return [
    ...state.balls.map((ball) => ballLabel(info, state, ball)),
    ...arrowLabels(info, state),
    cursorLabel(state),
    ...axisLabels(info, state),
    ...tickLabels(state),
    ...contourLabels(state),
  ];
}

function ballLabel(info: RunInfo, { board }: LandscapeState, ball: PlacedBall): Label {
  const { track } = ball;
  return {
    parts: [],
    look: `${trackLook(info.tracks[track]).look} large`,
    half: 'any',
    leader: true,
    offsets: BESIDE,
    anchor(out) {
      out.set(ball.at);
      return ball.shown;
    },
    value() {
      const name = trackWords(info, track);
      const { ground } = board;
      if (ground !== null && !isInside(ground, ball.x, ball.y)) {
        return text('view.landscape.outside', { track: name });
      }
      const off = board.balls?.balls.find((one) => one.track === track)?.off ?? 0;
      // Rounding of a plane that holds everything is no distance.
      const width = ground === null ? 1 : ground.plane.window.x[1] - ground.plane.window.x[0];
      return off > 1e-9 * width ? text('view.landscape.off', { track: name, off: formatShort(off) }) : name;
    },
  };
}

/** Names of the arrows, at the main ball's. */
function arrowLabels(info: RunInfo, { balls }: LandscapeState): Label[] {
  const [main] = balls;
  if (main === undefined) return [];
  return [
    {
      parts: [{ symbol: 'V' }],
      look: trackLook(info.tracks[main.track]).look,
      half: 'any',
      offsets: AT_TIP,
      anchor(out) {
        out.set(main.velocityTip);
        return main.shown && main.hasVelocity;
      },
    },
    {
      parts: [{ text: '−∇' }, { symbol: 'C' }, { text: '/' }, { symbol: 'γ' }],
      look: '',
      half: 'any',
      offsets: AT_TIP,
      anchor(out) {
        out.set(main.terminalTip);
        return main.shown && main.hasTerminal;
      },
    },
  ];
}

function cursorLabel(state: LandscapeState): Label {
  const at = (): readonly [number, number] | null => state.pointed ?? state.board.cursor;
  return {
    parts: [],
    look: 'accent',
    half: 'any',
    offsets: BESIDE,
    anchor(out) {
      const { ground } = state.board;
      const point = at();
      if (ground === null || point === null) return false;
      const cost = surfaceCost(ground, point[0], point[1]);
      standAt(ground, point[0], point[1], cost, out);
      return Number.isFinite(cost);
    },
    value() {
      const { ground } = state.board;
      const point = at();
      if (ground === null || point === null) return '';
      const cost = formatNumber(surfaceCost(ground, point[0], point[1]));
      return text('view.landscape.here', { x: formatShort(point[0]), y: formatShort(point[1]), cost });
    },
  };
}

/** Without an array: labels are placed in every frame. */
function place(out: Float32Array, x: number, y: number, z: number): void {
  out[0] = x;
  out[1] = y;
  out[2] = z;
}

/** What an axis is, in words. */
export function axisWords(info: RunInfo, board: LandscapeBoard, axis: 0 | 1): string {
  const about = board.ground?.plane.about[axis];
  if (about === undefined) return '';
  switch (about.kind) {
    case 'weight': {
      const { sheets } = info.layout;
      const sites = sitesOf(sheets, info.tracks[0].weightCount);
      return text('view.landscape.axisWeight', { weight: weightWords(sheets, sites, about.weight) });
    }
    case 'path':
      return text('view.landscape.axisPath', {
        rank: axis + 1,
        percent: formatNumber(100 * about.share),
      });
    case 'curvature':
      return text(about.rank >= 0 ? 'view.landscape.axisSteep' : 'view.landscape.axisFlat', {
        rank: about.rank >= 0 ? about.rank + 1 : -about.rank,
        lambda: formatNumber(about.lambda),
      });
  }
}

function axisLabels(info: RunInfo, { board }: LandscapeState): Label[] {
  const half = (index: 0 | 1): number => board.ground?.half[index] ?? 1;
  return [
    {
      parts: [],
      look: '',
      half: 'any',
      offsets: [
        { dx: 0, dy: 36, align: 0.5 },
        { dx: 0, dy: 52, align: 0.5 },
      ],
      anchor(out) {
        place(out, 0, 0, half(1));
        return board.ground !== null;
      },
      value: () => `${axisWords(info, board, 0)} →`,
    },
    {
      parts: [],
      look: '',
      half: 'any',
      offsets: [
        { dx: 40, dy: 22, align: 0 },
        { dx: 24, dy: 40, align: 0 },
        { dx: 0, dy: 52, align: 0.5 },
      ],
      anchor(out) {
        place(out, half(0), 0, 0);
        return board.ground !== null;
      },
      value: () => `↗ ${axisWords(info, board, 1)}`,
    },
    {
      parts: [{ text: `${text('view.landscape.cost')} ` }, { symbol: 'C' }],
      look: '',
      half: 'any',
      offsets: [
        { dx: 0, dy: -18, align: 0.5 },
        { dx: -10, dy: -8, align: 1 },
      ],
      anchor(out) {
        place(out, -half(0), RISE, -half(1));
        return board.ground !== null;
      },
    },
  ];
}

/** Numbers along the two edges in front and up the axis of the cost. */
function tickLabels({ board }: LandscapeState): Label[] {
  let version = -1;
  let ticks: readonly (readonly number[])[] = [[], [], []];
  const known = (): readonly (readonly number[])[] => {
    if (version === board.version) return ticks;
    version = board.version;
    const { ground } = board;
    ticks =
      ground === null
        ? [[], [], []]
        : [
            ticksOf(ground.plane.window.x, 5),
            ticksOf(ground.plane.window.y, 4),
            ticksOf([ground.floor, ground.cut], 3),
          ];
    return ticks;
  };
  const offsets: readonly (readonly Offset[])[] = [
    [{ dx: 0, dy: 14, align: 0.5 }],
    [{ dx: 12, dy: 6, align: 0 }],
    [{ dx: -10, dy: 0, align: 1 }],
  ];
  return [0, 1, 2].flatMap((axis) =>
    Array.from({ length: TICKS }, (_, n): Label => ({
      parts: [],
      look: 'quiet',
      half: 'any',
      offsets: offsets[axis],
      anchor(out) {
        const { ground } = board;
        const value = known()[axis].at(n);
        if (ground === null || value === undefined || n >= known()[axis].length) return false;
        const { x, y } = ground.plane.window;
        if (axis === 0) standAt(ground, value, y[0], ground.floor, out);
        else if (axis === 1) standAt(ground, x[1], value, ground.floor, out);
        else standAt(ground, x[0], y[1], value, out);
        return true;
      },
      value: () => formatShort(known()[axis][n] ?? 0),
    })),
  );
}

function contourLabels({ board }: LandscapeState): Label[] {
  let version = -1;
  let marks: readonly ContourMark[] = [];
  const known = (): readonly ContourMark[] => {
    if (version === board.version) return marks;
    version = board.version;
    marks = board.ground === null ? [] : contourMarks(board.ground, CONTOURS);
    return marks;
  };
  return Array.from({ length: CONTOURS }, (_, n): Label => ({
    parts: [],
    look: '',
    half: 'any',
    offsets: [{ dx: 0, dy: 0, align: 0.5 }],
    anchor(out) {
      const mark = known().at(n);
      if (board.ground === null || mark === undefined || n >= known().length) return false;
      standAt(board.ground, mark.x, mark.y, mark.cost, out);
      return true;
    },
    value: () => formatShort(known()[n]?.cost ?? 0),
  }));
}
