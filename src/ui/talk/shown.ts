import { useLab } from '../../store/index.ts';
import { aboutOf } from '../../store/screen.ts';
import { useLessons } from '../lesson/state.ts';
import { walkedThrough } from './present.ts';
import { useTalk } from './state.ts';
import { titleNow, titleOf } from './walk.ts';

/** What the line over the pictures says. */
export interface Shown {
  readonly title: string;
  readonly about: string | null;
  /** Which of how many, from 1. */
  readonly step: number | null;
  readonly count: number;
  readonly language?: string;
  /** Titles of all that can be gone to. */
  readonly titles: readonly string[];
}

/** The state of a talk, the step of a lesson, or the run by itself. */
export function useShown(): Shown {
  const talk = useTalk((state) => state.talk);
  const at = useTalk((state) => state.at);
  const lesson = useLab((state) => state.lesson);
  const read = useLessons((state) => (lesson === null ? undefined : state.lessons[lesson.id]));
  const document = useLab((state) => state.document);
  const about = useLab(aboutOf);
  if (document !== null && walkedThrough() === 'talk' && talk.states[at] !== undefined) {
    const titles = talk.states.map(titleOf);
    return { title: titleNow(document), about, step: at + 1, count: titles.length, titles };
  }
  const index = read?.steps.findIndex(({ id }) => id === lesson?.step) ?? -1;
  if (read !== undefined && index >= 0) {
    const { title, watch } = read.steps[index];
    const { language, steps } = read;
    // What to watch is read with its formulas in the lesson's panel; a line of the stage has none.
    const plain = watch === undefined || /[$*]/.test(watch) ? read.title : watch;
    const titles = steps.map((step) => step.title);
    return { title, about: plain, step: index + 1, count: steps.length, language, titles };
  }
  return { title: document?.scenario.title ?? '', about, step: null, count: 0, titles: [] };
}
