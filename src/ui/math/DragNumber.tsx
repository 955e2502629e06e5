import { useRef, type JSX, type KeyboardEvent, type PointerEvent } from 'react';
import { formatNumber } from '../../messages/format.ts';
import { useLab } from '../../store/index.ts';
import type { NumericDeclaration } from '../controls/types.ts';
import type { ParameterHandle } from '../controls/useParameter.ts';
import type { Hands } from './hands.ts';
import { KEY_STEPS } from '../controls/keySteps.ts';
import { slid } from './slide.ts';

interface DragNumberProps {
  readonly hands: Hands;
  readonly name: string;
  /** Class of its colour, where its letter has one. */
  readonly look: string;
  readonly declaration: NumericDeclaration;
  readonly handle: ParameterHandle<unknown>;
  readonly value: number;
}

/** A number in an equation that moves as its slider does: dragged sideways, or moved by the arrow keys; the same command as its row. */
export function DragNumber({ hands, name, look, declaration, handle, value }: DragNumberProps): JSX.Element {
  const { scaleOf, stepFrom, fromSlider, sliderRange, toSlider } = hands;
  const scale = scaleOf(declaration);
  const hold = useRef<{ readonly x: number; readonly from: number; last: number } | null>(null);
  const down = (event: PointerEvent<HTMLSpanElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    useLab.getState().grab();
    hold.current = { x: event.clientX, from: toSlider(scale, value), last: value };
  };
  const move = (event: PointerEvent<HTMLSpanElement>): void => {
    const held = hold.current;
    if (held === null) return;
    const next = fromSlider(scale, slid(sliderRange(scale), held.from, event.clientX - held.x));
    if (next === held.last) return;
    held.last = next;
    handle.move(next);
  };
  const up = (): void => {
    hold.current = null;
    handle.release();
  };
  const press = (event: KeyboardEvent<HTMLSpanElement>): void => {
    const { key } = event;
    const steps = KEY_STEPS[key] ?? 0;
    if (key === 'Home') handle.commit(scale.min);
    else if (key === 'End') handle.commit(scale.max);
    else if (steps !== 0) {
      let next = value;
      for (let n = 0; n < Math.abs(steps); n++) next = stepFrom(declaration, next, steps > 0 ? 1 : -1);
      handle.commit(next);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span
      role="spinbutton"
      tabIndex={0}
      className={`drag-number ${look}`}
      aria-label={name}
      aria-valuemin={scale.min}
      aria-valuemax={Math.max(scale.max, value)}
      aria-valuenow={value}
      aria-valuetext={formatNumber(value)}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onKeyDown={press}
    >
      {formatNumber(value)}
    </span>
  );
}
