import { lazy, Suspense, useEffect, type JSX } from 'react';
import { useLab } from '../../store/index.ts';
import type { BlowUpPanel } from './BlowUpPanel.tsx';

const load = async (): Promise<{ default: typeof BlowUpPanel }> => ({
  default: (await import('./BlowUpPanel.tsx')).BlowUpPanel,
});
const Panel = lazy(load);

/** The panel of a run that stopped by itself; loaded after the first paint, so that it is there when it is needed. */
export function BlowUp(): JSX.Element | null {
  const blowUp = useLab((state) => state.blowUp);
  useEffect(() => void load(), []);
  if (blowUp === null) return null;
  return (
    <Suspense fallback={null}>
      <Panel blowUp={blowUp} />
    </Suspense>
  );
}
