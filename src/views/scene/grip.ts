/** A hand that holds something of a picture: it moves with the pointer, or by keys, until it is let go. */
export interface Grip {
  /** Whether a press that does not wander is meant, too, and is no click. */
  readonly dabs: boolean;
  /** To a pixel of the pane. */
  move(x: number, y: number): void;
  /** Lets go: what was held becomes the run's. */
  drop(): void;
  /** Gives up: nothing was done. */
  cancel(): void;
}

/** What a picture lets a hand hold. */
export interface Grips {
  /** How the pointer looks where a press would take hold, and while it holds. */
  readonly cursors: readonly [free: string, holding: string];
  /** Whether a press at a pixel would take hold. */
  reaches(x: number, y: number): boolean;
  /** @returns null where there is nothing to hold, and the camera turns */
  take(x: number, y: number): Grip | null;
  /** Answers a key that raises, lowers or lets go. @returns whether it meant something */
  key(event: KeyboardEvent): boolean;
  /** The focus leaves: what keys hold is given up. */
  leave(): void;
}

/** Pixels that a press may wander and still be a click. */
export const CLICK_REACH = 4;

/**
 * Ties a pointer to what can be held. A press on nothing that can, or with Shift, is left to the camera; a press that does
 * not wander is a click. Released outside the window it lets go all the same; Escape, a second finger, and a browser that
 * takes the finger for scrolling give up.
 *  @param tell  called when a hold begins and ends
 */
export function listenToGrips(
  element: HTMLElement,
  grips: () => Grips | null,
  tell: (holding: boolean) => void,
): { readonly holding: () => boolean; readonly end: () => void } {
  let held: {
    grip: Grip;
    pointer: number;
    x: number;
    y: number;
    wandered: boolean;
    press: PointerEvent;
  } | null = null;
  let handing = false;

  const over = (): Grip | null => {
    const { grip, pointer } = held ?? {};
    held = null;
    if (pointer !== undefined && element.hasPointerCapture(pointer)) element.releasePointerCapture(pointer);
    if (grip !== undefined) tell(false);
    return grip ?? null;
  };
  const at = (event: PointerEvent): readonly [number, number] => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const down = (event: PointerEvent): void => {
    if (handing) return;
    if (held !== null) {
      // With a second finger both are the camera's, which has not heard of the first.
      const { press } = held;
      over()?.cancel();
      handing = true;
      press.target?.dispatchEvent(new PointerEvent(press.type, press));
      handing = false;
      return;
    }
    if (event.button !== 0 || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const grip = grips()?.take(...at(event)) ?? null;
    if (grip === null) return;
    // The camera stands still; the focus comes as with any press.
    event.stopImmediatePropagation();
    element.focus({ preventScroll: true });
    element.setPointerCapture(event.pointerId);
    held = {
      grip,
      pointer: event.pointerId,
      x: event.clientX,
      y: event.clientY,
      wandered: grip.dabs,
      press: event,
    };
    if (grip.dabs) tell(true);
  };
  const move = (event: PointerEvent): void => {
    if (held === null || event.pointerId !== held.pointer) return;
    event.stopImmediatePropagation();
    if (event.buttons === 0) {
      up(event);
      return;
    }
    if (!held.wandered) {
      if (Math.hypot(event.clientX - held.x, event.clientY - held.y) <= CLICK_REACH) return;
      held.wandered = true;
      tell(true);
    }
    held.grip.move(...at(event));
  };
  const up = (event: PointerEvent): void => {
    if (held === null || event.pointerId !== held.pointer) return;
    const { wandered } = held;
    const grip = over();
    if (!wandered) {
      grip?.cancel();
      return;
    }
    grip?.drop();
  };
  const cancel = (event: PointerEvent): void => {
    if (held !== null && event.pointerId === held.pointer) over()?.cancel();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.target !== element) return;
    const isMeant = held === null ? (grips()?.key(event) ?? false) : event.key === 'Escape';
    if (!isMeant) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    over()?.cancel();
  };
  const leave = (): void => grips()?.leave();

  const ended = new AbortController();
  const { signal } = ended;
  const capture = { capture: true, signal };
  element.addEventListener('pointerdown', down, capture);
  element.addEventListener('pointermove', move, capture);
  element.addEventListener('pointerup', up, capture);
  element.addEventListener('pointercancel', cancel, capture);
  element.addEventListener('lostpointercapture', cancel, capture);
  element.addEventListener('keydown', key, capture);
  element.addEventListener('focusout', leave, { signal });
  return {
    holding: () => held?.wandered === true,
    end() {
      over()?.cancel();
      ended.abort();
    },
  };
}
