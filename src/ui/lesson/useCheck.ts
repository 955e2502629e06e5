import { useEffect } from 'react';
import { text } from '../../messages/index.ts';
import type { LessonStep } from '../../scenario/lesson/types.ts';
import { studyIds } from '../../scenario/studies.ts';
import { studyOf, useLab } from '../../store/index.ts';
import { aloneOf, type ChartPicture } from '../../store/pictures.ts';
import { useCharts } from '../drawer/chartState.ts';
import { announce, useUi } from '../uiState.ts';
import { isFulfilled, type Begun, type Facts } from './condition.ts';
import { chartSlots } from './lit.ts';
import { withStep } from './progress.ts';
import { note, useLessons } from './state.ts';
import { isStray } from './stray.ts';

/** What the lab sees now; null until a run is there. */
function factsNow(charts: readonly ChartPicture[]): Facts | null {
  const { present, readouts, info, maximized, pictures, seen } = useLab.getState();
  if (present === null || info === null) return null;
  return {
    scenario: present.scenario,
    edits: present.document.edits,
    readouts,
    tracks: info.tracks.map(({ id }) => id),
    scene: aloneOf(pictures, useUi.getState().tab)?.id ?? maximized,
    charts: chartSlots(charts).map(({ chart }) => chart),
    studies: studyIds.filter((id) => studyOf(seen, id)?.state === 'done'),
  };
}

/** Watches for what a step's check waits for, until it is fulfilled; then it is noted, and told once. */
export function useCheck(id: string, step: LessonStep, done: boolean, charts: readonly ChartPicture[]): void {
  const { id: stepId, check } = step;
  const asked = useLessons((state) => state.asked);
  useEffect(() => {
    if (check === undefined || done) return;
    let begun: Begun | null = null;
    let told = false;
    const look = (): void => {
      const { lesson, settled, document: run } = useLab.getState();
      const { begins } = useLessons.getState();
      // Between two runs the readouts are those of the one before, and another run fulfils nothing.
      if (told || !settled || lesson?.id !== id || lesson.step !== stepId) return;
      if (run === null || begins === null || isStray(run, begins)) return;
      const facts = factsNow(charts);
      if (facts === null) return;
      // After a reload what was done in the step is in the run, and counts.
      if (begun === null) begun = asked > 0 ? facts : { scenario: begins.scenario, edits: [] };
      if (!isFulfilled(check.when, facts, begun)) return;
      told = true;
      note(id, (progress) => ({ ...progress, done: withStep(progress.done, stepId) }));
      announce(text('lesson.done', { told: plainWords(check.told) }));
    };
    look();
    const ends = [useLab, useUi, useCharts, useLessons].map((store) => store.subscribe(look));
    return () => {
      for (const end of ends) end();
    };
  }, [id, stepId, check, done, charts, asked]);
}

/** A text of a lesson without its signs. */
export function plainWords(words: string): string {
  return words.replaceAll(/[$*\\]/g, '');
}
