/**
 * Lets go of what a pointer holds where its release can never be heard: a frame is not always told of what happens
 * outside it. A press whose window loses the focus, or whose pointer comes back without a button, is cancelled.
 */
export function releaseLostDrags(page: Window): void {
  let held: { readonly target: EventTarget; readonly press: PointerEvent } | null = null;
  const cancel = (): void => {
    if (held === null) return;
    const { target, press } = held;
    held = null;
    const { pointerId, pointerType, isPrimary } = press;
    target.dispatchEvent(
      new PointerEvent('pointercancel', { pointerId, pointerType, isPrimary, bubbles: true }),
    );
  };
  const capture = { capture: true, passive: true };
  page.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType === 'mouse' && event.target !== null)
        held = { target: event.target, press: event };
    },
    capture,
  );
  for (const end of ['pointerup', 'pointercancel'] as const) {
    page.addEventListener(end, () => (held = null), capture);
  }
  for (const move of ['pointermove', 'pointerover'] as const) {
    page.addEventListener(
      move,
      (event) => {
        if (event.pointerType === 'mouse' && event.buttons === 0) cancel();
      },
      capture,
    );
  }
  page.addEventListener('blur', cancel);
}
