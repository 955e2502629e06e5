import type { StoreApi } from 'zustand';
import type { LabState } from '../../store/index.ts';

type Store = Pick<StoreApi<LabState>, 'getState' | 'subscribe'>;

/**
 * Lets a run rest while nobody can see it, and go on when it is seen again, if it played. A play that is asked for
 * meanwhile, by the host or by the scenario, is kept until then; a pause forgets it.
 */
export class Presence {
  private readonly lab: Store;
  private away = false;
  /** It plays on when it is seen. */
  private resumes = false;
  private readonly listeners = new Set<() => void>();

  constructor(lab: Store) {
    this.lab = lab;
    lab.subscribe((now, before) => {
      // Another run: what was kept was the old one's.
      if (now.askedCharts !== before.askedCharts) this.resumes = false;
      if (now.stopReason !== before.stopReason && now.stopReason !== null) this.resumes = false;
      if (this.away && now.playing && !before.playing) this.rest();
    });
  }

  get seen(): boolean {
    return !this.away;
  }

  /** Whether it plays, or will once it is seen. */
  get plays(): boolean {
    return this.resumes || this.lab.getState().playing;
  }

  /** Called when the frame comes into sight or leaves it. */
  see(seen: boolean): void {
    if (seen === this.seen) return;
    this.away = !seen;
    if (this.away) {
      if (this.lab.getState().playing) this.rest();
    } else if (this.resumes) {
      this.resumes = false;
      this.lab.getState().play();
    }
    for (const listener of this.listeners) listener();
  }

  play(): void {
    if (this.away) this.resumes = true;
    else this.lab.getState().play();
  }

  pause(): void {
    this.resumes = false;
    this.lab.getState().pause();
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private rest(): void {
    this.resumes = true;
    this.lab.getState().pause();
  }
}

/** A frame that is not drawn at all (`display: none`, a slide that was left) is told of nothing: it is looked at. */
const LOOK_EVERY_MS = 500;

/** Follows whether any of the page is on the reader's screen, and its tab in front. */
export function watchSight(presence: Presence): void {
  const { documentElement } = document;
  let inView = true;
  const tell = (): void => {
    const isDrawn = documentElement.getBoundingClientRect().width > 0;
    presence.see(inView && isDrawn && document.visibilityState !== 'hidden');
  };
  const observer = new IntersectionObserver((entries) => {
    const last = entries.at(-1);
    if (last === undefined) return;
    const { width, height } = last.intersectionRect;
    inView = last.isIntersecting && width > 0 && height > 0;
    tell();
  });
  observer.observe(documentElement);
  document.addEventListener('visibilitychange', tell);
  setInterval(() => {
    if (presence.plays) tell();
  }, LOOK_EVERY_MS);
}
