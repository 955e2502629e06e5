import { isShippedId } from '../shipped.ts';
import type { ListedLesson } from './types.ts';

function isListed(value: unknown): value is ListedLesson {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title, about, steps } = value as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    isShippedId(id) &&
    typeof title === 'string' &&
    typeof about === 'string' &&
    Number.isSafeInteger(steps) &&
    (steps as number) > 0
  );
}

/** The entries of public/lessons/index.json in their order; what has another shape is passed over. */
export function readLessonIndex(json: unknown): readonly ListedLesson[] {
  if (!Array.isArray(json)) return [];
  return json.filter(isListed).map(({ id, title, about, steps }) => ({ id, title, about, steps }));
}
