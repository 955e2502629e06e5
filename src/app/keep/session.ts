import { changesIn, changesText, presentStep, setLeaving, useLab } from '../../store/index.ts';
import type { LabState } from '../../store/index.ts';
import type { RunDocument } from '../../scenario/types.ts';
import { sameJson } from '../../scenario/plain.ts';
import { openShipped, startShipped } from '../../ui/files/shipped.ts';
import { takeTurn } from '../../ui/files/turn.ts';
import { useUi } from '../../ui/uiState.ts';
import { addressOf } from './address.ts';
import { openLessonOf, openLinkOf, openTalkOf } from './named.ts';
import {
  newestRun,
  readRun,
  removeRun,
  writeRun,
  writeStand,
  type KeptRun,
  type Storage,
} from './records.ts';

/** The present run is written this long after a change, and its step this often while it plays. */
const WRITE_AFTER_MS = 400;
const STEP_EVERY_MS = 1000;
/** Scenarios opened faster than this are one entry of the history: browsers allow few in a row. */
const ENTRY_EVERY_MS = 1000;
/** Edits of a run that is too long to be kept: no long text is made only to be thrown away. */
const MOST_EDITS = 20_000;

/** What `history.state` of an entry holds: the run that stood there. */
interface Entry {
  readonly run: string;
}

function entryOf(state: unknown): Entry | null {
  const run = (state as { readonly run?: unknown } | null)?.run;
  return typeof run === 'string' ? { run } : null;
}

/**
 * The entry that this page comes back to: after a reload, Back, Forward or a restored tab. A link that is opened anew is
 * never stood in the way of, though browsers leave the state of an entry when its own address is opened again.
 */
function entryComeBackTo(): Entry | null {
  const [navigation] = performance.getEntriesByType('navigation');
  const anew = (navigation as PerformanceNavigationTiming | undefined)?.type === 'navigate';
  return anew ? null : entryOf(window.history.state);
}

const freshId = (): string => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;

/**
 * Keeps the present run of this page (document, step, branches, comparison, view) and brings it back after a reload,
 * Back, Forward and a crash; the address follows what is opened. Each entry of the history names its run, so that tabs
 * never share one: a page whose record was not left (a doubled tab, or a crash) goes on in a copy.
 */
export class Session {
  private readonly storage: Storage | null;
  private id: string;
  /** The document as it was opened; a run that is still that is not kept. */
  private opened: RunDocument | null = null;
  private pushedAt = -Infinity;
  /** What is opened by the page itself makes no entry of the history. */
  private quiet = false;
  private dirty = false;
  private told = false;
  /** The hash of the address: a link to the run as it stands, or nothing. */
  private link = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(storage: Storage | null) {
    this.storage = storage;
    this.id = entryComeBackTo()?.run ?? freshId();
  }

  /** Opens what this page shows first, and follows the lab from then on. */
  async start(search: string): Promise<void> {
    const entry = entryComeBackTo();
    const kept = entry === null || this.storage === null ? null : readRun(this.storage, entry.run);
    if (kept !== null && !kept.left) this.id = freshId();
    this.follow();
    this.quiet = true;
    const { hash } = window.location;
    const back = kept !== null && this.bringBack(kept, hash);
    const query = new URLSearchParams(search);
    const talk = await openTalkOf(search, hash, entry !== null, back);
    // What these open needs the list.
    const named = !back && !talk && (query.has('lesson') || hash !== '');
    await startShipped(search, back || talk || named);
    if (named) await this.openNamed(search, hash);
    this.quiet = false;
    this.writeAddress(false);
    const { problem, document } = useLab.getState();
    const last = this.storage === null ? null : newestRun(this.storage);
    const linked = named || talk || query.has('scenario');
    if (!back && !linked && problem === null && document !== null && last !== null) {
      useUi.setState({
        notice: { kind: 'offered', title: last.title, step: last.step, act: () => this.bringBack(last) },
      });
    }
    void import('./followLink.ts').then(({ followLink }) => followLink(this)).catch(() => undefined);
  }

