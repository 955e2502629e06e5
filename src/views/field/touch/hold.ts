import { addProfile } from '../../../scenario/commands/poke.ts';
import { bumpAt, withinReach } from '../../../scenario/stroke.ts';
import type { Profile } from '../../../scenario/types.ts';
import { onFrame, useLab, type Told } from '../../../store/index.ts';
import { sameRun } from '../../../store/sameRun.ts';
import { askDrawing } from '../../scene/watch.ts';
import type { Held } from '../held.ts';
import type { TouchHost } from './host.ts';

/** Digits of a height that a hand gave: more is tremble. */
const DIGITS = 4;

/** Shows what is held until the run has it: the frame that follows the answer is drawn with it. */
export function handOver({ state }: TouchHost, held: Held, told: Told): void {
  const over = (): void => {
    if (state.held === held) state.held = null;
    askDrawing();
  };
  void told.then((outcome) => {
    if (outcome.kind !== 'applied') {
      over();
      return;
    }
    const end = onFrame(() => {
      end();
      over();
    });
  });
}

/** A site in the hand, with its neighbours: held at a height, whatever the run does meanwhile. */
export interface Pull {
  readonly weight: number;
  /** Where it is held. */
  readonly height: number;
  /** Whether it is as high, or low, as a hand takes it. */
  readonly atMost: boolean;
  /** Takes it to a height above where it was taken. */
  to(rise: number): void;
  /** Pokes the run by what is between its height now and the one in the hand. @returns null for nothing */
  drop(): Told | null;
  cancel(): void;
}

/** @param width  of the bump that goes along, in sites; 0: the site alone */
export function pullSite(host: TouchHost, weight: number, width: number, least: number): Pull {
  const { info, state } = host;
  const { sheets } = info.layout;
  const values = (): Float32Array | null => state.frame?.tracks[0].weights ?? null;
  const start = values()?.[weight] ?? 0;
  const shape = new Float32Array(info.tracks[0].weightCount);
  addProfile(bumpAt(sheets, weight, 1, width), sheets, shape);
  let height = start;
  let wanted = start;
  const held: Held = { target: 'weights', shape, amplitude: (now) => height - now[weight], least };
  const cancel = (): void => {
    if (state.held === held) state.held = null;
    askDrawing();
  };
  useLab.getState().grab();
  const isSameRun = sameRun();
  return {
    weight,
    get height() {
      return height;
    },
    get atMost() {
      return wanted !== height;
    },
    to(rise) {
      if (!Number.isFinite(rise)) return;
      wanted = start + rise;
      height = withinReach(wanted, start);
      state.held = held;
      askDrawing();
    },
    drop() {
      // Another run was opened meanwhile: what was held is not one of its sites.
      const now = isSameRun() ? values()?.[weight] : undefined;
      const profile = now === undefined ? null : pokeOf(host, weight, width, height - now);
      if (profile === null) {
        cancel();
        return null;
      }
      const told = useLab.getState().poke('weights', profile);
      handOver(host, held, told);
      return told;
    },
    cancel,
  };
}

/** The poke of a pull; null where nothing would move. */
function pokeOf({ info }: TouchHost, weight: number, width: number, rise: number): Profile | null {
  const amplitude = Number(rise.toPrecision(DIGITS));
  if (!Number.isFinite(amplitude) || amplitude === 0) return null;
  return bumpAt(info.layout.sheets, weight, amplitude, width);
}
