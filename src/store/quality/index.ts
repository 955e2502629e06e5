import { recall, remember, visitKeys, type QualityChoice } from '../screenKeys.ts';
import { QualityController } from './controller.ts';
import { FLOOR, levels, type QualityLevel } from './levels.ts';

export { levels, type QualityLevel } from './levels.ts';
export type { QualityChoice } from '../screenKeys.ts';

/** Whether the address asks for the floor, for tests of the page and for drawing in software. */
export function isTestQuality(search: string): boolean {
  return new URLSearchParams(search).get('quality') === 'test';
}

const listeners = new Set<() => void>();
const controller = new QualityController(FLOOR);
let chosen: QualityChoice | null = null;
let waits = false;

function tell(): void {
  for (const listener of listeners) listener();
}

/** What a hand chose; "auto" follows the device. */
export function qualityChoice(): QualityChoice {
  chosen ??= isTestQuality(location.search) ? levels[FLOOR].name : recall(visitKeys.quality);
  return chosen;
}

/** How finely pictures are drawn now. */
export function qualityLevel(): QualityLevel {
  const choice = qualityChoice();
  return levels.find(({ name }) => name === choice) ?? levels[controller.level];
}

/** Keeps to a level from now on and at the next visit, or lets the device decide. */
export function chooseQuality(choice: QualityChoice): void {
  chosen = choice;
  remember(visitKeys.quality, choice);
  tell();
}

/** Calls back when pictures are to be drawn more or less finely, or another level is chosen. @returns what ends it */
export function onQuality(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Pictures are drawn in this display frame: how long it lasts is measured to the beginning of the next one. How often the
 * run sends frames does not count.
 */
export function countDrawing(): void {
  if (waits || qualityChoice() !== 'auto') return;
  waits = true;
  const start = document.timeline.currentTime;
  requestAnimationFrame((end) => {
    waits = false;
    if (typeof start === 'number' && controller.took(end - start)) tell();
  });
}
