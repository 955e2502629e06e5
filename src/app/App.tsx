import type { JSX } from 'react';
import { text } from '../messages/index.ts';
import { later } from '../store/later.ts';
import { Instrument } from '../ui/Instrument.tsx';
import { Part } from '../ui/parts/Part.tsx';
import { charts } from '../views/charts/index.ts';

const NetworkView = later(async () => (await import('../views/index.ts')).NetworkView);
const FieldView = later(async () => (await import('../views/index.ts')).FieldView);
const UniverseView = later(async () => (await import('../views/index.ts')).UniverseView);

/** A picture on its way, in the place where it will stand. */
function Loading(): JSX.Element {
  return <p className="loading">{text('pane.loading')}</p>;
}

/** The instrument with its pictures; a fault in one leaves the others standing. */
export function App(): JSX.Element {
  return (
    <Instrument
      network={
        <Part name={text('tab.network')} place="pane" fallback={<Loading />}>
          <NetworkView />
        </Part>
      }
      field={
        <Part name={text('tab.field')} place="pane" fallback={<Loading />}>
          <FieldView />
        </Part>
      }
      universe={
        <Part name={text('tab.universe')} place="pane" fallback={<Loading />}>
          <UniverseView />
        </Part>
      }
      charts={charts}
    />
  );
}
