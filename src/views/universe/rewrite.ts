import type { RunInfo } from '../../engine/protocol.ts';
import { currentScenario } from '../../scenario/patch.ts';
import type { Section } from '../../scenario/types.ts';
import { presentOf, useLab } from '../../store/index.ts';
import { sameBefore, type EtaTable } from './schedule/table.ts';

/** The expansion section of a run as it stands. */
export function sectionOf(info: RunInfo): Section {
  return currentScenario(presentOf(info)).expansion;
}

/**
 * Lives the run again with another history, up to the time on the screen, and on if it was playing.
 *  @param hold  told the time up to which pictures may wait
 */
export function rewriteHistory(section: Section, hold: (time: number) => void): void {
  const lab = useLab.getState();
  const { info, playing, readouts } = lab;
  if (info === null || readouts === null) return;
  const { time } = readouts;
  const { dt } = info;
  const start = typeof section.t0 === 'number' ? section.t0 : 0;
  hold(time);
  lab.rewrite('expansion', section);
  if (useLab.getState().problem !== null) {
    hold(-Infinity);
    return;
  }
  const end = useLab.subscribe((now, before) => {
    if (now.problem !== null) end();
    if (now.info === before.info || now.info === null) return;
    end();
    // The step of the clock may have changed with the friction; the time has not.
    if (now.info.dt !== dt) now.seek(Math.round((time - start) / now.info.dt));
    if (playing) now.play();
  });
}

/**
 * Makes a change of points: of the future alone at once, as an edit of the run; of the past by living it again.
 */
export function commitTable(before: EtaTable, after: EtaTable, hold: (time: number) => void): void {
  const lab = useLab.getState();
  const { info, readouts } = lab;
  if (info === null || readouts === null) return;
  if (!sameBefore(before, after, readouts.time)) {
    rewriteHistory({ ...sectionOf(info), kind: 'table', t: [...after.t], eta: [...after.eta] }, hold);
    return;
  }
  if (after.eta.some((eta, i) => eta !== before.eta[i])) lab.setParameter('expansion.eta', [...after.eta]);
  if (after.t.some((t, i) => t !== before.t[i])) lab.setParameter('expansion.t', [...after.t]);
}
