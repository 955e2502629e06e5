import { useEffect, type RefObject } from 'react';

/** Part of the row that is left free beside what is brought into sight, so that its neighbour shows and can be clicked. */
const ROOM = 0.15;

/** Brings a tab of a row into sight. Scrolls the row alone, never the page. */
function bringIntoSight(row: HTMLElement, tab: HTMLElement): void {
  const room = ROOM * row.clientWidth;
  const left = tab.offsetLeft - row.offsetLeft - room;
  const right = left + tab.offsetWidth + 2 * room;
  if (left < row.scrollLeft) row.scrollLeft = left;
  else if (right > row.scrollLeft + row.clientWidth) row.scrollLeft = right - row.clientWidth;
}

/** Writes at which ends of a row more is hidden; styles fade those ends. */
function tellHidden(row: HTMLElement): void {
  const { scrollLeft, scrollWidth, clientWidth } = row;
  const start = scrollLeft > 1;
  const end = scrollLeft < scrollWidth - clientWidth - 1;
  row.dataset.hidden = start && end ? 'both' : start ? 'start' : end ? 'end' : 'none';
}

/**
 * Keeps a row of tabs that may be wider than its room usable: the selected one stays in sight, hidden ends are
 * told (`data-hidden`: none, start, end, both), and the mouse's wheel turns it.
 *  @param selected  id of the element of the selected tab
 */
export function useOverflow(reference: RefObject<HTMLElement | null>, selected: string): void {
  useEffect(() => {
    const row = reference.current;
    if (row === null) return;
    const tell = (): void => tellHidden(row);
    const turn = (event: WheelEvent): void => {
      // A wheel has one way only; a touchpad moves sideways by itself.
      if (event.deltaX !== 0 || row.scrollWidth <= row.clientWidth) return;
      const before = row.scrollLeft;
      row.scrollLeft += event.deltaY;
      // At its end the wheel is the page's again.
      if (row.scrollLeft !== before) event.preventDefault();
    };
    // Called at once, when it begins to observe, and at every change of the row's room.
    const resized = new ResizeObserver(() => {
      const tab = document.getElementById(selected);
      if (tab !== null) bringIntoSight(row, tab);
      tell();
    });
    resized.observe(row);
    row.addEventListener('scroll', tell, { passive: true });
    row.addEventListener('wheel', turn, { passive: false });
    return () => {
      resized.disconnect();
      row.removeEventListener('scroll', tell);
      row.removeEventListener('wheel', turn);
    };
  }, [reference, selected]);
}
