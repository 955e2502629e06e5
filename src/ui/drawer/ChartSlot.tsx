import { Maximize2, Minimize2, ZoomIn } from 'lucide-react';
import { useCallback, useEffect, useId, useState, type JSX, type ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import type { ChartExporter, ChartPicture } from '../../store/pictures.ts';
import { Part } from '../parts/Part.tsx';
import { ChartChooser } from './ChartChooser.tsx';
import type { SlotName } from '../../store/screenKeys.ts';
import { exploreChart, maximizeChart, useCharts } from './chartState.ts';
import { ChartTabs } from './ChartTabs.tsx';
import type { RunCharts } from './runCharts.ts';
import { SaveMenu } from './SaveMenu.tsx';

interface ChartViewProps {
  readonly chart: ChartPicture;
  readonly register: (exporter: ChartExporter | null) => void;
}

/** A chart on its way, standing, or at fault. */
export function ChartView({ chart, register }: ChartViewProps): JSX.Element {
  const { View } = chart;
  return (
    <Part
      key={chart.id}
      name={text(chart.name)}
      place="pane"
      fallback={<p className="loading">{text('chart.loading')}</p>}
    >
      <View register={register} />
    </Part>
  );
}

/** What can be saved of a chart while it stands. A chart that goes takes back its own alone, whenever it says so. */
function useExporter(
  chart: string,
): readonly [ChartExporter | null, (exporter: ChartExporter | null) => void] {
  const [held, setHeld] = useState<{ readonly chart: string; readonly exporter: ChartExporter } | null>(null);
  const register = useCallback(
    (exporter: ChartExporter | null) =>
      setHeld((before) => {
        if (exporter !== null) return { chart, exporter };
        return before?.chart === chart ? null : before;
      }),
    [chart],
  );
  return [held?.chart === chart ? held.exporter : null, register];
}

/** Escape makes a chart small again, before it reaches the pictures. */
function useEscape(maximized: boolean): void {
  useEffect(() => {
    if (!maximized) return;
    const press = (event: KeyboardEvent): void => {
      // An open menu takes the key first.
      if (event.key !== 'Escape' || document.querySelector(':popover-open, dialog[open]') !== null) return;
      event.preventDefault();
      maximizeChart(null);
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [maximized]);
}

interface ChartSlotProps {
  readonly slot: SlotName;
  readonly charts: RunCharts;
  /** Whether it can cover the pictures. */
  readonly grows?: boolean;
  /** Tools after the slot's own. */
  readonly children?: ReactNode;
}

/** One chart with its tabs, the list of all, and its tools. */
export function ChartSlot({ slot, charts, grows = true, children }: ChartSlotProps): JSX.Element {
  const panel = useId();
  const maximized = useCharts((state) => state.maximized === slot);
  const chart = charts.find(charts.shown[slot]);
  const [exporter, register] = useExporter(chart.id);
  const explore = exporter?.explore;
  useEscape(maximized);
  const home = charts.home(slot);
  // A chart from the other slot has a tab here for as long as it is shown here.
  const tabs = home.includes(chart) ? home : [...home, chart];
  return (
    <div className={maximized ? 'chart-slot maximized' : 'chart-slot'} data-slot={slot}>
      <header>
        <ChartTabs
          slot={slot}
          charts={tabs}
          current={chart.id}
          panel={panel}
          onChoose={(id) => charts.choose(slot, id)}
        />
        <div className="chart-tools">
          <ChartChooser slot={slot} charts={charts} />
          {explore === undefined ? null : (
            <button
              type="button"
              className="icon-button"
              aria-label={text('drawer.explore')}
              aria-haspopup="dialog"
              data-tip={text('drawer.explore')}
              onClick={() => exploreChart({ chart, explore })}
            >
              <ZoomIn aria-hidden="true" />
            </button>
          )}
          <SaveMenu chart={chart} exporter={exporter} />
          {grows ? (
            <button
              type="button"
              className="icon-button"
              aria-label={text(maximized ? 'drawer.restore' : 'drawer.maximize')}
              aria-pressed={maximized}
              data-tip={text(maximized ? 'drawer.restore' : 'drawer.maximize')}
              onClick={() => maximizeChart(maximized ? null : slot)}
            >
              {maximized ? <Minimize2 aria-hidden="true" /> : <Maximize2 aria-hidden="true" />}
            </button>
          ) : null}
          {children}
        </div>
      </header>
      <div
        id={panel}
        className="plot"
        role="tabpanel"
        tabIndex={0}
        aria-labelledby={`${panel}-${chart.id}`}
        data-chart={chart.id}
      >
        <ChartView chart={chart} register={register} />
      </div>
    </div>
  );
}
