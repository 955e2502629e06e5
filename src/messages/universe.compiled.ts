import type { Messages } from '@lingui/core';
import { universeMessages } from './universe.en.ts';

/** The messages of the universe as lingui runs them: compiled while building, like compiled.ts. */
export const compiled: Messages = universeMessages;
