import { useState, type JSX } from 'react';
import { text } from '../../../messages/index.ts';
import type { ChartProps } from '../../../store/pictures.ts';
import { ChartPicker } from '../ChartPicker.tsx';
import { LiveChart } from '../LiveChart.tsx';
import { energyFigure, energyModes, energyTable, type EnergyMode } from './energies.ts';
import { LAST, pastSource, WINDOW } from './past.ts';

const NAMES = { last: 'layered.last', start: 'chart.sources.start', scatter: 'layered.scatter' } as const;
const STEPS: Readonly<Record<EnergyMode, number>> = { last: LAST, start: 0, scatter: WINDOW };

/** Kinetic energy of the layers, and the power that flows between them. */
export default function Energies({ register }: ChartProps): JSX.Element {
  const [source] = useState(() =>
    pastSource<EnergyMode>('chart.layer-energy', 'last', (mode) => STEPS[mode], energyFigure, energyTable),
  );
  const [mode, setMode] = useState<EnergyMode>(source.mode());
  return (
    <LiveChart source={source} title={text('chart.layerEnergy.title')} register={register}>
      <ChartPicker
        name={text('chart.sources.show')}
        options={energyModes.map((value) => ({ value, name: text(NAMES[value]) }))}
        value={mode}
        onPick={(next) => {
          source.pick(next);
          setMode(next);
        }}
      />
    </LiveChart>
  );
}
