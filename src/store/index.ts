import { create } from 'zustand';
import { HEADER, SCALAR, type FrameViews } from '../engine/frame.ts';
import type { BlowUp, RunInfo } from '../engine/protocol.ts';
import type { Traces } from '../engine/traces.ts';
import { patchScenario } from '../scenario/patch.ts';
import { parseRunDocument, serializeRunDocument } from '../scenario/document.ts';
import { ScenarioError, type RunDocument } from '../scenario/types.ts';
import type { Engine, Ground, PaneName, Problem, Readouts, ShippedScenario } from './types.ts';

export { TRACE } from '../engine/protocol.ts';
export type { Engine, EngineEvent, Ground, PaneName, Problem, Readouts, ShippedScenario } from './types.ts';

/** Readouts are renewed at most this often (style.md: ten times a second). */
const READOUT_INTERVAL_MS = 100;

export interface LabState {
  // scenario
  document: RunDocument | null;
  shipped: readonly ShippedScenario[];
  /** Id of the shipped scenario that was opened last; null after a file. */
  shippedId: string | null;
  problem: Problem | null;
  // run
  info: RunInfo | null;
  status: 'loading' | 'ready' | 'stopped';
  playing: boolean;
  readouts: Readouts | null;
  blowUp: BlowUp | null;
  /** Simulated time per second. */
  rate: number;
  // view
  unrolled: boolean;
  /** Weight under the pointer or focus, and the one chosen. */
  hovered: number | null;
  selected: number | null;
  maximized: PaneName | null;
  /** Ids of tracks that are not drawn. */
  hiddenTracks: readonly string[];
  // ui
  ground: Ground;
  drawerOpen: boolean;

  /** Opens a document (already parsed JSON, or text). Bad input becomes `problem`; the run survives. */
  openText(source: string, text: string, shippedId?: string): boolean;
  openDocument(document: RunDocument, shippedId?: string | null): void;
  setShipped(list: readonly ShippedScenario[]): void;
  report(problem: Problem | null): void;
  /** Text of the run document as it stands: a scenario file. */
  save(): string;
  /** Changes one parameter or section: live ones at the next step, others restart with the same seed. */
  setParameter(path: string, value: unknown): void;
  newSeed(seed: number): void;
  play(): void;
  pause(): void;
  step(count: number): void;
  reset(): void;
  setRate(rate: number): void;
  /** Remedy after a blow-up: a smaller step, from the snapshot the run was rolled back to. */
  dismissBlowUp(): void;
  setUnrolled(unrolled: boolean): void;
  hover(weight: number | null): void;
  select(weight: number | null): void;
  maximize(pane: PaneName | null): void;
  toggleTrack(id: string): void;
  setGround(ground: Ground): void;
  setDrawerOpen(open: boolean): void;
}

let engine: Engine | null = null;

/** Newest frame, for useFrame; never through React. */
export function latestFrame(): FrameViews | null {
  return engine?.frame() ?? null;
}

/** Traces of the run, for charts. */
export function latestTraces(): Traces | null {
  return engine?.traces() ?? null;
}

function readoutsOf(frame: FrameViews): Readouts {
  const { header } = frame;
  return {
    time: header[HEADER.time],
    step: header[HEADER.step],
    gamma: header[HEADER.gamma],
    hubble: header[HEADER.hubble],
    logScaleFactor: header[HEADER.logScaleFactor],
    efolds: header[HEADER.efolds],
    tracks: frame.tracks.map(({ scalars }) => ({
      cost: scalars[SCALAR.cost],
      kinetic: scalars[SCALAR.kinetic],
      testCost: scalars[SCALAR.testCost],
      amplitude: scalars[SCALAR.amplitude],
    })),
  };
}

