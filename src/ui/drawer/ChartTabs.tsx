import { useRef, type JSX, type KeyboardEvent } from 'react';
import { text } from '../../messages/index.ts';
import { nextTab } from '../parts/rovingTabs.ts';
import { useOverflow } from '../parts/useOverflow.ts';
import type { ChartPicture } from '../pictures.ts';
import { chooseChart, type SlotName } from './chartState.ts';

interface ChartTabsProps {
  readonly slot: SlotName;
  readonly offered: readonly ChartPicture[];
  readonly current: string;
  /** Id of the element that holds the chart. */
  readonly panel: string;
}

/** Tabs of a slot: arrow keys go round them, Home and End to their ends; what gets the focus is shown. */
export function ChartTabs({ slot, offered, current, panel }: ChartTabsProps): JSX.Element {
  const row = useRef<HTMLDivElement>(null);
  const idOf = (chart: string): string => `${panel}-${chart}`;
  useOverflow(row, idOf(current));
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const at = offered.findIndex(({ id }) => id === current);
    const next = nextTab(event.key, at, offered.length);
    if (next === null) return;
    event.preventDefault();
    chooseChart(slot, offered[next].id);
    // The row brings the tab into sight by itself, with its neighbours.
    document.getElementById(idOf(offered[next].id))?.focus({ preventScroll: true });
  };
  return (
    <div
      ref={row}
      className="chart-tabs"
      role="tablist"
      aria-label={text(slot === 'right' ? 'drawer.tabsRight' : 'drawer.tabs')}
      tabIndex={-1}
      onKeyDown={move}
    >
      {offered.map(({ id, name, help }) => (
        <button
          key={id}
          id={idOf(id)}
          type="button"
          role="tab"
          aria-selected={id === current}
          aria-controls={id === current ? panel : undefined}
          tabIndex={id === current ? 0 : -1}
          data-tip={text(help)}
          onClick={() => chooseChart(slot, id)}
        >
          {text(name)}
        </button>
      ))}
    </div>
  );
}
