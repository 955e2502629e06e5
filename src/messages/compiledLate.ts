import type { Messages } from '@lingui/core';

/** Messages of parts that are loaded later. Only a build takes them out of `compiled.ts` and puts them here. */
export const compiledLate: Messages = {};
