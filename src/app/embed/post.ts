/** To whom the lab listens, and to whom it speaks. */

/** A message of a page, with who sent it. */
export interface Mail {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

/** The page around the frame. */
export interface Holder {
  postMessage(message: unknown, targetOrigin: string): void;
}

/** The target of an origin: pages without one have no address, so that all the world's must do. */
const targetOf = (origin: string): string => (origin === 'null' ? '*' : origin);

/**
 * The way to the page that holds the frame. Nobody else is heard: no sibling frame, no opener. Where the address declares
 * origins (`&origin=`), only such a page is heard, and nothing is ever sent to another one. Where it declares none, what
 * the lab says of itself (`ready`, errors of its address) is for whoever holds it, and answers and events go to the origin
 * that asked.
 */
export class Post {
  private readonly holder: Holder;
  private readonly declared: readonly string[] | null;
  /** Origin of the page that spoke last. */
  private known: string | null = null;

  constructor(holder: Holder, declared: readonly string[] | null) {
    this.holder = holder;
    this.declared = declared;
  }

  /** Whether a message is from the page that may speak. */
  hears({ origin, source }: Mail): boolean {
    if (source !== this.holder) return false;
    if (this.declared !== null && !this.declared.includes(origin)) return false;
    this.known = origin;
    return true;
  }

  send(message: unknown): void {
    for (const target of this.targets()) this.holder.postMessage(message, target);
  }

  /** Of several declared origins the browser delivers to the one that is there. */
  private targets(): readonly string[] {
    if (this.known !== null) return [targetOf(this.known)];
    return this.declared === null ? ['*'] : [...new Set(this.declared.map(targetOf))];
  }
}
