import type { BlowUp, Remedy } from '../../engine/protocol.ts';
import { useLab } from '../../store/index.ts';

/**
 * Goes back to the newest good step, takes the remedy there and plays on. Playing waits until the engine has taken it, for a
 * run that still has the old step would stop again at once; a remedy that a hand has overtaken, or that is refused, plays nothing.
 */
export function resumeWith({ goodStep, resumedAt }: BlowUp, { path, value }: Remedy): void {
  const { goBack, setParameter, dismissBlowUp, play } = useLab.getState();
  if (goodStep !== resumedAt) goBack(goodStep);
  setParameter(path, value).then(({ kind }) => {
    if (kind !== 'applied') return;
    dismissBlowUp();
    play();
  });
}
