import type { BlowUp, Remedy } from '../../engine/protocol.ts';
import { useLab } from '../../store/index.ts';

/** How long the engine may take to confirm before playing is given up. */
const PATIENCE_MS = 5000;

/**
 * Goes back to the newest good step, takes the remedy there and plays on. Playing waits until the engine has confirmed
 * it, for a run that still has the old step would stop again at once.
 */
export function resumeWith({ goodStep, resumedAt }: BlowUp, { path, value }: Remedy): void {
  if (goodStep !== resumedAt) useLab.getState().goBack(goodStep);
  const before = useLab.getState().info;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = useLab.subscribe(({ info }) => {
    const last = info?.document.edits.at(-1)?.command;
    if (info === before || last?.kind !== 'set' || last.value !== value) return;
    finish();
    useLab.getState().dismissBlowUp();
    useLab.getState().play();
  });
  const finish = (): void => {
    clearTimeout(timer);
    stop();
  };
  timer = setTimeout(finish, PATIENCE_MS);
  useLab.getState().setParameter(path, value);
}
