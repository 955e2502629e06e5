import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { later } from '../../store/later.ts';
import { Part } from '../parts/Part.tsx';

const Panel = later(async () => (await import('./BlowUpPanel.tsx')).BlowUpPanel);

/** The panel of a run that stopped by itself. */
export function BlowUp(): JSX.Element | null {
  const blowUp = useLab((state) => state.blowUp);
  if (blowUp === null) return null;
  return (
    <Part name={text('part.blowUp')} place="floating" close={() => useLab.getState().dismissBlowUp()}>
      <Panel blowUp={blowUp} />
    </Part>
  );
}
