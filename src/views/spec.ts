import type { MessageId } from '../messages/index.ts';

/** What a picture says about itself, as message ids. */
export interface ViewSpec {
  readonly title: MessageId;
  /** What will appear, and what it needs; shown while there is none. */
  readonly needs: MessageId;
  /** One sentence: how to read it. */
  readonly help: MessageId;
}
