import { ChevronDown } from 'lucide-react';
import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { later } from '../../store/later.ts';
import { Part } from '../parts/Part.tsx';
import { Popover } from '../parts/Popover.tsx';
import type { SlotName } from '../../store/screenKeys.ts';
import type { RunCharts } from './runCharts.ts';

const List = later(async () => (await import('./ChartList.tsx')).ChartList);

interface ChartChooserProps {
  readonly slot: SlotName;
  readonly charts: RunCharts;
}

/** Every chart of the run, whatever has a tab: a list with what each shows. */
export function ChartChooser({ slot, charts }: ChartChooserProps): JSX.Element {
  const name = text(slot === 'right' ? 'drawer.chooseRight' : 'drawer.choose');
  return (
    <Popover
      name={name}
      className="chart-list"
      face={
        <>
          <span className="chart-all">
            {text('drawer.all')} <span className="num">{charts.offered.length}</span>
          </span>
          <ChevronDown aria-hidden="true" />
        </>
      }
    >
      {(close) => (
        <Part name={name}>
          <List slot={slot} charts={charts} close={close} />
        </Part>
      )}
    </Popover>
  );
}
