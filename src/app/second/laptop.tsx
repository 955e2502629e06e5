import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Client } from '../../engine/client.ts';
import { useAudience, type Opening } from '../../store/audience.ts';
import { useLab } from '../../store/index.ts';
import { AUDIENCE } from '../../store/storage.ts';
import { AudienceBadge } from '../../ui/second/AudienceBadge.tsx';
import { onScreen, screenNow } from './mirror.ts';
import { freshId, openWire, readChannel } from './protocol.ts';
import { startPulse } from './pulse.ts';
import { Relay, type Begins, type Laptop } from './relay.ts';

/** A window that is reloaded says farewell and comes back within this. */
const BACK_MS = 4000;
/** A window that was opened has answered by then, also on a slow machine. */
const ANSWER_MS = 12_000;
/** Time for the double of this tab to say that it holds the channel. */
const CLAIM_MS = 300;

interface Kept {
  readonly channel: string;
  readonly frozen: number | null;
  readonly blank: boolean;
}

function readKept(): Kept | null {
  try {
    const { channel, frozen, blank } = JSON.parse(sessionStorage.getItem(AUDIENCE) ?? 'null') as Record<
      keyof Kept,
      unknown
    >;
    const known = readChannel(channel);
    if (known === null) return null;
    const step = Number.isSafeInteger(frozen) && Number(frozen) >= 0 ? Number(frozen) : null;
    return { channel: known, frozen: step, blank: blank === true };
  } catch {
    return null;
  }
}

function keep(kept: Kept | null): void {
  try {
    if (kept === null) sessionStorage.removeItem(AUDIENCE);
    else sessionStorage.setItem(AUDIENCE, JSON.stringify(kept));
  } catch {
    // Storage is refused: after a reload the window has to be opened anew.
  }
}

function laptopOf(engine: Client): Laptop {
  return {
    engine,
    info: () => useLab.getState().info,
    now() {
      const { playing, settled, blowUp } = useLab.getState();
      return { playing, settled, blowUp };
    },
    screen: screenNow,
    follow(screen, now) {
      const ends = [
        onScreen(screen),
        useLab.subscribe((state, before) => {
          const { playing, settled, blowUp } = state;
          if (playing !== before.playing || settled !== before.settled || blowUp !== before.blowUp) now();
        }),
      ];
      return () => {
        for (const end of ends) end();
      };
    },
    stand: () => ({ blank: useAudience.getState().blank }),
    clock: () => performance.now(),
  };
}

/** The laptop's end of the audience's window: its channel, the window itself, and what is told of it. */
class Second {
  private readonly engine: Client;
  private channel: string;
  private relay: Relay;
  private window: Window | null = null;
  private stopPulse: (() => void) | null = null;
  private awaited: ReturnType<typeof setTimeout> | undefined;
  private answer: ReturnType<typeof setTimeout> | undefined;

  constructor(engine: Client) {
    this.engine = engine;
    const kept = readKept();
    this.channel = kept?.channel ?? freshId();
    if (kept !== null) useAudience.setState({ frozen: kept.frozen, blank: kept.blank });
    this.relay = this.connect({ frozen: (kept?.frozen ?? null) !== null, again: kept !== null });
    if (kept !== null) {
      setTimeout(() => this.relay.start(), CLAIM_MS);
      // Whoever does not come back to what is held finds the present.
      this.awaitBack(false, 3);
    }
    useAudience.setState({
      hands: {
        open: () => this.open(),
        close: () => this.close(),
        address: () => this.address(),
        freeze: () => useAudience.setState({ frozen: this.relay.freeze() ?? 0 }),
        thaw: () => useAudience.setState({ frozen: null, lacking: false }),
      },
    });
    useAudience.subscribe((now, before) => {
      if (now.frozen === null && before.frozen !== null) this.relay.thaw();
      if (now.blank !== before.blank) this.relay.stand();
      if (now.blank !== before.blank || now.frozen !== before.frozen) this.remember();
    });
  }

