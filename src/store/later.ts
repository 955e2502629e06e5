/**
 * Parts of the page that are loaded when they are first asked for: the one loader. A part that could not be fetched is
 * fetched again when it is next asked for (React's `lazy` and a kept promise would hold the failure for ever), and all
 * of them are fetched ahead once the first picture stands, so that a network that goes away later takes nothing along.
 */
import { createElement, use, useEffect, useState, type ComponentType, type ReactElement } from 'react';

/** A part of the program could not be fetched: no network, or a new deployment under other names. */
export class LoadError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'LoadError';
  }
}

/** Everything that is loaded later, in the order in which it was declared. */
const parts: Later<unknown>[] = [];
/** Whether something failed since the page was loaded: style sheets may be missing. */
let failedBefore = false;

/** Something that is loaded once, when it is first asked for. */
export class Later<T> {
  /** Null until it is there. */
  value: T | null = null;
  private readonly load: () => Promise<T>;
  private asked: Promise<T> | null = null;
  private failed = false;

  constructor(load: () => Promise<T>) {
    this.load = load;
    parts.push(this);
  }

  /** The same promise for everyone, until it has failed and `forgetFailures` was called. @throws LoadError */
  ask(): Promise<T> {
    this.asked ??= this.begin();
    return this.asked;
  }

  forgetFailure(): void {
    if (!this.failed) return;
    this.failed = false;
    this.asked = null;
  }

  private async begin(): Promise<T> {
    try {
      await reach();
      if (failedBefore) await mendStyles();
      this.value = await this.load();
      return this.value;
    } catch (error) {
      this.failed = true;
      failedBefore = true;
      throw new LoadError(error);
    }
  }
}

/**
 * Browsers may keep a module that could not be fetched as failed until the page is loaded anew: where they say that the
 * network is away, none is asked for before the lab's own server answers. It does on a laptop that serves itself.
 *  @throws what the network says
 */
async function reach(): Promise<void> {
  if (typeof navigator === 'undefined' || !('onLine' in navigator) || navigator.onLine) return;
  // A file has everything in it, and a service worker has kept everything.
  if (!location.protocol.startsWith('http') || isKept()) return;
  await fetch('./favicon.svg', { method: 'HEAD', mode: 'no-cors', cache: 'no-store' });
}

/** Whether a service worker answers for the page; a sandboxed frame may not even ask. */
function isKept(): boolean {
  try {
    return 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
  } catch {
    return false;
  }
}

/** What failed is fetched again when it is next asked for. Called once a boundary has shown the failure. */
export function forgetFailures(): void {
  for (const part of parts) part.forgetFailure();
}

/** A component that is loaded when it is first drawn; stands inside a boundary and a Suspense. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return laterOf(new Later(load));
}

/** The same of a part that is also asked for before it is drawn. */
export function laterOf<P extends object>(part: Later<ComponentType<P>>): ComponentType<P> {
  return function LaterPart(props: P): ReactElement {
    // Once it is there it is drawn at once, without a frame of the fallback.
    return createElement(part.value ?? use(part.ask()), props);
  };
}

/**
 * Something that loads later, drawn at once when it has come; null until then. For what may come while a run plays: React
 * retries a suspended part at low priority, which ten readouts a second put off for as long as they come.
 *  @throws LoadError for the boundary above
 */
export function useLater<T>(part: Later<T>): T | null {
  const [outcome, setOutcome] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    if (part.value !== null) return;
    let alive = true;
    const tell = (error: unknown): void => {
      if (alive) setOutcome({ error });
    };
    part.ask().then(() => tell(null), tell);
    return () => {
      alive = false;
    };
  }, [part]);
  if (outcome !== null && outcome.error !== null) throw outcome.error;
  return part.value;
}

/**
 * The bundler's preloading asks for a style sheet once only: one that failed would be missing when its part comes at
 * the second try. Asks anew for those that did not come.
 */
async function mendStyles(): Promise<void> {
  if (typeof document === 'undefined') return;
  const links = [...document.head.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  await Promise.all(
    links
      .filter(({ sheet }) => sheet === null)
      .map(
        (link) =>
          new Promise<void>((resolve, reject) => {
            const again = link.cloneNode() as HTMLLinkElement;
            again.addEventListener('load', () => resolve());
            again.addEventListener('error', () => reject(new Error(`no style sheet ${again.href}`)));
            link.replaceWith(again);
          }),
      ),
  );
}

/**
 * Fetches every part ahead, one after the other.
 *  @param pause  waits until the page is idle
 *  A part that fails is left for the time it is asked for.
 */
export async function fetchAhead(pause: () => Promise<void>): Promise<void> {
  for (const part of parts) {
    await pause();
    if (part.value !== null) continue;
    try {
      await part.ask();
    } catch {
      part.forgetFailure();
    }
  }
}
