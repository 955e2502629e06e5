import { useLab } from '../../store/index.ts';
import type { Asked } from './address.ts';

/**
 * Opens the step of a lesson that an embed's address names. It begins at rest where the author said so.
 *  @returns whether it is open; what is wrong is told
 */
export async function openStepAlone(lesson: NonNullable<Asked['lesson']>, search: string): Promise<boolean> {
  const { openLessonAddress } = await import('../../ui/lesson/open.ts');
  // Without a number it is the first: what a reader once followed is not this article's.
  if (!(await openLessonAddress(lesson.id, lesson.step ?? '1'))) return false;
  const play = new URLSearchParams(search).get('play');
  if (play === '0') useLab.getState().pause();
  if (play === '1' && !window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    useLab.getState().play();
  }
  return true;
}
