import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import type { ChartPicture } from '../../store/pictures.ts';
import { commandOf } from '../commands.ts';
import { useLayoutMode } from '../layoutMode.ts';
import { ChartSlot } from './ChartSlot.tsx';
import { drawerHeight, maximizeChart, useCharts } from './chartState.ts';
import { DrawerHandle } from './DrawerHandle.tsx';
import { useRunCharts } from './runCharts.ts';
import { liesOver, standardHeight } from './useDrawer.ts';

interface DrawerProps {
  readonly charts: readonly ChartPicture[];
  /** Height of pictures and drawer together, pixels. */
  readonly stage: number;
}

/** The drawer under the pictures: two charts beside each other, one where there is less room, or one line when closed. */
export function Drawer({ charts: all, stage }: DrawerProps): JSX.Element {
  const charts = useRunCharts(all);
  const open = useLab((state) => state.drawerOpen);
  const ground = useLab((state) => state.ground);
  const mode = useLayoutMode();
  const maximized = useCharts((state) => state.maximized);
  const held = useCharts((state) => state.height);
  const height = drawerHeight(held ?? standardHeight(ground), window.innerHeight);
  const lies = liesOver(stage, height, window.innerHeight);
  // Over the pictures one chart leaves the field whole; two would cover the lower half of both.
  const two = (mode === 'wide' || mode === 'medium') && !lies;
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
          <span className="gloss">{charts.offered.map(({ name: short }) => text(short)).join(' · ')}</span>
          {toggle}
        </header>
      </section>
    );
  }
  const over = maximized === null && lies;
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
            {maximized === 'right' ? null : <ChartSlot key="left" slot="left" charts={charts} />}
            {maximized === 'left' ? null : (
              <ChartSlot key="right" slot="right" charts={charts}>
                {maximized === null ? toggle : null}
              </ChartSlot>
            )}
          </>
        ) : (
          <ChartSlot slot="single" charts={charts}>
            {maximized === null ? toggle : null}
          </ChartSlot>
        )}
      </div>
    </section>
  );
}
