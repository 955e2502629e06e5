import { useLab } from '../../store/index.ts';

/** How long the run may take to open again before playing is given up. */
const PATIENCE_MS = 5000;

/**
 * Takes a smaller time step and plays. The step restarts the run, and a run can only be played once it
 * is there: so play waits for it.
 */
export function resumeWithStep(dt: number): void {
  const before = useLab.getState().info;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = useLab.subscribe((state) => {
    if (state.info === before || state.status !== 'ready') return;
    finish();
    state.play();
  });
  const finish = (): void => {
    clearTimeout(timer);
    stop();
  };
  timer = setTimeout(finish, PATIENCE_MS);
  useLab.getState().setParameter('dynamics.dt', dt);
}
