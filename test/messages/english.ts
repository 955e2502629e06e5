import { firstEnglish } from '../../src/messages/en.ts';
import { lateEnglish } from '../../src/messages/late/en.ts';

/** Every message. */
export const english = { ...firstEnglish, ...lateEnglish } as const;