  /** Opens the link of an address, else its lesson, else its scenario; what was wrong with what did not open is told. */
  private async openNamed(search: string, hash: string): Promise<void> {
    if (hash !== '' && (await this.openedLink(hash))) return;
    const { problem } = useLab.getState();
    const lesson = await openLessonOf(search);
    const wrong = problem ?? useLab.getState().problem;
    if (!lesson) await startShipped(search);
    if (wrong !== null) useLab.getState().report(wrong);
  }

  /** Opens a link. @returns whether it could be opened */
  private async openedLink(hash: string): Promise<boolean> {
    const isOpen = await openLinkOf(hash);
    this.link = isOpen ? hash : '';
    // What a link holds differs from the scenario that it names.
    if (isOpen) this.opened = null;
    return isOpen;
  }

  /** Opens a kept run where it stood. @param link  the hash of its address @returns whether it could be opened */
  private bringBack(kept: KeptRun, link = ''): boolean {
    const lab = useLab.getState();
    const quiet = this.quiet;
    takeTurn();
    this.quiet = true;
    const back = lab.openText(kept.title, kept.text, kept.shippedId ?? undefined, kept.step);
    this.quiet = quiet;
    if (!back) {
      // Written by another version: the page starts as if nothing had been kept.
      lab.report(null);
      return false;
    }
    // After a reload there is nothing to take back but what was kept; later the list of this page goes on.
    const { undoable, redoable, branches } = useLab.getState();
    if (undoable.length === 0 && redoable.length === 0) useLab.setState(changesIn(kept.changes, branches));
    // What was brought back differs from the scenario that it came from.
    this.opened = null;
    this.link = link;
    this.writeAddress(false);
    const { title, step, shippedId } = kept;
    useUi.setState({ notice: { kind: 'back', title, step, act: () => void this.anew(shippedId) } });
    return true;
  }

  /** Opens the scenario of this run from its start. */
  private async anew(shippedId: string | null): Promise<void> {
    this.quiet = true;
    const first = useLab.getState().shipped[0]?.id;
    const id = shippedId ?? first;
    // The link of the run that is given up would bring it back.
    this.link = '';
    if (id !== undefined) await openShipped(id);
    this.quiet = false;
    this.writeAddress(false);
  }

  private follow(): void {
    // The run that is left stays with its entry of the history, to be found there by Back.
    setLeaving(() => {
      if (!this.quiet) this.write(true);
    });
    useLab.subscribe((now, before) => this.changed(now, before));
    useUi.subscribe((now, before) => {
      if (now.tab !== before.tab) this.later();
    });
    window.addEventListener('popstate', (event) => void this.moved(entryOf(event.state)));
    // A link that is pasted into the address; browsers that tell it as a move as well have told so before.
    window.addEventListener('hashchange', () => {
      if (window.location.hash !== this.link) void this.moved(null);
    });
    let gone = false;
    window.addEventListener('pagehide', () => {
      gone = true;
      this.write(true);
    });
    window.addEventListener('pageshow', (event) => {
      gone = false;
      if (event.persisted) this.write(false);
    });
    // Some browsers tell a page that is left that it is hidden, too, and afterwards.
    window.document.addEventListener('visibilitychange', () => {
      if (!gone && window.document.visibilityState === 'hidden') this.write(false);
    });
  }

  private changed(now: LabState, before: LabState): void {
    // A new object whenever a document is opened.
    if (now.askedCharts !== before.askedCharts) this.openedAnother(now);
    else if (now.shippedId !== before.shippedId || now.lesson !== before.lesson) this.writeAddress(false);
    const notice = useUi.getState().notice;
    if (notice !== null && now.playing && !before.playing) useUi.setState({ notice: null });
    if (
      now.document !== before.document ||
      now.info?.document !== before.info?.document ||
      now.branches !== before.branches ||
      now.undoable !== before.undoable ||
      now.redoable !== before.redoable ||
      now.comparison !== before.comparison ||
      now.maximized !== before.maximized ||
      now.selected !== before.selected ||
      now.hiddenTracks !== before.hiddenTracks ||
      now.lesson !== before.lesson
    ) {
      this.dirty = true;
      this.later();
    } else if (now.readouts?.step !== before.readouts?.step)
      this.later(now.playing ? STEP_EVERY_MS : WRITE_AFTER_MS);
  }

