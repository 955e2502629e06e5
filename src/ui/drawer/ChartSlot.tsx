import { Maximize2, Minimize2 } from 'lucide-react';
import { useCallback, useEffect, useId, useState, type JSX, type ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { Part } from '../parts/Part.tsx';
import type { ChartExporter, ChartPicture } from '../pictures.ts';
import { maximizeChart, useCharts, type SlotName } from './chartState.ts';
import { ChartTabs } from './ChartTabs.tsx';
import { askedChart, preferredChart } from './preferred.ts';
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
      name={text(chart.title)}
      place="pane"
      fallback={<p className="loading">{text('chart.loading')}</p>}
    >
      <View register={register} />
    </Part>
  );
}

/** The chart of a slot: the chosen one while it is offered, else the one that the run asks for, or that suits it. */
export function useChart(offered: readonly ChartPicture[], slot: SlotName): ChartPicture {
  const chosen = useCharts((state) => state.chosen[slot]);
  const asked = useLab((state) => askedChart(state.askedCharts, slot));
  const preferred = useLab(({ info }) => preferredChart(offered, slot, info));
  const find = (wanted: string | null): ChartPicture | undefined => offered.find(({ id }) => id === wanted);
  return find(chosen) ?? find(asked) ?? find(preferred) ?? offered[0];
}

/** What can be saved of a chart while it stands. A chart that goes takes back its own alone, whenever it says so. */
export function useExporter(
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
  readonly offered: readonly ChartPicture[];
  /** Tools after the slot's own. */
  readonly children?: ReactNode;
}

/** One chart with its tabs and tools. */
export function ChartSlot({ slot, offered, children }: ChartSlotProps): JSX.Element {
  const panel = useId();
  const maximized = useCharts((state) => state.maximized === slot);
  const chart = useChart(offered, slot);
  const [exporter, register] = useExporter(chart.id);
  useEscape(maximized);
  return (
    <div className={maximized ? 'chart-slot maximized' : 'chart-slot'} data-slot={slot}>
      <header>
        <ChartTabs slot={slot} offered={offered} current={chart.id} panel={panel} />
        <div className="chart-tools">
          <SaveMenu chart={chart.id} exporter={exporter} />
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
