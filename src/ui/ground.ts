import { useLab, type Ground } from '../store/index.ts';
import { useUi, type GroundChoice } from './uiState.ts';

export const grounds: readonly Ground[] = ['stage', 'paper', 'projector'];
const STORAGE_KEY = 'synaptic-field-lab.ground';

/** Private windows may refuse storage; the choice then lasts as long as the page. */
function remembered(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

function remember(choice: GroundChoice): void {
  try {
    localStorage.setItem(STORAGE_KEY, choice);
  } catch {
    // Nothing is lost but the memory of the choice.
  }
}

/** The ground of a visit: the one chosen before, else what the system prefers. */
export function initialGround(chosen: string | null, prefersLight: boolean): Ground {
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
  remember(choice);
}

/**
 * Puts the ground on <html> now and whenever it changes, and follows the system where nothing else was chosen.
 * Called before the first render, so that pictures which read the tokens in their effects find the new ones.
 */
export function startGround(): () => void {
  const system = systemPrefersLight();
  const before = remembered();
  const ground = initialGround(before, system.matches);
  useUi.setState({ groundChoice: before === ground ? ground : 'system' });
  useLab.getState().setGround(ground);
  apply(ground);
  const follow = (): void => {
    if (useUi.getState().groundChoice !== 'system') return;
    useLab.getState().setGround(initialGround(null, system.matches));
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
