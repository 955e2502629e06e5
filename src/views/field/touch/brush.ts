import { fieldCanvas, sheetOf, type Canvas } from '../../../scenario/brush.ts';
import { paint, sitesBetween, sparse, withinReach } from '../../../scenario/stroke.ts';
import { presentOf, useLab, type Told } from '../../../store/index.ts';
import { scalarSourcesOf } from '../../../scenario/fieldSources.ts';
import { sameRun } from '../../../store/sameRun.ts';
import { askDrawing } from '../../scene/watch.ts';
import type { Held } from '../held.ts';
import { handOver } from './hold.ts';
import type { Deed } from './free.ts';
import type { TouchHost } from './host.ts';

/** A stroke of a brush: what it has gone over, once, however often. */
export interface Stroke {
  /** Goes on to a weight's site; one of another sheet is passed over. */
  to(weight: number): void;
  /** As many times the brush's own strength: keys add to it. */
  strengthen(times: number): void;
  /** Whether some of it would be larger than a hand makes it. */
  readonly atMost: boolean;
  /** One command. @returns null for nothing */
  drop(): Told | null;
  cancel(): void;
}

export function beginStroke(
  host: TouchHost,
  tool: Exclude<Deed, 'pull'>,
  weight: number,
  width: number,
  strength: number,
): Stroke | null {
  const { info, state } = host;
  const canvas: Canvas | null =
    tool === 'weights' || tool === 'kick'
      ? sheetOf(info.layout.sheets, weight, info.tracks[0].weightCount)
      : fieldCanvas(presentOf(info).scenario, tool);
  if (canvas === null) return null;
  const shape = new Float32Array(canvas.count);
  let site = -1;
  let times = 1;
  const amount = (): number => strength * times * canvas.unit;
  const held: Held = {
    target: tool,
    shape,
    amplitude: amount,
    least: tool === 'weights' ? host.limit() : 0,
  };
  const cancel = (): void => {
    if (state.held === held) state.held = null;
    askDrawing();
  };
  /** What is there now, in the document's own numbers, for the limit of a hand. */
  const now = (): ArrayLike<number> => {
    if (tool === 'weights') return state.frame?.tracks[0].weights ?? [];
    // Frames hold no velocity: of a kick the stroke itself is bounded.
    if (tool === 'kick') return shape.map(() => 0);
    return (scalarSourcesOf(presentOf(info).scenario)?.[tool] ?? new Float64Array(0)).map(
      (value) => value / canvas.unit,
    );
  };
  let atMost = false;
  const sums = (): [number, number][] => {
    const before = now();
    atMost = false;
    const all: [number, number][] = [];
    shape.forEach((part, n) => {
      if (part === 0) return;
      const wanted = before[n] + strength * times * part;
      const reached = withinReach(wanted, before[n]);
      if (reached !== wanted) atMost = true;
      all.push([n, reached === wanted ? strength * times * part : reached - before[n]]);
    });
    return all;
  };
  useLab.getState().grab();
  const isSameRun = sameRun();
  return {
    to(next) {
      const place = canvas.siteOf(next);
      if (place < 0) return;
      const path = site < 0 ? [place] : sitesBetween(canvas.sheet, site, place, width);
      for (const passed of path) paint(shape, canvas, passed, width);
      site = place;
      state.held = held;
      askDrawing();
    },
    strengthen(next) {
      times = next;
      state.held = held;
      askDrawing();
    },
    get atMost() {
      return atMost;
    },
    drop() {
      const profile = sparse(sums());
      // Another run was opened meanwhile: the stroke was not over its sites.
      if (profile.at.length === 0 || !isSameRun()) {
        cancel();
        return null;
      }
      const { poke, source } = useLab.getState();
      const told =
        tool === 'weights' || tool === 'kick'
          ? poke(tool === 'kick' ? 'velocity' : 'weights', profile)
          : source(tool, profile);
      handOver(host, held, told);
      return told;
    },
    cancel,
  };
}
