/**
 * How far the network as a whole is on its way to the lattice: 0 all wires, 1 all sites. It changes with every drawing of a
 * flight, so it is not in the state of the store: who shows it listens.
 */

/** Seconds of the whole way: a wave that passes in less explains nothing. */
const SECONDS = 3;

let at = 0;
let goal: 0 | 1 | null = null;
const listeners = new Set<(way: number) => void>();
const landings = new Set<(end: 0 | 1) => void>();

export function wayNow(): number {
  return at;
}

/** Whether it goes on by itself, and where to; null: it rests. */
export function wayGoal(): 0 | 1 | null {
  return goal;
}

function move(next: number): void {
  if (next === at) return;
  at = next;
  for (const listener of listeners) listener(at);
}

/** Puts it somewhere by hand; a flight ends there. */
export function setWay(next: number): void {
  goal = null;
  move(Math.min(1, Math.max(0, next)));
}

/** Goes to an end in its own time, or at once where motion is unwanted. */
export function flyTo(end: 0 | 1): void {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    setWay(end);
    for (const landing of landings) landing(end);
    return;
  }
  goal = end;
  for (const listener of listeners) listener(at);
}

/** Goes on by dt seconds. @returns whether it is still on its way */
export function flyOn(dt: number): boolean {
  if (goal === null) return false;
  const step = Math.min(dt, 0.05) / SECONDS;
  const end = goal;
  const next = end > at ? Math.min(end, at + step) : Math.max(end, at - step);
  if (next === end) goal = null;
  move(next);
  if (next === end) for (const landing of landings) landing(end);
  return goal !== null;
}

/** Tells when a flight has come to its end; a hand that brings it there is none. @returns what ends it */
export function onLanding(listener: (end: 0 | 1) => void): () => void {
  landings.add(listener);
  return () => landings.delete(listener);
}

/** How far the linked weight is, told by the picture that draws it; null: none is linked. */
let linked: number | null = null;
const linkedListeners = new Set<(part: number | null) => void>();

export function tellLinked(part: number | null): void {
  if (part === linked) return;
  linked = part;
  for (const listener of linkedListeners) listener(linked);
}

/** Calls back at once, and whenever the linked weight is elsewhere. @returns what ends it */
export function onLinked(listener: (part: number | null) => void): () => void {
  linkedListeners.add(listener);
  listener(linked);
  return () => linkedListeners.delete(listener);
}

/** Tells whenever it has changed, and when a flight begins. @returns what ends it */
export function onWay(listener: (way: number) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A way out of a document, which is untrusted: what is none is 0. */
export function readWay(value: unknown): number {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : 0;
}
