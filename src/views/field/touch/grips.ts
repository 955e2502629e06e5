import '../../../messages/late.ts';
import { formatSigned } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { useLab, type Told } from '../../../store/index.ts';
import { hasMatrices, sitesOf } from '../../lattice.ts';
import { weightWords } from '../../names.ts';
import type { Grip, Grips } from '../../scene/grip.ts';
import { divisorOf } from '../../scene/scale.ts';
import { pullSite, type Pull } from './hold.ts';
import type { TouchHost } from './host.ts';
import { leverOf } from './lever.ts';

/** Pixels from a site's dot within which a press holds it; while the tools are open, from the curve. */
const REACH = 7;
const OPEN_REACH = 24;
/** Width of a pull until a hand chooses another, in sites. */
const WIDTH = 2;
/** Parts of the limit by which a key raises: plainly, and with Shift. */
const STEP = 0.1;
const LEAP = 1;

/** What a hand can hold of a field: a site, by the pointer or by keys. */
export function createGrips(host: TouchHost): Grips {
  const { info, state } = host;
  const { sheets } = info.layout;
  const sites = sitesOf(sheets, info.tracks[0].weightCount);
  let keyed: { readonly pull: Pull; rise: number } | null = null;

  const reach = (): number => (useLab.getState().touch === null ? REACH : OPEN_REACH);
  const widthNow = (): number => useLab.getState().touch?.width ?? (hasMatrices(info.layout) ? 0 : WIDTH);
  const limitNow = (): number => divisorOf(state.limit);
  const name = (weight: number): string => weightWords(sheets, sites, weight);
  const say = useLab.getState().say;

  const tellHeld = ({ weight, height, atMost }: Pull): void => {
    const values = { weight: name(weight), value: formatSigned(height) };
    say(text(atMost ? 'touch.most' : 'touch.held', values));
  };
  const tellDropped = ({ weight, height }: Pull, told: Told | null): void => {
    void told?.then((outcome) => {
      if (outcome.kind !== 'applied') return;
      say(text('touch.dropped', { weight: name(weight), value: formatSigned(height), step: outcome.step }));
    });
  };
  const drop = (pull: Pull): void => tellDropped(pull, pull.drop());
  const giveUp = (): void => {
    keyed?.pull.cancel();
    keyed = null;
  };

  const pullFrom = (weight: number, x: number, y: number): Grip => {
    const limit = limitNow();
    const pull = pullSite(host, weight, widthNow(), limit);
    const low = new Float32Array(3);
    const high = new Float32Array(3);
    const isSeen = host.pixelOf(weight, 0, low) && host.pixelOf(weight, 1, high);
    const lever = leverOf(isSeen ? low : [0, 0], isSeen ? high : [0, 0]);
    return {
      move(nextX, nextY) {
        useLab.getState().hover(weight);
        pull.to(limit * (lever.right * (nextX - x) + lever.down * (nextY - y)));
      },
      drop: () => drop(pull),
      cancel: () => pull.cancel(),
    };
  };

  /** Raises what keys hold, or takes hold of the chosen site. */
  const raise = (by: number): void => {
    const weight = useLab.getState().selected;
    if (weight === null) {
      say(text('touch.chooseFirst'));
      return;
    }
    if (keyed?.pull.weight !== weight) giveUp();
    keyed ??= { pull: pullSite(host, weight, widthNow(), limitNow()), rise: 0 };
    keyed.rise += by * limitNow();
    keyed.pull.to(keyed.rise);
    useLab.getState().hover(weight);
    tellHeld(keyed.pull);
  };

  return {
    reaches: (x, y) => host.siteAt(x, y, reach()) >= 0,
    take(x, y) {
      const weight = host.siteAt(x, y, reach());
      if (weight < 0) return null;
      giveUp();
      return pullFrom(weight, x, y);
    },
    key(event) {
      const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
      const up = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : 0;
      if (up !== 0 && altKey && !ctrlKey && !metaKey) {
        raise(up * (shiftKey ? LEAP : STEP));
        return true;
      }
      if (keyed === null) return false;
      if (key === 'Enter') {
        const { pull } = keyed;
        keyed = null;
        drop(pull);
        return true;
      }
      if (key === 'Escape') {
        giveUp();
        say(text('touch.cancelled'));
        return true;
      }
      return false;
    },
    leave: giveUp,
  };
}
