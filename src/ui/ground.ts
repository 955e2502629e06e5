import { useLab, type Ground } from '../store/index.ts';

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

function remember(ground: Ground): void {
  try {
    localStorage.setItem(STORAGE_KEY, ground);
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

/**
 * Puts the ground on <html> now and whenever it changes. Called before the first render, so that
 * pictures which read the tokens in their effects find the new ones.
 */
export function startGround(): () => void {
  const prefersLight = window.matchMedia('(prefers-color-scheme: light)').matches;
  const ground = initialGround(remembered(), prefersLight);
  useLab.getState().setGround(ground);
  apply(ground);
  return useLab.subscribe((state, before) => {
    if (state.ground === before.ground) return;
    apply(state.ground);
    remember(state.ground);
  });
}
