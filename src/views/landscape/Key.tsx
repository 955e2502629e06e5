import type { JSX } from 'react';
import type { Balls, Landscape } from '../../store/index.ts';
import { formatInteger, formatNumber, formatShort } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { seenAs, useLab } from '../../store/index.ts';
import { Words } from '../charts/Words.tsx';
import { unitWords } from '../charts/words.ts';
import { groundOf } from './ground.ts';
import { isDrawable, type LandscapeBoard } from './model.ts';
import { percentOf } from './spec.ts';

interface KeyProps {
  readonly board: LandscapeBoard;
  readonly landscape: Landscape | null;
  readonly stopped: boolean;
  readonly stop: () => void;
}

/** The sequential map with its limits, what the arrows are, how far the slice has come, and what its plane holds. */
export function LandscapeKey({ board, landscape, stopped, stop }: KeyProps): JSX.Element {
  const ground = landscape === null ? null : groundOf(landscape);
  const balls = useLab((state) => seenAs(state.seen, 'cost-balls', 'cost-balls'));
  const unit = useLab((state) => state.info?.costUnit ?? '1');
  const percent = formatInteger(Math.floor(100 * (landscape?.done ?? 0)));
  const running = landscape === null || landscape.state === 'running';
  return (
    <div className="color-key landscape-key">
      {ground === null ? null : (
        <>
          <div className="color-key-name">
            <Words of={text('view.landscape.key', { contour: formatShort(ground.contour) })} />
          </div>
          <div className="color-key-map sequential" />
          <div className="color-key-scale">
            <span>{formatNumber(ground.floor)}</span>
            <span>{unitWords(unit)}</span>
            <span>{formatNumber(ground.cut)}</span>
          </div>
        </>
      )}
      {landscape?.state === 'refused' ? (
        <p>
          {text(
            landscape.obstacle === 'one-weight' ? 'view.landscape.oneWeight' : 'view.landscape.notFinite',
          )}
        </p>
      ) : null}
      {running ? (
        <p className="landscape-progress" data-busy={!stopped}>
          <span>{text(stopped ? 'view.landscape.stopped' : 'view.landscape.making', { percent })}</span>
          {stopped ? null : (
            <button type="button" className="text-button" onClick={stop}>
              {text('view.landscape.cancel')}
            </button>
          )}
        </p>
      ) : null}
      <ul className="landscape-notes">
        <Arrows board={board} balls={balls} />
        {landscape?.plane === undefined || landscape.plane === null ? null : (
          <Holds landscape={landscape} share={balls?.share ?? null} />
        )}
      </ul>
    </div>
  );
}

function Arrows({
  board,
  balls,
}: {
  readonly board: LandscapeBoard;
  readonly balls: Balls | null;
}): JSX.Element | null {
  const firstOrder = useLab((state) => state.info?.tracks[0].firstOrder ?? true);
  const main = balls?.balls[0];
  if (main === undefined || board.arrowTime === 0) return null;
  return (
    <>
      <li>
        <Words of={text('view.landscape.arrows', { time: formatShort(board.arrowTime) })} />
      </li>
      <li className="arrow velocity">
        <Words of={text('view.landscape.arrowV')} />
      </li>
      {firstOrder || main.terminal === null ? null : (
        <li className="arrow terminal">
          <Words of={text('view.landscape.arrowTerminal')} />
          <small>
            {isDrawable(board, main.terminal) ? null : `${text('view.landscape.tooLong')}; `}
            <Words of={text('view.landscape.approximate')} />
            {main.lag === null ? null : (
              <span className="lag">
                {'; '}
                <Words of={text('view.landscape.lag', { lag: percentOf(main.lag) })} />
              </span>
            )}
          </small>
        </li>
      )}
    </>
  );
}

/** What the plane holds of the motion, and how exact it is. */
function Holds({
  landscape,
  share,
}: {
  readonly landscape: Landscape;
  readonly share: number | null;
}): JSX.Element | null {
  const { plane, spacing } = landscape;
  const redshift = useLab((state) => state.present?.scenario.system.redshift === 'physical');
  if (plane === null) return null;
  const residual = Math.max(...plane.about.map((axis) => (axis.kind === 'curvature' ? axis.residual : 0)));
  const whole = plane.about.every(({ kind }) => kind === 'weight') && plane.origin.length === 2;
  return (
    <>
      <li className="share">{whole ? text('view.landscape.shareWhole') : sharesOf(share, plane)}</li>
      {spacing > 1 && spacing <= 8 ? (
        <li>{text('view.landscape.coarse', { spacing: formatInteger(spacing) })}</li>
      ) : null}
      {residual > 0 ? (
        <li>
          <Words of={text('view.landscape.residual', { residual: formatShort(residual, 2) })} />
        </li>
      ) : null}
      {redshift ? (
        <li>
          <Words of={text('view.landscape.redshift', { time: formatNumber(plane.time) })} />
        </li>
      ) : null}
    </>
  );
}

function sharesOf(share: number | null, plane: NonNullable<Landscape['plane']>): string {
  if (share !== null) return text('view.landscape.share', { percent: formatNumber(100 * share) });
  if (plane.share === null) return '';
  const percent = formatNumber(100 * plane.share);
  return text('view.landscape.shareAhead', { percent, ahead: formatInteger(plane.ahead) });
}
