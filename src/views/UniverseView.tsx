import { lazy, type JSX } from 'react';

const Universe = lazy(() => import('./universe/Universe.tsx'));

/** The universe, loaded when it is first shown; from here, so that it shares what the pictures have loaded. */
export function UniverseView(): JSX.Element {
  return <Universe />;
}
