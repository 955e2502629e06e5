import type { Messages } from '@lingui/core';
import { firstEnglish } from './en.ts';

/**
 * The English catalogue as lingui runs it. Vite and vitest put the messages, compiled, in this module's place
 * (`compiledMessages` in vite.config.ts), so that no parser of messages is shipped.
 */
export const compiled: Messages = firstEnglish;
