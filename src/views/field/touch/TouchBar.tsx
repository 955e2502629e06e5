import '../../../messages/late.ts';
import type { ReactNode } from 'react';
import { formatShort, formatSigned } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { RunInfo } from '../../../engine/protocol.ts';
import { useLab, type TouchTool } from '../../../store/index.ts';
import { longestRow } from '../../lattice.ts';
import { askDrawing } from '../../scene/watch.ts';
import { deedOf, toolObstacle } from './free.ts';
import { firstTouch } from './tools.ts';
import './touch.css';

const TOOLS = ['pull', 'weights', 'J', 'K', 'force'] as const satisfies readonly TouchTool[];
/** What stands on the buttons: words and symbols of the field. */
const SIGNS = { pull: null, weights: 'w', J: 'J', K: 'K', force: 'f', kick: 'ẇ' } as const;
/** Widths, in sites; on large lattices more, up to an eighth of one. */
const WIDTHS = [0, 1, 2, 3, 4, 6, 8, 12, 16];
const WIDEST_PART = 1 / 8;

function widthsOn({ sheets }: RunInfo['layout']): readonly number[] {
  const most = WIDEST_PART * longestRow(sheets);
  const widths = [...WIDTHS];
  for (let width = 2 * WIDTHS[WIDTHS.length - 1]; width <= most; width *= 2) widths.push(width);
  return widths;
}
/** Strengths of both signs. */
const STRENGTHS = [-2, -1, -0.5, -0.2, -0.1, 0.1, 0.2, 0.5, 1, 2];

const nearest = (values: readonly number[], value: number): number =>
  values.reduce((best, each, n) => (Math.abs(each - value) < Math.abs(values[best] - value) ? n : best), 0);

/** What a hand on the field does: which tool, how wide, how strong. A tool that is not free says what moves it instead. */
export default function TouchBar({ info }: { readonly info: RunInfo }): ReactNode {
  const touch = useLab((state) => state.touch) ?? firstTouch(info.layout);
  // What is free hangs on the run as it stands.
  useLab((state) => state.present);
  const setTouch = useLab((state) => state.setTouch);
  const obstacle = toolObstacle(info, touch.tool);
  const deed = deedOf(info, touch.tool);
  return (
    <div className="touch-bar" role="group" aria-label={text('touch.title')}>
      <div className="touch-tools" role="group" aria-label={text('touch.tools')}>
        {TOOLS.map((tool) => {
          const does = deedOf(info, tool);
          const sign = SIGNS[does];
          return (
            <button
              key={tool}
              type="button"
              className="touch-tool"
              data-hue={tool === 'J' || tool === 'K' ? tool : undefined}
              aria-label={text(`touch.name.${does}`)}
              title={text(`touch.does.${does}`)}
              aria-pressed={touch.tool === tool}
              data-free={toolObstacle(info, tool) === null}
              onClick={() => {
                setTouch({ ...touch, tool });
                askDrawing();
              }}
            >
              {sign === null ? text('touch.name.pull') : <i>{sign}</i>}
            </button>
          );
        })}
      </div>
      {obstacle === null ? (
        <>
          <Row
            name={text('touch.widthShort')}
            label={text('touch.width')}
            values={widthsOn(info.layout)}
            value={touch.width}
            shown={(width) => (width === 0 ? text('touch.one') : formatShort(width))}
            onPick={(width) => setTouch({ ...touch, width })}
          />
          {deed === 'force' && <span className="touch-key">{text('touch.forceLine')}</span>}
          {deed === 'kick' && <span className="touch-key">{text('touch.kickLine')}</span>}
          {touch.tool !== 'pull' && (
            <Row
              name={text('touch.strengthShort')}
              label={text('touch.strength')}
              values={STRENGTHS}
              value={touch.strength}
              shown={formatSigned}
              onPick={(strength) => setTouch({ ...touch, strength })}
            />
          )}
        </>
      ) : (
        <>
          <p className="touch-note">{text(obstacle)}</p>
          {obstacle === 'touch.fromData' && info.layout.shape !== 'layers' && (
            <button
              type="button"
              className="touch-tool"
              onClick={() => useLab.getState().askChart('right', 'sample')}
            >
              {text('touch.samples')}
            </button>
          )}
        </>
      )}
      <p className="vh" aria-live="polite">
        {text(obstacle ?? `touch.does.${deed}`)}
      </p>
    </div>
  );
}

interface RowProps {
  readonly name: string;
  readonly label: string;
  readonly values: readonly number[];
  readonly value: number;
  readonly shown: (value: number) => string;
  readonly onPick: (value: number) => void;
}

/** A slider over a few values. */
function Row({ name, label, values, value, shown, onPick }: RowProps): ReactNode {
  const at = nearest(values, value);
  return (
    <label className="touch-row">
      <span>{name}</span>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={shown(values[at])}
        min={0}
        max={values.length - 1}
        step={1}
        value={at}
        onChange={({ currentTarget }) => onPick(values[Number(currentTarget.value)])}
      />
      <output aria-hidden="true">{shown(values[at])}</output>
    </label>
  );
}
