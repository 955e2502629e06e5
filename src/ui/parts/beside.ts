/** Edges of an element in the window, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const GAP = 12;
const EDGE = 8;

/**
 * Where a popover stands beside its anchor: right of it, else left, else above, else below; held inside the window.
 *  @param anchor  null puts it in the middle of the lower third
 */
export function placeBeside(
  anchor: Box | null,
  size: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
): {
  readonly left: number;
  readonly top: number;
  readonly side: 'right' | 'left' | 'above' | 'below' | 'none';
} {
  const hold = (at: number, extent: number, room: number): number =>
    Math.max(EDGE, Math.min(at, room - extent - EDGE));
  if (anchor === null) {
    return {
      left: hold((view.width - size.width) / 2, size.width, view.width),
      top: hold((2 * view.height) / 3, size.height, view.height),
      side: 'none',
    };
  }
  const middleX = hold((anchor.left + anchor.right - size.width) / 2, size.width, view.width);
  const middleY = hold((anchor.top + anchor.bottom - size.height) / 2, size.height, view.height);
  if (
    anchor.right + GAP + size.width + EDGE <= view.width &&
    anchor.top > 0 &&
    anchor.bottom < view.height - 60
  ) {
    return { left: anchor.right + GAP, top: middleY, side: 'right' };
  }
  const above = anchor.top - GAP - size.height;
  if (above >= EDGE) return { left: middleX, top: above, side: 'above' };
  const below = anchor.bottom + GAP;
  if (below + size.height + EDGE <= view.height) return { left: middleX, top: below, side: 'below' };
  return { left: hold(anchor.left - GAP - size.width, size.width, view.width), top: middleY, side: 'left' };
}
