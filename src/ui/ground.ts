import { useLab, type Ground } from '../store/index.ts';
import { grounds, recall, remember, uiKeys, type GroundChoice } from '../store/screenKeys.ts';
import { useUi } from './uiState.ts';

/** The ground of a visit: the one chosen before, else what the system prefers. */
export function initialGround(chosen: GroundChoice, prefersLight: boolean): Ground {
  const known = grounds.find((ground) => ground === chosen);
  return known ?? (prefersLight ? 'paper' : 'stage');
}

function apply(ground: Ground): void {
  document.documentElement.dataset.ground = ground;
  const color = getComputedStyle(document.documentElement).getPropertyValue('--ground').trim();
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', color);
}

function systemPrefersLight(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: light)');
}

/** Takes a ground, or the system's from now on, and remembers it for the next visit. */
export function chooseGround(choice: GroundChoice): void {
  useUi.setState({ groundChoice: choice });
  useLab.getState().setGround(initialGround(choice, systemPrefersLight().matches));
  remember(uiKeys.groundChoice, choice);
}

/**
 * Puts the ground on <html> now and whenever it changes, and follows the system where nothing else was chosen.
 * Called before the first render, so that pictures which read the tokens in their effects find the new ones.
 */
export function startGround(): () => void {
  const system = systemPrefersLight();
  const groundChoice = recall(uiKeys.groundChoice);
  const ground = initialGround(groundChoice, system.matches);
  useUi.setState({ groundChoice });
  useLab.getState().setGround(ground);
  apply(ground);
  const follow = (): void => {
    if (useUi.getState().groundChoice !== 'system') return;
    useLab.getState().setGround(initialGround('system', system.matches));
  };
  system.addEventListener('change', follow);
  const stop = useLab.subscribe((state, before) => {
    if (state.ground !== before.ground) apply(state.ground);
  });
  return () => {
    system.removeEventListener('change', follow);
    stop();
  };
}
