import { seenAs, useLab, type OutputCourse } from '../../../store/index.ts';

const WATCH = 'chart.output-course';
/** Charts that show it: one question for all of them. */
let watching = 0;

/** What was seen last of the outputs' course. */
export function courseSeen(): OutputCourse | null {
  return seenAs(useLab.getState().seen, WATCH, 'output-course');
}

/** Watches the outputs' course. @returns what ends it */
export function watchCourse(): () => void {
  const { watch } = useLab.getState();
  if (watching++ === 0) watch(WATCH, { id: 'output-course', query: {} });
  return () => {
    if (--watching === 0) watch(WATCH, null);
  };
}
