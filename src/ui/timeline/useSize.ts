import { useLayoutEffect, useState, type RefObject } from 'react';

/** Small type (tokens.css, --type-1), until it is measured. */
const SMALL_TYPE = 12;

/** Size of an element and of its type in CSS pixels, as the element changes its size. */
export function useSize(host: RefObject<HTMLElement | null>): {
  readonly width: number;
  readonly height: number;
  readonly type: number;
} {
  const [size, setSize] = useState({ width: 0, height: 0, type: SMALL_TYPE });
  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      const type = Number.parseFloat(getComputedStyle(element).fontSize) || SMALL_TYPE;
      setSize((old) =>
        old.width === width && old.height === height && old.type === type ? old : { width, height, type },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [host]);
  return size;
}
