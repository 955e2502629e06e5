import type { RunInfo } from '../../engine/protocol.ts';
import { drawnHistory } from '../../scenario/friction.ts';
import type { Section } from '../../scenario/types.ts';
import { presentOf, useLab } from '../../store/index.ts';
import { sameBefore, type EtaTable } from './schedule/table.ts';

/** The expansion section of a run as it stands. */
export function sectionOf(info: RunInfo): Section {
  return presentOf(info).scenario.expansion;
}

/** A run that is being lived again, and where it shall stand: a change that comes meanwhile goes there too. */
interface Reliving {
  readonly time: number;
  readonly playing: boolean;
  end: () => void;
}
let reliving: Reliving | null = null;
function onItsWay(): Reliving | null {
  const { info, readouts } = useLab.getState();
  if (reliving === null || info === null || readouts === null) return null;
  return readouts.time < reliving.time - 0.5 * info.dt ? reliving : null;
}

/**
 * Lives the run again with another history, up to the time on the screen, and on if it was playing.
 *  @param hold  told the time up to which pictures may wait; −Infinity ends that
 */
export function rewriteHistory(section: Section, hold: (time: number) => void): PromiseLike<unknown> {
  const lab = useLab.getState();
  const { info, readouts } = lab;
  if (info === null || readouts === null) return Promise.resolve();
  const before = onItsWay();
  before?.end();
  const time = before?.time ?? readouts.time;
  const playing = before?.playing ?? lab.playing;
  const { dt } = info;
  const start = typeof section.t0 === 'number' ? section.t0 : 0;
  hold(time);
  const told = lab.rewrite('expansion', section);
  if (useLab.getState().problem !== null) {
    reliving = null;
    hold(-Infinity);
    return told;
  }
  const mine: Reliving = { time, playing, end: () => undefined };
  const finish = (): void => {
    mine.end();
    if (reliving !== mine) return;
    reliving = null;
    hold(-Infinity);
  };
  let arrived = false;
  mine.end = useLab.subscribe((now, old) => {
    if (now.problem !== null) finish();
    else if (arrived) {
      // The engine has done all that it was told: the run stands there, or plays on from there.
      if (now.settled) finish();
    } else if (now.info !== old.info && now.info !== null) {
      arrived = true;
      // The step of the clock may have changed with the friction, or the run been on its way; the time has not.
      if (before !== null || now.info.dt !== dt) now.seek(Math.round((time - start) / now.info.dt));
      if (playing) now.play();
    }
  });
  reliving = mine;
  return told;
}

/**
 * Makes a change of points, always one that is taken back as one: of rates or of times of the future alone at
 * once, as an edit of the run; any other by living the run again.
 *  @param before  the points that the run has, or was last asked to have
 *  @returns told when the run has them, or will not
 */
export function commitTable(
  before: EtaTable,
  after: EtaTable,
  hold: (time: number) => void,
): PromiseLike<unknown> {
  const lab = useLab.getState();
  const { info, readouts } = lab;
  if (info === null || readouts === null) return Promise.resolve();
  const rates = after.eta.some((eta, i) => eta !== before.eta[i]);
  const times = after.t.some((t, i) => t !== before.t[i]);
  if ((rates && times) || onItsWay() !== null || !sameBefore(before, after, readouts.time)) {
    return rewriteHistory(drawnHistory(sectionOf(info), after.t, after.eta), hold);
  }
  if (rates) return lab.setParameter('expansion.eta', [...after.eta]);
  return times ? lab.setParameter('expansion.t', [...after.t]) : Promise.resolve();
}