  private connect(begins: Begins): Relay {
    return new Relay(
      laptopOf(this.engine),
      openWire(this.channel),
      freshId(),
      {
        windows: (count, farewell) => this.count(count, farewell),
        taken: () => this.moveOn(),
        lacking: () => useAudience.setState({ lacking: true }),
      },
      begins,
    );
  }

  private address(): string {
    const url = new URL(window.location.href);
    const quality = url.searchParams.get('quality');
    url.search = '';
    url.hash = '';
    url.searchParams.set('audience', this.channel);
    // For tests of the page, and for machines that draw slowly.
    if (quality !== null) url.searchParams.set('quality', quality);
    return url.href;
  }

  private open(): Opening {
    const old = this.window !== null && !this.window.closed;
    // A window of this name is found again, also after this page was reloaded; without an address it stays as it is.
    const opened = old ? this.window : window.open('', `lab-${this.channel}`, 'popup,width=1280,height=720');
    if (opened === null) return 'refused';
    this.window = opened;
    useAudience.setState({ closed: false, silent: false });
    this.remember();
    const fresh = this.isFresh(opened);
    if (fresh) {
      opened.location.replace(this.address());
      clearTimeout(this.answer);
      this.answer = setTimeout(() => this.isSilent(), ANSWER_MS);
    }
    opened.focus();
    return fresh ? 'opened' : 'focused';
  }

  private isFresh(opened: Window): boolean {
    try {
      return opened.location.href === 'about:blank';
    } catch {
      // Somebody went to another site in it.
      return true;
    }
  }

  /** Nothing was heard of the window that was opened; one that is closed by now is no fault. */
  private isSilent(): void {
    const silent = useAudience.getState().windows === 0 && this.window?.closed === false;
    useAudience.setState({ silent });
  }

  private close(): void {
    this.relay.close();
    this.window?.close();
    this.window = null;
    this.gone(false);
  }

  private count(windows: number, farewell: boolean): void {
    clearTimeout(this.awaited);
    if (windows > 0) {
      this.stopPulse ??= startPulse(() => this.relay.tick());
      useAudience.setState({ windows, closed: false, silent: false });
      this.remember();
      return;
    }
    if (farewell) this.awaitBack(true, 1);
    else this.gone(true);
  }

  /**
   * Waits for windows to come back, longer than one turn where they may only be slow: what is held or blank is not let go
   * because a busy machine reloads slowly. A window that is seen to be closed is not waited for.
   */
  private awaitBack(closed: boolean, turns: number): void {
    this.awaited = setTimeout(() => {
      if (turns === 0 || this.window?.closed === true) {
        this.gone(closed);
        return;
      }
      this.relay.stand();
      this.awaitBack(closed, turns - 1);
    }, BACK_MS);
  }

  /** Nobody looks any more. @param closed  by another hand than this page's */
  private gone(closed: boolean): void {
    clearTimeout(this.awaited);
    this.stopPulse?.();
    this.stopPulse = null;
    useAudience.setState({ windows: 0, closed, silent: false, lacking: false, frozen: null, blank: false });
    keep(null);
  }

  private remember(): void {
    const { frozen, blank } = useAudience.getState();
    keep({ channel: this.channel, frozen, blank });
  }

  /** This tab is the double of another, which keeps its windows. */
  private moveOn(): void {
    this.relay.end();
    this.channel = freshId();
    this.window = null;
    this.relay = this.connect({ frozen: false, again: false });
    this.gone(false);
  }
}

let started = false;

/** Starts this page's end; once. */
export function startLaptop(engine: Client): void {
  // Without channels the dialog says so.
  if (started || typeof BroadcastChannel === 'undefined') return;
  started = true;
  const second = new Second(engine);
  void second;
  const host = document.createElement('div');
  document.body.append(host);
  createRoot(host).render(
    <StrictMode>
      <AudienceBadge />
    </StrictMode>,
  );
}
