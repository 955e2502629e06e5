import type { FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import type { Expansion } from '../../scenario/expansion.ts';
import type { Section } from '../../scenario/types.ts';
import { useLab } from '../../store/index.ts';
import { askDrawing } from '../scene/watch.ts';
import type { Course } from './course.ts';
import { RunHistory } from './history.ts';
import type { Ink } from './ink.ts';
import { Passage } from './passage.ts';
import { RowPast } from './past.ts';
import { createPlace, type Place } from './place.ts';

/** What the schedule under the horn is drawn from, after every drawing of the horn; written in place. */
export interface UniverseMoment {
  readonly place: Place;
  course: Course;
  expansion: Expansion;
  section: Section;
  ink: Ink;
}

/** What horn and schedule share: the run's history and past, the time axis, and what a hand is drawing. */
export class UniverseModel {
  readonly place = createPlace();
  readonly history = new RunHistory();
  readonly past = new RowPast();
  readonly passage = new Passage();
  private readonly drawnListeners = new Set<(moment: UniverseMoment) => void>();
  private moment: UniverseMoment | null = null;
  private heldTo = -Infinity;

  /** Another run, or other facts of it. */
  show(info: RunInfo): void {
    this.history.take(info);
    this.past.follow(info);
    askDrawing();
  }

  /** Follows what is chosen and what the engine answers. @returns what ends it */
  listen(): () => void {
    const end = this.past.listen();
    const unlisten = useLab.subscribe((now, before) => {
      const info = this.history.facts?.info;
      // It is to leave, or to come back.
      if (now.maximized !== before.maximized) askDrawing();
      if (now.selected !== before.selected && info !== undefined) this.past.follow(info);
    });
    return () => {
      unlisten();
      end();
    };
  }

  /** Whether the colour key stands under the horn. */
  setKeyed(keyed: boolean): void {
    this.place.keyed = keyed;
  }

  /** A history that a hand is drawing, in place of the run's; null gives the run's back. */
  draft(section: Section | null): void {
    this.history.setDraft(section);
    askDrawing();
  }

  /** Keeps what is on the screen until a run that is lived again has come to a time; −Infinity ends that. */
  hold(time: number): void {
    this.heldTo = time;
    askDrawing();
  }

  /** Whether a time is before the one that is waited for. */
  waits(time: number, dt: number): boolean {
    if (time < this.heldTo - dt) return true;
    this.heldTo = -Infinity;
    return false;
  }

  /** Tells the schedule what the horn has just been drawn from. */
  tellDrawn(course: Course, ink: Ink): void {
    const { expansion, section } = this.history;
    if (expansion === null || section === null) return;
    this.moment ??= { place: this.place, course, expansion, section, ink };
    Object.assign(this.moment, { course, expansion, section, ink });
    for (const listener of this.drawnListeners) listener(this.moment);
  }

  /** @returns what ends it */
  onDrawn(listener: (moment: UniverseMoment) => void): () => void {
    this.drawnListeners.add(listener);
    askDrawing();
    return () => this.drawnListeners.delete(listener);
  }
}

/** A frame's main weights, where it belongs to the run that is known; null else. */
export function weightsIn(frame: FrameViews, { tracks }: RunInfo): ArrayLike<number> | null {
  if (frame.tracks.length !== tracks.length) return null;
  const { weights } = frame.tracks[0];
  return weights.length === tracks[0].weightCount ? weights : null;
}