  private openedAnother(now: LabState): void {
    useUi.setState({ notice: null });
    if (!this.quiet) {
      // The states of a talk are one place: Back leaves the talk.
      const soon = useUi.getState().presenting || performance.now() - this.pushedAt < ENTRY_EVERY_MS;
      if (!soon) this.id = freshId();
      this.pushedAt = performance.now();
      this.link = '';
      this.writeAddress(!soon);
    }
    this.opened = now.document;
    this.dirty = true;
  }

  /** Back, Forward or a pasted link: the run of that entry, else the link, lesson or scenario of its address. */
  private async moved(entry: Entry | null): Promise<void> {
    const { search, hash } = window.location;
    // The link that is open, entered once more.
    const same = entry === null && hash !== '' && hash === this.link;
    this.link = hash;
    if (same) {
      this.writeAddress(false);
      return;
    }
    this.write(true);
    this.id = entry?.run ?? freshId();
    const kept = this.storage === null ? null : readRun(this.storage, this.id);
    if (kept !== null && this.bringBack(kept, hash)) return;
    this.quiet = true;
    if (hash !== '') {
      // Where it is broken what stands stays, with its own address.
      await this.openedLink(hash);
    } else if (!(await openLessonOf(search))) {
      const id = new URLSearchParams(search).get('scenario') ?? useLab.getState().shipped[0]?.id;
      if (id !== undefined) await openShipped(id);
    }
    this.quiet = false;
    this.writeAddress(false);
  }

  private writeAddress(another: boolean): void {
    const state: Entry = { run: this.id };
    const { document, shippedId, lesson } = useLab.getState();
    const { href } = window.location;
    const address = document === null ? href : addressOf(href, shippedId, lesson, this.link);
    try {
      if (another) window.history.pushState(state, '', address);
      else window.history.replaceState(state, '', address);
    } catch {
      // Frames of no origin, and browsers that were asked too often: the address stays.
    }
  }

  private later(wait = WRITE_AFTER_MS): void {
    this.timer ??= setTimeout(() => this.write(false), wait);
  }

  /** Shows a link to the run as it stands in the address; '' for none. */
  setLink(link: string): void {
    if (this.link === link) return;
    this.link = link;
    this.writeAddress(false);
  }

  /** Whether a run is more than a scenario that was opened and not yet touched. */
  touched({ document, shippedId, branches }: LabState, step: number): boolean {
    if (step > 0 || branches.length > 0 || shippedId === null || this.opened === null) return true;
    if (document === null || document.edits.length > 0) return true;
    if (document === this.opened) return false;
    const { scenario, tracks } = this.opened;
    return !sameJson(document.scenario, scenario) || !sameJson(document.tracks, tracks);
  }

  /** Writes the run as it stands. @returns whether a reload would lose nothing */
  keep(): boolean {
    return this.write(true);
  }

  private write(left: boolean): boolean {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { storage, id } = this;
    const lab = useLab.getState();
    const { document, shippedId, info } = lab;
    // Until its run has come a document is what was asked for, and may yet be refused.
    if (document === null || info === null) return true;
    const step = presentStep();
    const touched = lab.lesson !== null || this.touched(lab, step);
    if (storage === null) return !touched;
    if (!touched) {
      removeRun(storage, id);
      this.dirty = true;
      return true;
    }
    const stand = { step, at: Date.now(), left };
    // What the pictures alone know of (a camera, the way of a morph) tells nobody: whole, where the page is left.
    if (!left && !this.dirty && writeStand(storage, id, stand)) return true;
    const { title } = document.scenario;
    const long = info.document.edits.length > MOST_EDITS;
    const kept =
      !long &&
      writeRun(storage, { id, title, shippedId, text: lab.save(), changes: changesText(lab), ...stand });
    if (long) removeRun(storage, id);
    this.dirty = false;
    if (!kept && !this.told) {
      this.told = true;
      useUi.setState({ notice: { kind: 'long', title, step, act: null } });
    }
    return kept;
  }
}
