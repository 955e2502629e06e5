import { useLab } from '../../store/index.ts';
import { CLICK_REACH, listenToGrips, type Grips } from './grip.ts';
import type { Rig } from './rig.ts';
import { sameTarget, weightOf, type Target } from './target.ts';

/** What pointer and keys of a pane act on besides the store. */
export interface Hand {
  pick(x: number, y: number): Target | null;
  /** What a drag holds instead of turning the camera; null: nothing. */
  readonly grips: Grips | null;
  /** Takes a click on a target for itself. @returns whether it did */
  press(target: Target): boolean;
  /** Whether Enter shows the source of the chosen weight. */
  readonly sources: boolean;
  /** What was chosen in this pane besides a weight. */
  readonly pinned: Target | null;
  /** A source, coupling or neuron is under the pointer. */
  point(target: Target | null): void;
  pin(target: Target | null): void;
}

/**
 * Ties pointer and keys of a pane to the store: hovering links a synapse, a click or tap keeps it, Page Up and
 * Page Down walk through the weights, Enter shows the chosen one's source, Escape lets go; what can be held is
 * held (grip.ts); all other keys and drags move the camera.
 */
export function listenToPointer(element: HTMLElement, rig: Rig, hand: Hand): () => void {
  let request = 0;
  let x = 0;
  let y = 0;
  let pressedX = NaN;
  let pressedY = NaN;
  let pointed: Target | null = null;

  const at = (event: PointerEvent): void => {
    const box = element.getBoundingClientRect();
    x = event.clientX - box.left;
    y = event.clientY - box.top;
  };
  const pointAt = (target: Target | null): void => {
    const reached = hand.grips?.reaches(x, y) === true;
    element.style.cursor = reached ? (hand.grips?.cursors[0] ?? '') : target === null ? '' : 'pointer';
    const weight = weightOf(target);
    if (weight !== useLab.getState().hovered) useLab.getState().hover(weight);
    const other = target?.kind === 'weight' ? null : target;
    if (sameTarget(other, pointed)) return;
    pointed = other;
    hand.point(other);
  };
  const look = (): void => {
    request = 0;
    pointAt(hand.pick(x, y));
  };
  const onMove = (event: PointerEvent): void => {
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    at(event);
    if (request === 0) request = requestAnimationFrame(look);
  };
  const onLeave = (): void => {
    cancelAnimationFrame(request);
    request = 0;
    if (!gripping.holding()) pointAt(null);
  };
  const onDown = (event: PointerEvent): void => {
    pressedX = event.clientX;
    pressedY = event.clientY;
  };
  const onUp = (event: PointerEvent): void => {
    const wandered = Math.hypot(event.clientX - pressedX, event.clientY - pressedY);
    if (!(wandered <= CLICK_REACH) || event.button !== 0) return;
    at(event);
    const target = hand.pick(x, y);
    if (target === null || !hand.press(target)) choose(target, hand);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== element) return;
    const answered = answer(event.key, hand) || rig.key(event);
    if (!answered) return;
    event.preventDefault();
    event.stopPropagation();
  };

  // Before a grip keeps the press from the camera: one that does not wander is a click.
  element.addEventListener('pointerdown', onDown, true);
  const gripping = listenToGrips(
    element,
    () => hand.grips,
    (holding) => {
      element.style.cursor = holding ? (hand.grips?.cursors[1] ?? '') : '';
      if (holding) pressedX = NaN;
    },
  );
  element.addEventListener('pointermove', onMove);
  element.addEventListener('pointerleave', onLeave);
  element.addEventListener('pointerup', onUp);
  element.addEventListener('keydown', onKey);
  return () => {
    cancelAnimationFrame(request);
    gripping.end();
    element.removeEventListener('pointermove', onMove);
    element.removeEventListener('pointerleave', onLeave);
    element.removeEventListener('pointerdown', onDown, true);
    element.removeEventListener('pointerup', onUp);
    element.removeEventListener('keydown', onKey);
  };
}

/** A click: what was chosen already is let go, and so is everything by a click on nothing. */
function choose(target: Target | null, hand: Hand): void {
  const lab = useLab.getState();
  const other = target?.kind === 'weight' ? null : target;
  const again = sameTarget(other, hand.pinned) && (other !== null || weightOf(target) === lab.selected);
  hand.pin(again ? null : other);
  const weight = weightOf(target);
  // Bonds and neurons stand beside the chosen weight; they do not take its place.
  if (target === null || weight !== null) lab.select(again ? null : weight);
}

/** Keys that choose. @returns whether the key meant that */
function answer(key: string, hand: Hand): boolean {
  const lab = useLab.getState();
  const { info, selected } = lab;
  if (key === 'Escape') {
    if (selected === null && hand.pinned === null) return false;
    hand.pin(null);
    lab.select(null);
    return true;
  }
  if (key === 'Enter') {
    if (selected === null || !hand.sources) return false;
    const source: Target = { kind: 'source', index: selected };
    hand.pin(sameTarget(source, hand.pinned) ? null : source);
    return true;
  }
  const by = key === 'PageUp' ? 1 : key === 'PageDown' ? -1 : 0;
  if (by === 0 || info === null) return false;
  const count = info.tracks[0].weightCount;
  lab.select(selected === null ? 0 : (selected + by + count) % count);
  return true;
}
