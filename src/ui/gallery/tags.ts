import { declared } from '../../messages/index.ts';
import { defaultKind, sections } from '../../scenario/sections.ts';

/** Sections whose kind is written on a card, in this order; all of them are searched. */
const SHOWN = ['system', 'dynamics', 'batch', 'expansion'] as const;

/** Names of kinds that are written as `section.kind`; what this version does not know is left out. */
export function tagsOf(kinds: readonly string[]): readonly string[] {
  return kinds.flatMap((written) => {
    const [section, kind] = written.split('.');
    const parts = Object.entries(sections).find(([name]) => name === section)?.[1].parts;
    const part = parts === undefined || !Object.hasOwn(parts, kind) ? undefined : parts[kind as never];
    if (part === undefined) return [];
    return [declared(`part.${section}.${kind}.label`, (part as { readonly label: string }).label)];
  });
}

/** The two that tell most of a run: what it is, and what of it is not as it is left out. */
export function shownTags(kinds: readonly string[]): readonly string[] {
  const system = kinds.find((written) => written.startsWith('system.'))?.slice('system.'.length) ?? '';
  const told = SHOWN.flatMap((section) =>
    kinds.filter(
      (written) =>
        written.startsWith(`${section}.`) &&
        (section === 'system' || written !== `${section}.${defaultKind(section, system)}`),
    ),
  );
  return tagsOf(told).slice(0, 2);
}
