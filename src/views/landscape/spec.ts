import { HEADER, type FrameViews } from '../../engine/frame.ts';
import type { Balls } from '../../store/index.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { formatNumber, formatShort } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { trackWords } from '../tracks.ts';
import { axisWords } from './labels.ts';
import type { LandscapeBoard } from './model.ts';

/** 0.021 as '2.1 %'. */
export function percentOf(part: number): string {
  return `${formatShort(100 * part, 2)} %`;
}

/** The picture in words: its window, its heights, and every ball with its place, cost and speed. */
export function landscapeSummary(info: RunInfo, frame: FrameViews, board: LandscapeBoard): string {
  const { ground, balls } = board;
  if (ground === null || balls === null) return text('view.landscape.summaryNone');
  const { x, y } = ground.plane.window;
  return text('view.landscape.summary', {
    time: formatNumber(frame.header[HEADER.time]),
    xLow: formatShort(x[0]),
    xHigh: formatShort(x[1]),
    xAxis: axisWords(info, board, 0),
    yLow: formatShort(y[0]),
    yHigh: formatShort(y[1]),
    yAxis: axisWords(info, board, 1),
    floor: formatNumber(ground.floor),
    cut: formatNumber(ground.cut),
    balls: balls.balls.map((ball) => ballWords(info, ball, x[1] - x[0])).join('; '),
  });
}

function ballWords(info: RunInfo, ball: Balls['balls'][number], width: number): string {
  const speed = Math.hypot(...ball.velocity);
  const moving =
    speed === 0
      ? text('view.landscape.atRest')
      : ball.lag === null
        ? text('view.landscape.moving', { speed: formatNumber(speed) })
        : text('view.landscape.movingLag', { speed: formatNumber(speed), lag: percentOf(ball.lag) });
  return text('view.landscape.summaryBall', {
    track: trackWords(info, ball.track),
    x: formatNumber(ball.x),
    y: formatNumber(ball.y),
    cost: formatNumber(ball.cost),
    distance:
      ball.off > 1e-9 * width
        ? text('view.landscape.offPlane', { off: formatShort(ball.off) })
        : text('view.landscape.onPlane'),
    speed: moving,
  });
}
