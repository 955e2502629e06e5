/**
 * The list of shipped scenarios (public/scenarios/index.json). A scenario is one file, or a few that show one thing in
 * several ways: its presets. Every preset is a whole document of its own, so that a link, the terminal and a script name
 * it as they name a scenario; the list alone says what belongs together.
 */

/** Chapters of the list, in their order. */
export const chapters = ['start', 'networks', 'fields', 'universes', 'sources', 'siblings'] as const;
export type Chapter = (typeof chapters)[number];

/** A file of public/scenarios, its name without .json. */
export interface ShippedFile {
  readonly id: string;
  /** Of a preset: a few words, to be read after the scenario's title. */
  readonly title: string;
  /** One sentence: what to do, and what is then seen. */
  readonly about: string;
}

/** One entry of the list; its id opens its first preset, or is the file where it has none. */
export interface ShippedScenario extends ShippedFile {
  readonly chapter: Chapter;
  readonly presets: readonly ShippedFile[];
}

/** One thing that can be opened: a scenario without presets, or a preset. */
export interface ShippedChoice extends ShippedFile {
  /** Of a preset: both titles. */
  readonly title: string;
  readonly scenario: ShippedScenario;
}

/** Ids become part of an address: nothing but these characters. */
const ID = /^[a-z0-9-]{1,64}$/;

export function isShippedId(id: string): boolean {
  return ID.test(id);
}

function isFile(value: unknown): value is ShippedFile {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title, about } = value as Record<string, unknown>;
  return typeof id === 'string' && ID.test(id) && typeof title === 'string' && typeof about === 'string';
}

/** The entries of a list that have the right shape; what has another one is passed over. */
export function readIndex(json: unknown): readonly ShippedScenario[] {
  if (!Array.isArray(json)) return [];
  return json.filter(isFile).map((entry) => {
    const { id, title, about, chapter, presets } = entry as ShippedFile & Record<string, unknown>;
    return {
      id,
      title,
      about,
      chapter: chapters.find((known) => known === chapter) ?? chapters[0],
      presets: Array.isArray(presets) ? presets.filter(isFile) : [],
    };
  });
}

/** Everything of a list that can be opened, in its order: presets in the place of their scenario. */
export function choicesOf(list: readonly ShippedScenario[]): readonly ShippedChoice[] {
  return list.flatMap((scenario): readonly ShippedChoice[] => {
    const { id, title, about, presets } = scenario;
    if (presets.length === 0) return [{ id, title, about, scenario }];
    return presets.map((preset) => ({ ...preset, title: `${title}: ${preset.title}`, scenario }));
  });
}

/** What an id opens: a preset, or a scenario by its first one. */
export function findShipped(list: readonly ShippedScenario[], id: string): ShippedChoice | null {
  const choices = choicesOf(list);
  return (
    choices.find((choice) => choice.id === id) ?? choices.find(({ scenario }) => scenario.id === id) ?? null
  );
}

/** Every id that opens something. */
export function shippedNames(list: readonly ShippedScenario[]): readonly string[] {
  return [...new Set(list.flatMap(({ id, presets }) => [id, ...presets.map((preset) => preset.id)]))];
}
