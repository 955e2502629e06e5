import type { JSX } from 'react';
import { later } from '../store/later.ts';

const Universe = later(async () => (await import('./universe/Universe.tsx')).default);

/** The universe, loaded when it is first shown; from here, so that it shares what the pictures have loaded. */
export function UniverseView(): JSX.Element {
  return <Universe />;
}
