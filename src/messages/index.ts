/**
 * The message catalogue: every string on the screen has an id here. Parameters, parts and scenarios
 * bring their own English text; their ids are made from where they stand.
 */
import { setupI18n, type Messages } from '@lingui/core';
import { isolated } from './bidi.ts';
import { compiled } from './compiled.ts';
import type { firstEnglish } from './en.ts';
import type { lateEnglish } from './late/en.ts';

export type MessageId = keyof typeof firstEnglish | keyof typeof lateEnglish;

const i18n = setupI18n();
i18n.load('en', compiled);
i18n.activate('en');

/** Adds messages to the catalogue. */
export function addMessages(messages: Messages): void {
  i18n.load('en', messages);
}

/** Text of a message, with {named} values; those from right to left stand by themselves in it. */
export function text(id: MessageId, values?: Readonly<Record<string, string | number>>): string {
  if (values === undefined) return i18n._(id);
  const own = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? isolated(value) : value,
  ]);
  return i18n._(id, Object.fromEntries(own) as Record<string, string | number>);
}

/** Text that a declaration brings along, under a made id, e.g. ('parameter.ring-shared.N.label', 'sites'). */
export function declared(id: string, english: string): string {
  // What stands in a declaration is plain text, never a message to be compiled.
  return id in i18n.messages ? i18n._(id) : english;
}
