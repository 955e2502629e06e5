import '../../../messages/late.ts';
import { formatSigned } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { useLab, type Told, type TouchTool } from '../../../store/index.ts';
import { sitesOf } from '../../lattice.ts';
import { weightWords } from '../../names.ts';
import type { Grip, Grips } from '../../scene/grip.ts';
import { beginStroke, type Stroke } from './brush.ts';
import { createForceLine, type ForceLine } from './forceLine.ts';
import { deedOf, toolObstacle, type Deed } from './free.ts';
import { pullSite, type Pull } from './hold.ts';
import type { TouchHost } from './host.ts';
import { leverOf } from './lever.ts';
import { firstTouch } from './tools.ts';

/** Pixels from a site's dot within which a press holds it; while the tools are open, from the curve. */
const REACH = 7;
const OPEN_REACH = 24;
/** How far a brush that is on its way still finds a site, in pixels. */
const BRUSH_REACH = 200;
/** Parts of the limit by which a key raises: plainly, and with Shift. */
const STEP = 0.1;
const LEAP = 1;

const isSource = (deed: Deed): boolean => deed === 'J' || deed === 'K' || deed === 'force';

/** What keys hold: a pull, or a dab of the brush. */
interface Keyed {
  readonly tool: TouchTool;
  readonly weight: number;
  raise(by: number): string;
  drop(): void;
  cancel(): void;
}

/** What a hand can hold of a field, and what is drawn for it alone. */
export interface TouchGrips extends Grips {
  draw(): void;
  dispose(): void;
}

/** A hand on a field, by the pointer or by keys: it holds a site, or a brush. */
export function createGrips(host: TouchHost): TouchGrips {
  const { info } = host;
  const { sheets } = info.layout;
  const sites = sitesOf(sheets, info.tracks[0].weightCount);
  let keyed: Keyed | null = null;
  let force: ForceLine | null = null;

  const touchNow = () => useLab.getState().touch ?? firstTouch(info.layout);
  const reach = (): number => (useLab.getState().touch === null ? REACH : OPEN_REACH);
  const name = (weight: number): string => weightWords(sheets, sites, weight);
  const say = useLab.getState().say;
  const tell = (told: Told | null, words: (step: number) => string): void => {
    // What is let go where it was taken changes nothing.
    if (told === null) say(text('touch.cancelled'));
    void told?.then((outcome) => {
      if (outcome.kind === 'applied') say(words(outcome.step));
    });
  };
  const giveUp = (): void => {
    keyed?.cancel();
    keyed = null;
  };

  const dropPull = (pull: Pull): void => {
    const values = { weight: name(pull.weight), value: formatSigned(pull.height) };
    tell(pull.drop(), (step) => text('touch.dropped', { ...values, step }));
  };
  const dropStroke = (stroke: Stroke, tool: Exclude<Deed, 'pull'>): void => {
    const told = stroke.drop();
    const id = stroke.atMost ? 'touch.paintedMost' : 'touch.painted';
    tell(told, (step) => text(id, { what: text(`touch.name.${tool}`), step }));
  };

  const pullFrom = (weight: number, width: number, x: number, y: number): Grip => {
    const limit = host.limit();
    const pull = pullSite(host, weight, width, limit);
    const low = new Float32Array(3);
    const high = new Float32Array(3);
    const isSeen = host.pixelOf(weight, 0, low) && host.pixelOf(weight, 1, high);
    const lever = leverOf(isSeen ? low : [0, 0], isSeen ? high : [0, 0]);
    return {
      dabs: false,
      move(nextX, nextY) {
        useLab.getState().hover(weight);
        pull.to(limit * (lever.right * (nextX - x) + lever.down * (nextY - y)));
      },
      drop: () => dropPull(pull),
      cancel: () => pull.cancel(),
    };
  };

  const paintFrom = (stroke: Stroke, tool: Exclude<Deed, 'pull'>, weight: number): Grip => {
    // What is painted moves the curve under the pointer: sites are found where they stood.
    const find = host.sitesAsDrawn();
    stroke.to(weight);
    return {
      dabs: true,
      move(x, y) {
        const next = find(x, y, BRUSH_REACH, isSource(tool));
        if (next < 0) return;
        useLab.getState().hover(next);
        stroke.to(next);
      },
      drop: () => dropStroke(stroke, tool),
      cancel: () => stroke.cancel(),
    };
  };

  /** Takes hold of a weight by keys, with the tool in the hand. */
  const take = (weight: number): Keyed | null => {
    const { tool, width, strength } = touchNow();
    if (tool === 'pull') {
      const pull = pullSite(host, weight, width, host.limit());
      let rise = 0;
      return {
        tool,
        weight,
        raise(by) {
          rise += by * host.limit();
          pull.to(rise);
          const values = { weight: name(weight), value: formatSigned(pull.height) };
          return text(pull.atMost ? 'touch.most' : 'touch.held', values);
        },
        drop: () => dropPull(pull),
        cancel: () => pull.cancel(),
      };
    }
    const deed = deedOf(info, tool);
    const stroke = deed === 'pull' ? null : beginStroke(host, deed, weight, width, strength);
    if (deed === 'pull' || stroke === null) return null;
    let times = 0;
    stroke.to(weight);
    return {
      tool,
      weight,
      raise(by) {
        times += by / STEP;
        stroke.strengthen(times);
        const values = { what: text(`touch.name.${deed}`), weight: name(weight) };
        return text('touch.dab', { ...values, value: formatSigned(times * strength) });
      },
      drop: () => dropStroke(stroke, deed),
      cancel: () => stroke.cancel(),
    };
  };

  /** Raises what keys hold, or takes hold of the chosen site. */
  const raise = (by: number): void => {
    const weight = useLab.getState().selected;
    const { tool } = touchNow();
    const obstacle = toolObstacle(info, tool);
    if (weight === null || obstacle !== null) {
      say(text(obstacle ?? 'touch.chooseFirst'));
      return;
    }
    if (keyed?.weight !== weight || keyed.tool !== tool) giveUp();
    keyed ??= take(weight);
    if (keyed === null) return;
    useLab.getState().hover(weight);
    say(keyed.raise(by));
  };

  return {
    get cursors() {
      return touchNow().tool === 'pull'
        ? (['grab', 'grabbing'] as const)
        : (['crosshair', 'crosshair'] as const);
    },
    reaches(x, y) {
      const { tool } = touchNow();
      const bases = isSource(deedOf(info, tool));
      return toolObstacle(info, tool) === null && host.siteAt(x, y, reach(), bases) >= 0;
    },
    take(x, y) {
      const { tool, width, strength } = touchNow();
      const deed = deedOf(info, tool);
      const weight = host.siteAt(x, y, reach(), isSource(deed));
      if (weight < 0 || toolObstacle(info, tool) !== null) return null;
      giveUp();
      if (deed === 'pull') return pullFrom(weight, width, x, y);
      const stroke = beginStroke(host, deed, weight, width, strength);
      return stroke === null ? null : paintFrom(stroke, deed, weight);
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
        const held = keyed;
        keyed = null;
        held.drop();
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
    draw() {
      if (useLab.getState().touch?.tool === 'force') force ??= createForceLine(host);
      force?.update();
    },
    dispose() {
      giveUp();
      force?.dispose();
    },
  };
}
