import { addMessages, laterText, text as firstText, type MessageId } from './index.ts';
import { compiled } from './universe.compiled.ts';
import type { universeMessages } from './universe.en.ts';

/** Messages of the universe: they come with it, for the first load has no room for them. */
export type UniverseMessageId = keyof typeof universeMessages;

addMessages(compiled);

/** Text of a message, also of one of the universe's own. */
export function text(
  id: UniverseMessageId | MessageId,
  values?: Readonly<Record<string, string | number>>,
): string {
  return id.startsWith('universe.') ? laterText(id, values) : firstText(id as MessageId, values);
}
