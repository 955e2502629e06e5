import { lazy, Suspense, type JSX } from 'react';
import { useUi } from '../uiState.ts';

const ScenarioDialog = lazy(async () => ({
  default: (await import('./ScenarioDialog.tsx')).ScenarioDialog,
}));
const GroundDialog = lazy(async () => ({ default: (await import('./GroundDialog.tsx')).GroundDialog }));
const ShortcutsDialog = lazy(async () => ({
  default: (await import('./ShortcutsDialog.tsx')).ShortcutsDialog,
}));
const PaletteDialog = lazy(async () => ({ default: (await import('./PaletteDialog.tsx')).PaletteDialog }));
const CompareDialog = lazy(async () => ({ default: (await import('./CompareDialog.tsx')).CompareDialog }));

/** The dialog that is open, if any; each loads when it is first asked for. */
export function Dialogs(): JSX.Element {
  const dialog = useUi((state) => state.dialog);
  return (
    <Suspense fallback={null}>
      {dialog === 'scenarios' ? <ScenarioDialog /> : null}
      {dialog === 'grounds' ? <GroundDialog /> : null}
      {dialog === 'shortcuts' ? <ShortcutsDialog /> : null}
      {dialog === 'palette' ? <PaletteDialog /> : null}
      {dialog === 'compare' ? <CompareDialog /> : null}
    </Suspense>
  );
}
