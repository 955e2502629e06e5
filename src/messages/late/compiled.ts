import type { Messages } from '@lingui/core';
import { lateEnglish } from './en.ts';

/** Messages of parts that are loaded later, compiled as those of the first load are (../compiled.ts). */
export const compiled: Messages = lateEnglish;
