import { useLayoutEffect, useRef, useState, type JSX, type KeyboardEvent, type RefObject } from 'react';
import { text } from '../../messages/index.ts';
import type { ChartPicture } from '../../store/pictures.ts';
import { nextTab } from '../parts/rovingTabs.ts';
import type { SlotName } from '../../store/screenKeys.ts';
import { fittingTabs } from './shown.ts';

interface ChartTabsProps {
  readonly slot: SlotName;
  /** Charts that have a tab where there is room, the most fitting first. */
  readonly charts: readonly ChartPicture[];
  readonly current: string;
  /** Id of the element that holds the chart. */
  readonly panel: string;
  readonly onChoose: (id: string) => void;
}

/** Room of a row and widths of its tabs, pixels. */
interface Measured {
  readonly names: string;
  readonly room: number;
  readonly gap: number;
  readonly widths: readonly number[];
}

/** Measures the row and, by a ruler that nobody sees, each of its tabs; again when type, ground or window change. */
function useMeasured(
  row: RefObject<HTMLElement | null>,
  ruler: RefObject<HTMLElement | null>,
  names: string,
): Measured | null {
  const [measured, setMeasured] = useState<Measured | null>(null);
  useLayoutEffect(() => {
    const [space, rule] = [row.current, ruler.current];
    if (space === null || rule === null) return;
    const measure = (): void =>
      setMeasured({
        names,
        room: space.clientWidth,
        gap: Number.parseFloat(getComputedStyle(space).columnGap),
        widths: [...rule.children].map((child) => child.getBoundingClientRect().width),
      });
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(space);
    resized.observe(rule);
    return () => resized.disconnect();
  }, [row, ruler, names]);
  return measured?.names === names ? measured : null;
}

/**
 * Tabs of a slot, as many as there is room for: arrow keys go round them, Home and End to their ends; what gets the
 * focus is shown. All others are in the list beside them.
 */
export function ChartTabs({ slot, charts, current, panel, onChoose }: ChartTabsProps): JSX.Element {
  const row = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLDivElement>(null);
  const measured = useMeasured(row, ruler, charts.map(({ id }) => id).join());
  const at = charts.findIndex(({ id }) => id === current);
  // Before the first paint all stand there, to be measured.
  const tabs =
    measured === null
      ? charts
      : fittingTabs(measured.widths, measured.gap, measured.room, at).map((index) => charts[index]);
  const idOf = (chart: string): string => `${panel}-${chart}`;
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const from = tabs.findIndex(({ id }) => id === current);
    const next = nextTab(event.key, from, tabs.length);
    if (next === null) return;
    event.preventDefault();
    onChoose(tabs[next].id);
    document.getElementById(idOf(tabs[next].id))?.focus();
  };
  return (
    <>
      <div
        ref={row}
        className="chart-tabs"
        role="tablist"
        aria-label={text(slot === 'right' ? 'drawer.tabsRight' : 'drawer.tabs')}
        tabIndex={-1}
        onKeyDown={move}
      >
        {tabs.map(({ id, name, help }) => (
          <button
            key={id}
            id={idOf(id)}
            type="button"
            role="tab"
            aria-selected={id === current}
            aria-controls={id === current ? panel : undefined}
            tabIndex={id === current ? 0 : -1}
            data-tip-message={help}
            onClick={() => onChoose(id)}
          >
            {text(name)}
          </button>
        ))}
      </div>
      <div ref={ruler} className="chart-ruler" aria-hidden="true">
        {charts.map(({ id, name }) => (
          <span key={id}>{text(name)}</span>
        ))}
      </div>
    </>
  );
}
