import { formatInteger, formatNumber, formatShort } from '../../messages/format.ts';
import { declared, text } from '../../messages/index.ts';
import { FRICTION, frictionDeclaration, heldGamma } from '../../scenario/friction.ts';
import { controlsOf, currentValue, parameterOf } from '../../scenario/patch.ts';
import type { Parameter } from '../../scenario/controls.ts';
import {
  sectionNames,
  type Command,
  type Edit,
  type PokeCommand,
  type RunDocument,
  type Scenario,
} from '../../scenario/types.ts';
import type { Change } from '../../store/index.ts';
import type { Mark } from './marks.ts';

/** Longest text that is shown as a value. */
const LONGEST = 24;

/** A value in a few characters; null where it has too many numbers to be read. */
function shortValue(value: unknown): string | null {
  if (typeof value === 'number') {
    return Number.isInteger(value) ? formatInteger(value) : formatShort(value);
  }
  if (typeof value === 'boolean') return text(value ? 'change.on' : 'change.off');
  if (typeof value === 'string' && value.length <= LONGEST) return value;
  return null;
}

/** 't 6.40, step 320' */
export function positionText(time: number, step: number): string {
  return text('timeline.at', { time: formatNumber(time), step: formatInteger(step) });
}

/** A parameter's declaration; friction is known under every history, for a hand may have held it for a while. */
function declarationOf(scenario: Scenario, path: string): Parameter | null {
  return path === FRICTION ? frictionDeclaration() : parameterOf(scenario, path);
}

/** The letter that a history as a whole is known by here. */
const HISTORY = 'γ';

/** How the label of a parameter begins, where that is a symbol of the theory; else ''. */
export function symbolOf(scenario: Scenario, path: string): string {
  return path === 'expansion' ? HISTORY : (declarationOf(scenario, path)?.symbol ?? '');
}

/** The symbol of a parameter, else its name. */
function shortName(scenario: Scenario, path: string): string {
  if (path === 'expansion') return HISTORY;
  if (path === 'data') return text('change.samples');
  const parameter = declarationOf(scenario, path);
  if (parameter === null) return path;
  return parameter.symbol === '' ? parameter.label : parameter.symbol;
}

/** What a command does to the run, in words: 'poke at site 12'; null for a value that is set. */
function commandText(command: Command): string | null {
  switch (command.kind) {
    case 'state':
      return text(command.velocity.every((rate) => rate === 0) ? 'timeline.dropped' : 'timeline.met');
    case 'source': {
      const { target, profile } = command;
      const site = siteOf(profile);
      return site === null
        ? text('timeline.source', { target })
        : text('timeline.sourceAt', { target, site: formatShort(site) });
    }
    case 'poke': {
      const site = siteOf(command.profile);
      return site === null ? text('timeline.poke') : text('timeline.pokeAt', { site: formatShort(site) });
    }
    // A section of a scenario has a kind, too.
    case 'set':
    default:
      return null;
  }
}

/** The one site that a profile is at; null where it is at several. */
function siteOf(profile: PokeCommand['profile']): number | null {
  if ('at' in profile) return profile.at.length === 1 ? profile.at[0] : null;
  return profile.center;
}

/** What was done by a hand in one go: 'poke at site 12', '5 pokes'. */
function editsText(edits: readonly Edit[]): string {
  const words = edits.map(({ command }) => commandText(command));
  const [first] = words;
  if (first !== null && words.every((other) => other === first)) {
    return edits.length === 1 ? first : text('change.times', { what: first, count: edits.length });
  }
  return text('change.doneMany', { count: edits.length });
}

function movedText(after: unknown): string | null {
  const isCommand = typeof after === 'object' && after !== null && 'kind' in after;
  return isCommand ? commandText(after as Command) : null;
}

/** 'γ 0.3 → 0.5' */
export function markText(scenario: Scenario, { path, before, after, count }: Mark): string {
  if (count !== undefined) return text('timeline.markMany', { count: formatInteger(count) });
  const moved = movedText(after);
  if (moved !== null) return moved;
  const held = path === 'expansion' ? heldGamma(after) : undefined;
  if (held !== undefined) return text('timeline.held', { gamma: formatShort(held) });
  const symbol = shortName(scenario, path);
  const from = shortValue(before);
  const to = shortValue(after);
  if (from === null || to === null) return text('timeline.markChanged', { symbol });
  return text('timeline.mark', { symbol, before: from, after: to });
}

/** What a path is called: 'friction', 'system kind', 'seed'. */
function nameOf(scenario: Scenario, path: string): string {
  if (path === 'seed') return text('change.seed');
  if (path === 'title') return text('change.title');
  if (path === 'tracks') return text('change.tracks');
  if (path.startsWith('noise')) return text('change.noise');
  const section = sectionNames.find((name) => path === name || path.startsWith(`${name}.`));
  if (section === undefined) return path;
  const parameter = declarationOf(scenario, path);
  if (parameter !== null) {
    const name = path.slice(section.length + 1);
    return declared(`parameter.${section}.${scenario[section].kind}.${name}.label`, parameter.label);
  }
  const title = controlsOf(scenario).find((controls) => controls.section === section)?.label ?? section;
  const shown = declared(`section.${section}`, title).toLowerCase();
  return path.endsWith('.kind') ? text('change.kindOf', { section: shown }) : shown;
}

/** A kind by its name for people; any other value as it is. */
function kindLabel(scenario: Scenario, path: string, value: unknown): unknown {
  if (!path.endsWith('.kind')) return value;
  const controls = controlsOf(scenario).find(({ section }) => path === `${section}.kind`);
  return controls?.kinds.find(({ kind }) => kind === value)?.label ?? value;
}

function fromTo(scenario: Scenario, path: string, before: unknown, after: unknown): string {
  const what = nameOf(scenario, path);
  const from = shortValue(kindLabel(scenario, path, before));
  const to = shortValue(kindLabel(scenario, path, after));
  if (from === null || to === null) return text('change.of', { what });
  return text('change.fromTo', { what, before: from, after: to });
}

/** A history that changed as a whole: another kind of it, or other points of its schedule. */
function historyChange(scenario: Scenario, before: unknown, after: unknown): string {
  const kind = (section: unknown): unknown => (section as { readonly kind?: unknown } | undefined)?.kind;
  return kind(before) === kind(after)
    ? text('change.of', { what: text('change.schedule') })
    : fromTo(scenario, 'expansion.kind', kind(before), kind(after));
}

/** Names a change for undo and redo: 'friction 2 to 5', 'opened XOR'. */
export function changeText(change: Change, present: RunDocument | null): string {
  switch (change.kind) {
    case 'value':
      if (present !== null && change.path === 'expansion') {
        return historyChange(present.scenario, change.before, change.after);
      }
      return present === null
        ? change.path
        : fromTo(present.scenario, change.path, change.before, change.after);
    case 'document': {
      const { path, before, after } = change;
      if (path === null) return text('change.opened', { title: after.document.scenario.title });
      if (path === 'state') return text('change.met', { step: formatInteger(before.step) });
      if (path === 'reset') return text('change.reset', { step: formatInteger(before.step) });
      const value = (document: RunDocument): unknown => currentValue(document, path);
      if (path === 'expansion') {
        return historyChange(after.document.scenario, value(before.document), value(after.document));
      }
      // The later kind of a section knows its own parameters; a path that only the earlier one had is plain.
      return fromTo(after.document.scenario, path, value(before.document), value(after.document));
    }
    case 'edits':
      return editsText(change.edits);
    case 'branch':
      return text('change.branch', { title: change.title });
  }
}
