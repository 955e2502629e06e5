import { useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import { seenAs, useLab } from '../../../store/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { ChartSlider } from '../ChartSlider.tsx';
import type { ChartSource } from '../figure.ts';
import { LiveChart } from '../LiveChart.tsx';
import { decimationFigure, decimationTable } from './figure.ts';
import { levelsSeen, watchLevels } from './levels.ts';

const WATCH = 'chart.decimation';

interface Zoom extends ChartSource {
  zoom(level: number): void;
}

function decimationSource(): Zoom {
  let level = 0;
  return {
    zoom(next) {
      level = next;
    },
    state: () => [levelsSeen(WATCH), level],
    figure: () => decimationFigure(levelsSeen(WATCH), level),
    table: () => decimationTable(levelsSeen(WATCH)),
    open: watchLevels(WATCH),
  };
}

/** The ring with every second site integrated out, again and again, by a slider. */
export default function Decimation({ register }: ChartProps): JSX.Element {
  const [source] = useState(decimationSource);
  const [level, setLevel] = useState(0);
  const most = useLab(({ seen }) => (seenAs(seen, WATCH, 'renormalisation')?.levels.length ?? 1) - 1);
  const shown = Math.min(level, most);
  return (
    <LiveChart source={source} title={text('chart.decimation.title')} register={register}>
      {most > 0 ? (
        <ChartSlider
          name={text('wide.decimation.zoom')}
          label={text('wide.decimation.zoomName')}
          value={shown}
          range={[0, most, 1]}
          shown={text('wide.decimation.of', { level: shown, most })}
          onMove={(next) => {
            source.zoom(next);
            setLevel(next);
          }}
        />
      ) : null}
    </LiveChart>
  );
}
