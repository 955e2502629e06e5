import type { RunDocument } from '../../scenario/types.ts';

/** Opens a link's text. @throws ScenarioError */
export type LinkOpener = (
  text: string,
) => Promise<{ readonly document: RunDocument; readonly shippedId: string | null }>;

export const LINK_OPENER: LinkOpener | null = null;
