import type { Seen } from '../engine/subscriptions.ts';
import type { ObservationId, StudyReport, ValueOf } from '../engine/observations/index.ts';
import { studyIds, type StudyId } from '../scenario/studies.ts';

/** What was seen last, by the name that it is watched under. */
export type SeenByName = Readonly<Record<string, Seen>>;

/** What was seen last under a name; null where nothing was yet, or there is nothing to see. */
export function seenAs<Id extends ObservationId>(seen: SeenByName, name: string, id: Id): ValueOf<Id> | null {
  const found = seen[name];
  return found?.id === id ? (found.value as ValueOf<Id> | null) : null;
}

/** How a study of the scenario as it stands has come, which is asked for under its id; null where it was not. */
export function studyOf(seen: SeenByName, id: StudyId): StudyReport | null {
  return seenAs(seen, id, id);
}

/** What was seen, without what was about the run as it stood. */
export function lasting(seen: SeenByName): SeenByName {
  return Object.fromEntries(Object.entries(seen).filter(([, { once }]) => !once));
}

/** Studies that are at work, as far as they have come. */
export function studiesAtWork(seen: SeenByName): readonly StudyReport[] {
  return studyIds
    .map((id) => studyOf(seen, id))
    .filter((report): report is StudyReport => report?.state === 'running');
}
