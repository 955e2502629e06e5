import { useEffect, useRef } from 'react';
import { useLab, type LabState } from '../store/index.ts';
import { aloneOf } from '../store/pictures.ts';

const isAlone = ({ pictures, maximized }: LabState): boolean => aloneOf(pictures, maximized) !== undefined;

/** Finds the element that had the focus, or the one that was made in its place. */
type Trail = () => HTMLElement | null;

function trailOf(element: Element | null): Trail | null {
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const pane = element.closest<HTMLElement>('[data-pane]')?.dataset.pane;
  const place = pane === undefined ? '' : `[data-pane="${pane}"] `;
  const attributes = ['type', 'aria-label'].flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null ? [] : [`[${name}="${CSS.escape(value)}"]`];
  });
  const selector = `${place}${element.tagName}${attributes.join('')}`;
  return () =>
    element.isConnected
      ? element
      : (document.getElementById(element.id) ?? document.querySelector<HTMLElement>(selector));
}

/**
 * Gives the focus back to where it was before a picture that stands alone came in place of what held it. On the way in
 * its title takes it.
 */
export function usePictureFocus(): void {
  const trail = useRef<Trail | null>(null);
  const alone = useLab(isAlone);
  useEffect(
    () =>
      useLab.subscribe((now, before) => {
        if (!isAlone(now) || isAlone(before)) return;
        trail.current = trailOf(document.activeElement);
      }),
    [],
  );
  useEffect(() => {
    if (alone) return;
    // Where a hand has gone on to something that stays, the focus stays.
    // What leaves on a flight is still there, but out of reach.
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.closest('[inert]') != null)
      trail.current?.()?.focus({ preventScroll: true });
    trail.current = null;
  }, [alone]);
}
