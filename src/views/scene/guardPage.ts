/**
 * Leaves wheel and fingers to the page until the picture has the focus: in an article nobody is trapped over it. A press,
 * a tap or Tab gives the focus. At the top of a window there is nothing to scroll by finger, so there it turns at once.
 *  Ctrl with the wheel, or two fingers on a touchpad, zoom a picture in an article at once, as in maps.
 *  @param taken  called for a wheel that the picture takes
 *  @returns      a function that ends it
 */
export function guardPage(element: HTMLElement, taken: () => void): () => void {
  // A page inside another keeps its active element when the hand goes outside.
  const held = (): boolean => document.hasFocus() && element.contains(document.activeElement);
  const framed = window.parent !== window;
  const waiting = framed ? 'pan-y' : 'none';
  const take = (): void => void (element.style.touchAction = 'none');
  const leave = (): void => void (element.style.touchAction = waiting);
  const wheel = (event: WheelEvent): void => {
    if (held() || (framed && event.ctrlKey)) taken();
    else event.stopImmediatePropagation();
  };
  const press = (): void => element.focus({ preventScroll: true });
  leave();
  // Before the camera's own listener on the same element.
  element.addEventListener('wheel', wheel, { capture: true, passive: true });
  element.addEventListener('pointerdown', press);
  element.addEventListener('focusin', take);
  element.addEventListener('focusout', leave);
  return () => {
    element.removeEventListener('wheel', wheel, true);
    element.removeEventListener('pointerdown', press);
    element.removeEventListener('focusin', take);
    element.removeEventListener('focusout', leave);
  };
}
