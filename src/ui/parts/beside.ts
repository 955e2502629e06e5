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

/** Area that two boxes share. */
function shared(one: Box, other: Box): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/**
 * The same, but over none of the things that have to stay in sight: beside the anchor, else at the place in the window
 * that covers least of them and is nearest to the anchor.
 *  @param keep  boxes that are not to be covered, the anchor among them where it is one of these
 */
export function placeClear(
  anchor: Box | null,
  size: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
  keep: readonly Box[],
): ReturnType<typeof placeBeside> {
  const beside = placeBeside(anchor, size, view);
  const coveredAt = (left: number, top: number): number => {
    const box = { left, top, right: left + size.width, bottom: top + size.height };
    return keep.reduce((sum, other) => sum + shared(box, other), 0);
  };
  if (coveredAt(beside.left, beside.top) === 0) return beside;
  const along = (room: number, extent: number): number[] =>
    [0, 0.25, 0.5, 0.75, 1].map((part) => EDGE + part * Math.max(0, room - extent - 2 * EDGE));
  const places = along(view.width, size.width).flatMap((left) =>
    along(view.height, size.height).map((top) => ({
      left,
      top,
      covered: coveredAt(left, top),
      away: Math.hypot(left - beside.left, top - beside.top),
    })),
  );
  places.sort((one, other) => one.covered - other.covered || one.away - other.away);
  const [{ left, top, covered }] = places;
  return covered < coveredAt(beside.left, beside.top) ? { left, top, side: 'none' } : beside;
}