export const useLab = create<LabState>((set, get) => ({
  document: null,
  shipped: [],
  shippedId: null,
  problem: null,
  info: null,
  status: 'loading',
  playing: false,
  readouts: null,
  blowUp: null,
  rate: 1,
  unrolled: false,
  hovered: null,
  selected: null,
  maximized: null,
  hiddenTracks: [],
  ground: 'stage',
  drawerOpen: true,

  openText(source, text, shippedId) {
    try {
      get().openDocument(parseRunDocument(text), shippedId ?? null);
      return true;
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      const value = error.value === undefined ? '' : JSON.stringify(error.value);
      set({ problem: { source, path: error.path, value, expected: error.expected } });
      return false;
    }
  },
  openDocument(document, shippedId = null) {
    set({ document, shippedId, problem: null, blowUp: null, selected: null, hovered: null });
    engine?.open(document);
  },
  setShipped: (shipped) => set({ shipped }),
  report: (problem) => set({ problem }),
  save() {
    const { document } = get();
    return document === null ? '' : serializeRunDocument(document);
  },
  setParameter(path, value) {
    const { document, info } = get();
    if (document === null) return;
    // The running document (with its edits) is what the engine last confirmed.
    const current = info?.document ?? document;
    try {
      const patched = patchScenario(current, path, value);
      set({ document: patched.document, problem: null });
      if (patched.apply === 'live') engine?.edit({ kind: 'set', path, value });
      else {
        set({ blowUp: null });
        engine?.open(patched.document);
      }
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      const shown = error.value === undefined ? '' : JSON.stringify(error.value);
      set({ problem: { source: '', path: error.path, value: shown, expected: error.expected } });
    }
  },
  newSeed: (seed) => get().setParameter('seed', seed),
  play: () => engine?.play(),
  pause: () => engine?.pause(),
  step: (count) => engine?.step(count),
  reset() {
    set({ blowUp: null });
    engine?.reset();
  },
  setRate(rate) {
    set({ rate });
    engine?.speed(rate);
  },
  dismissBlowUp: () => set({ blowUp: null, status: 'ready' }),
  setUnrolled: (unrolled) => set({ unrolled }),
  hover: (hovered) => set({ hovered }),
  select: (selected) => set({ selected }),
  maximize: (maximized) => set({ maximized }),
  toggleTrack(id) {
    const { hiddenTracks } = get();
    set({
      hiddenTracks: hiddenTracks.includes(id)
        ? hiddenTracks.filter((other) => other !== id)
        : [...hiddenTracks, id],
    });
  },
  setGround: (ground) => set({ ground }),
  setDrawerOpen: (drawerOpen) => set({ drawerOpen }),
}));

/** Gives the store its engine; called once by the app. Returns a function that takes it away. */
export function connectEngine(next: Engine): () => void {
  engine = next;
  let shownAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    timer = undefined;
    const frame = next.frame();
    if (frame === null) return;
    shownAt = performance.now();
    useLab.setState({ readouts: readoutsOf(frame) });
  };
  const unlisten = next.listen((event) => {
    switch (event.type) {
      case 'ready':
        useLab.setState({
          info: event.info,
          document: event.info.document,
          status: 'ready',
          playing: false,
          blowUp: null,
        });
        return;
      case 'edited':
        useLab.setState({ info: event.info, document: event.info.document });
        return;
      case 'playing':
        useLab.setState({ playing: event.playing });
        return;
      case 'frame': {
        if (timer !== undefined) return;
        const wait = shownAt + READOUT_INTERVAL_MS - performance.now();
        if (wait <= 0) show();
        else timer = setTimeout(show, wait);
        return;
      }
      case 'blow-up':
        useLab.setState({ blowUp: event.blowUp, status: 'stopped', playing: false });
        return;
      case 'refused':
        useLab.setState({
          problem: {
            source: '',
            path: event.path,
            value: event.value === undefined ? '' : JSON.stringify(event.value),
            expected: event.expected,
          },
        });
        return;
      case 'crashed':
        useLab.setState({
          problem: { source: '', path: 'engine', value: event.reason, expected: 'a running worker' },
        });
        return;
    }
  });
  const { document, rate } = useLab.getState();
  if (document !== null) next.open(document);
  next.speed(rate);
  return () => {
    unlisten();
    if (timer !== undefined) clearTimeout(timer);
    engine = null;
  };
}
