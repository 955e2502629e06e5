import { useEffect, useRef, type RefObject } from 'react';
import { useLab } from '../../store/index.ts';
import type { ChartProps } from '../../store/pictures.ts';
import type { Table } from './figure.ts';
import { readStyle, type ChartStyle, STYLED_BY } from './style.ts';

/** A chart that is one drawing of its own, as a pure function of a size and a ground. */
interface Drawing {
  /** SVG; null where there is nothing to draw. */
  readonly draw: (width: number, height: number, style: ChartStyle) => string | null;
  readonly table: () => Table;
  /** Why nothing can be saved. */
  readonly empty: string;
}

const nobody = (): void => undefined;
/** Least size of a saved picture. */
const SAVED = { width: 800, height: 360 };

/**
 * Keeps a drawing in place, outside React: drawn when something is seen, at a new size and on another ground; and written to
 * files. What it is drawn of is looked at anew whenever its component is.
 */
export function useDrawing(
  host: RefObject<HTMLDivElement | null>,
  { draw, table, empty }: Drawing,
  register: ChartProps['register'],
): void {
  const latest = useRef({ draw, table, empty });
  const dirty = useRef(nobody);
  useEffect(() => {
    latest.current = { draw, table, empty };
    dirty.current();
  });
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    let style = readStyle(element);
    let asked = 0;
    const drawn = (width: number, height: number): string | null =>
      width < 10 || height < 10 ? null : latest.current.draw(width, height, style);
    const put = (): void => {
      asked = 0;
      const svg = drawn(element.clientWidth, element.clientHeight);
      if (svg === null) {
        element.replaceChildren();
        return;
      }
      const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
      element.replaceChildren(document.importNode(parsed.documentElement, true));
    };
    const ask = (): void => {
      if (asked === 0) asked = requestAnimationFrame(put);
    };
    dirty.current = ask;
    const resized = new ResizeObserver(ask);
    resized.observe(element);
    const grounded = new MutationObserver(() => {
      style = readStyle(element);
      ask();
    });
    grounded.observe(document.documentElement, { attributes: true, attributeFilter: STYLED_BY });
    const end = useLab.subscribe((state, before) => {
      if (state.seen !== before.seen) ask();
    });
    ask();
    register({
      table: () => latest.current.table(),
      drawing(size) {
        const width = size?.width ?? Math.max(SAVED.width, element.clientWidth);
        const height = size?.height ?? Math.max(SAVED.height, element.clientHeight);
        const svg = drawn(width, height);
        if (svg === null) throw new Error(latest.current.empty);
        return { svg, width, height, ground: style.ground };
      },
    });
    return () => {
      register(null);
      cancelAnimationFrame(asked);
      resized.disconnect();
      grounded.disconnect();
      end();
      dirty.current = nobody;
    };
  }, [host, register]);
}
