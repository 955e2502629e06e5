import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useMemo, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { commandOf } from '../commands.ts';
import { useLayoutMode } from '../layoutMode.ts';
import type { ChartPicture } from '../pictures.ts';
import { ChartSlot } from './ChartSlot.tsx';
import { drawerHeight, maximizeChart, useCharts } from './chartState.ts';
import { DrawerHandle } from './DrawerHandle.tsx';
import { offeredCharts } from './preferred.ts';
import { liesOver, standardHeight } from './useDrawer.ts';

interface DrawerProps {
  readonly charts: readonly ChartPicture[];
  /** Height of pictures and drawer together, pixels. */
  readonly stage: number;
}

/** The drawer under the pictures: two charts beside each other, one where there is less room, or one line when closed. */
export function Drawer({ charts: all, stage }: DrawerProps): JSX.Element {
  const info = useLab((state) => state.info);
  const charts = useMemo(() => offeredCharts(all, info), [all, info]);
  const open = useLab((state) => state.drawerOpen);
  const ground = useLab((state) => state.ground);
  const mode = useLayoutMode();
  const maximized = useCharts((state) => state.maximized);
  const held = useCharts((state) => state.height);
  const two = mode === 'wide' || mode === 'medium';
  const command = commandOf('drawer');
  const name = text(command.label());
  // A closed drawer, and another arrangement, find the pictures uncovered; so does what takes the drawer's place.
  const lost = maximized !== null && (!open || (maximized === 'single') === two);
  useEffect(() => {
    if (lost) maximizeChart(null);
  }, [lost]);
  useEffect(() => () => maximizeChart(null), []);
  const toggle = (
    <button
      type="button"
      className="icon-button"
      aria-label={name}
      aria-expanded={open}
      data-tip={`${name} (D)`}
      onClick={command.run}
    >
      {open ? <ChevronDown aria-hidden="true" /> : <ChevronUp aria-hidden="true" />}
    </button>
  );
  if (!open) {
    return (
      <section className="drawer closed" aria-label={text('drawer.name')}>
        <header>
          <h2>{text('drawer.name')}</h2>
          <span className="gloss">{charts.map((chart) => text(chart.name)).join(' · ')}</span>
          {toggle}
        </header>
      </section>
    );
  }
  const height = drawerHeight(held ?? standardHeight(ground), window.innerHeight);
  const over = maximized === null && liesOver(stage, height, window.innerHeight);
  const offered = (slot: 'left' | 'right'): readonly ChartPicture[] =>
    charts.filter((chart) => chart.slot === slot);
  return (
    <section
      className={maximized !== null ? 'drawer covering' : over ? 'drawer over' : 'drawer'}
      aria-label={text('drawer.name')}
      style={over ? { height, marginTop: `calc(var(--drawer-closed) - ${height}px)` } : { height }}
    >
      {maximized === null ? <DrawerHandle height={height} /> : null}
      <div className="chart-slots">
        {two ? (
          <>
            {maximized === 'right' ? null : <ChartSlot key="left" slot="left" offered={offered('left')} />}
            {maximized === 'left' ? null : (
              <ChartSlot key="right" slot="right" offered={offered('right')}>
                {maximized === null ? toggle : null}
              </ChartSlot>
            )}
          </>
        ) : (
          <ChartSlot slot="single" offered={charts}>
            {maximized === null ? toggle : null}
          </ChartSlot>
        )}
      </div>
    </section>
  );
}
