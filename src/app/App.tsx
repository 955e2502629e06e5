import { lazy, Suspense, type JSX } from 'react';
import { text } from '../messages/index.ts';
import { Instrument } from '../ui/Instrument.tsx';
import { ErrorBoundary } from '../ui/parts/ErrorBoundary.tsx';
import { charts } from '../views/charts/index.ts';

const NetworkView = lazy(async () => ({ default: (await import('../views/index.ts')).NetworkView }));
const FieldView = lazy(async () => ({ default: (await import('../views/index.ts')).FieldView }));
const UniverseView = lazy(async () => ({ default: (await import('../views/index.ts')).UniverseView }));

/** A picture on its way, in the place where it will stand. */
function Loading(): JSX.Element {
  return <p className="loading">{text('pane.loading')}</p>;
}

/** The instrument with its pictures; a fault in one leaves the others standing. */
export function App(): JSX.Element {
  return (
    <Instrument
      network={
        <ErrorBoundary name={text('tab.network')}>
          <Suspense fallback={<Loading />}>
            <NetworkView />
          </Suspense>
        </ErrorBoundary>
      }
      field={
        <ErrorBoundary name={text('tab.field')}>
          <Suspense fallback={<Loading />}>
            <FieldView />
          </Suspense>
        </ErrorBoundary>
      }
      universe={
        <ErrorBoundary name={text('tab.universe')}>
          <Suspense fallback={<Loading />}>
            <UniverseView />
          </Suspense>
        </ErrorBoundary>
      }
      charts={charts}
    />
  );
}
