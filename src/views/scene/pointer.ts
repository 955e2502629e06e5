import { useLab } from '../../store/index.ts';
import type { Rig } from './rig.ts';

/** Pixels that a press may wander and still be a click. */
const CLICK_REACH = 4;

/**
 * Ties pointer and keys of a pane to the store: hovering links a synapse, a click keeps it, Page Up and
 * Page Down walk through the weights, Escape lets go; all other keys move the camera.
 */
export function listenToPointer(
  element: HTMLElement,
  rig: Rig,
  pick: (x: number, y: number) => number,
): () => void {
  let request = 0;
  let x = 0;
  let y = 0;
  let pressedX = NaN;
  let pressedY = NaN;

  const at = (event: PointerEvent): void => {
    const box = element.getBoundingClientRect();
    x = event.clientX - box.left;
    y = event.clientY - box.top;
  };
  const weightHere = (): number | null => {
    const weight = pick(x, y);
    return weight < 0 ? null : weight;
  };
  const look = (): void => {
    request = 0;
    const weight = weightHere();
    element.style.cursor = weight === null ? '' : 'pointer';
    if (weight !== useLab.getState().hovered) useLab.getState().hover(weight);
  };
  const onMove = (event: PointerEvent): void => {
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    at(event);
    if (request === 0) request = requestAnimationFrame(look);
  };
  const onLeave = (): void => {
    cancelAnimationFrame(request);
    request = 0;
    if (useLab.getState().hovered !== null) useLab.getState().hover(null);
  };
  const onDown = (event: PointerEvent): void => {
    pressedX = event.clientX;
    pressedY = event.clientY;
  };
  const onUp = (event: PointerEvent): void => {
    const wandered = Math.hypot(event.clientX - pressedX, event.clientY - pressedY);
    if (!(wandered <= CLICK_REACH) || event.button !== 0) return;
    at(event);
    const weight = weightHere();
    const lab = useLab.getState();
    lab.select(weight === lab.selected ? null : weight);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== element) return;
    const answered = walk(event.key) || rig.key(event);
    if (!answered) return;
    event.preventDefault();
    event.stopPropagation();
  };

  element.addEventListener('pointermove', onMove);
  element.addEventListener('pointerleave', onLeave);
  element.addEventListener('pointerdown', onDown);
  element.addEventListener('pointerup', onUp);
  element.addEventListener('keydown', onKey);
  return () => {
    cancelAnimationFrame(request);
    element.removeEventListener('pointermove', onMove);
    element.removeEventListener('pointerleave', onLeave);
    element.removeEventListener('pointerdown', onDown);
    element.removeEventListener('pointerup', onUp);
    element.removeEventListener('keydown', onKey);
  };
}

/** Chooses the next or previous weight, or none. @returns whether the key meant that */
function walk(key: string): boolean {
  const lab = useLab.getState();
  const { info, selected } = lab;
  if (key === 'Escape') {
    if (selected === null) return false;
    lab.select(null);
    return true;
  }
  const by = key === 'PageUp' ? 1 : key === 'PageDown' ? -1 : 0;
  if (by === 0 || info === null) return false;
  const count = info.tracks[0].weightCount;
  lab.select(selected === null ? 0 : (selected + by + count) % count);
  return true;
}
