import { useEffect, useRef, type JSX, type KeyboardEvent, type PointerEvent } from 'react';
import { text } from '../../messages/index.ts';
import { drawerHeight, drawerLimits, useCharts } from './chartState.ts';

/** Pixels per press of an arrow key, and of Page Up and Down. */
const STEP = 16;
const LEAP = 64;

function setHeight(wanted: number): void {
  useCharts.setState({ height: drawerHeight(wanted, window.innerHeight) });
}

/** The drawer's upper edge: dragged, or moved by the arrow keys; a double click brings its height back. */
export function DrawerHandle({ height }: { readonly height: number }): JSX.Element {
  const from = useRef<{ readonly y: number; readonly height: number } | null>(null);
  const { min, max } = drawerLimits(window.innerHeight);

  // A smaller window may be lower than the drawer's limit allows.
  useEffect(() => {
    const fit = (): void => {
      const { height: held } = useCharts.getState();
      if (held !== null) setHeight(held);
    };
    window.addEventListener('resize', fit);
    return () => window.removeEventListener('resize', fit);
  }, []);

  const press = (event: KeyboardEvent): void => {
    const targets: Readonly<Record<string, number>> = {
      ArrowUp: height + STEP,
      ArrowDown: height - STEP,
      PageUp: height + LEAP,
      PageDown: height - LEAP,
      Home: min,
      End: max,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    setHeight(target);
  };
  const grab = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { y: event.clientY, height };
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (from.current !== null) setHeight(from.current.height + from.current.y - event.clientY);
  };
  const drop = (): void => {
    from.current = null;
  };
  return (
    <div
      className="drawer-handle"
      // A separator that can be focused is a widget (ARIA 1.2): no element of HTML is one.
      role="separator"
      aria-orientation="horizontal"
      aria-label={text('drawer.resize')}
      aria-valuenow={height}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={drop}
      onDoubleClick={() => useCharts.setState({ height: null })}
    />
  );
}
