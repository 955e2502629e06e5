import { HEADER, type FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { expansionOf, type Expansion } from '../../scenario/expansion.ts';
import { siteSpacing } from '../../scenario/spacing.ts';
import type { Section } from '../../scenario/types.ts';
import { latestTraces, presentOf, TRACE } from '../../store/index.ts';
import { curvatureOf } from './coarse.ts';
import { createLivedCourse, drawnCourse, type Course } from './course.ts';
import { plannedEnd } from './window.ts';

/** What of a run the horn is drawn from, besides its frames. */
export interface Facts {
  readonly info: RunInfo;
  readonly section: Section;
  readonly expansion: Expansion;
  /** End of the window before anything has happened. */
  readonly planned: number;
  readonly spacing: number;
  readonly curvatureAt: (log: number) => number;
}

function factsOf(info: RunInfo): Facts {
  const { scenario } = presentOf(info);
  const section = scenario.expansion;
  const expansion = expansionOf(scenario, info.dimension);
  const start = typeof section.t0 === 'number' ? section.t0 : 0;
  return {
    info,
    section,
    expansion,
    planned: plannedEnd(section, expansion, start),
    spacing: siteSpacing(scenario.system),
    curvatureAt: curvatureOf(info, scenario),
  };
}

const columns = { time: TRACE.time, gamma: TRACE.gamma, logScaleFactor: TRACE.logScaleFactor };

/** The expansion of a run as it was lived, or as a hand is drawing it. */
export class RunHistory {
  facts: Facts | null = null;
  /** What a hand is drawing in place of the run's; null: nothing. */
  draft: Section | null = null;
  private drawnExpansion: Expansion | null = null;
  private drawn: Course | null = null;
  private readonly lived = createLivedCourse(columns);
  private readonly moment = { step: 0, time: 0, gamma: 0, logScaleFactor: 0 };

  /** Another run, or other facts of it. */
  take(info: RunInfo): void {
    this.facts = factsOf(info);
  }

  setDraft(section: Section | null): void {
    this.draft = section;
    this.drawn = null;
    const info = this.facts?.info;
    this.drawnExpansion =
      section === null || info === undefined
        ? null
        : expansionOf({ ...presentOf(info).scenario, expansion: section }, info.dimension);
  }

  /** The history that is drawn; null before there is a run. */
  get expansion(): Expansion | null {
    return this.drawnExpansion ?? this.facts?.expansion ?? null;
  }

  get section(): Section | null {
    return this.draft ?? this.facts?.section ?? null;
  }

  /** H at a frame: the run's, or that of the drawing. */
  hubbleAt({ header }: FrameViews): number {
    const drawn = this.drawnExpansion;
    return drawn === null ? header[HEADER.hubble] : drawn.gamma(header[HEADER.time]) / drawn.dimension;
  }

  get course(): Course {
    return this.drawn ?? this.lived;
  }

  /** Goes on to a frame. @returns its course; null while there are no traces */
  at({ header }: FrameViews): Course | null {
    const traces = latestTraces();
    if (traces === null || this.facts === null) return null;
    const { moment, lived, drawnExpansion } = this;
    moment.step = header[HEADER.step];
    moment.time = header[HEADER.time];
    moment.gamma = header[HEADER.gamma];
    moment.logScaleFactor = header[HEADER.logScaleFactor];
    lived.take(traces, moment, this.facts.expansion);
    if (drawnExpansion === null) return lived;
    // A drawing hand holds the run still, so this is made once for each of its moves.
    if (this.drawn?.now !== moment.time) this.drawn = drawnCourse(drawnExpansion, lived.start, moment.time);
    return this.drawn;
  }
}
