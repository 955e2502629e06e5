import { useLab } from '../../store/index.ts';

/** How long the engine may take to confirm before playing is given up. */
const PATIENCE_MS = 5000;

/**
 * Takes a smaller time step and plays on from where the run was rolled back to. Playing waits until the
 * engine has confirmed the step, for a run that still has the old one would stop again at once.
 */
export function resumeWithStep(dt: number): void {
  const before = useLab.getState().info;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = useLab.subscribe((state) => {
    if (state.info === before) return;
    finish();
    state.dismissBlowUp();
    state.play();
  });
  const finish = (): void => {
    clearTimeout(timer);
    stop();
  };
  timer = setTimeout(finish, PATIENCE_MS);
  useLab.getState().setParameter('dynamics.dt', dt);
}
