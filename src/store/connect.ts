import type { ClientEvent } from '../engine/client.ts';
import type { RunInfo } from '../engine/protocol.ts';
import { HEADER, SCALAR, type FrameViews } from '../engine/frame.ts';
import { readModes } from '../engine/regime.ts';
import { setEngine } from './engine.ts';
import { forgetFuture, intend, knownSteps } from './future.ts';
import { useLab } from './lab.ts';
import { remember } from './historySlice.ts';
import { opened, presentOf } from './running.ts';
import { watchAll } from './runSlice.ts';
import { problemOf } from './scenarioSlice.ts';
import { takeSelection, withComparison } from './screen.ts';
import { lasting } from './seen.ts';
import type { Engine, Readouts } from './types.ts';

/** Readouts are renewed at most this often (style.md: ten times a second). */
const READOUT_INTERVAL_MS = 100;

/** The numbers on the screen, of a frame. */
export function readoutsOf(frame: FrameViews): Readouts {
  const { header } = frame;
  return {
    time: header[HEADER.time],
    step: header[HEADER.step],
    gamma: header[HEADER.gamma],
    hubble: header[HEADER.hubble],
    logScaleFactor: header[HEADER.logScaleFactor],
    efolds: header[HEADER.efolds],
    largestStep: header[HEADER.largestStep],
    textbook: Number.isNaN(header[HEADER.textbook]) ? null : header[HEADER.textbook],
    boundTrack: header[HEADER.boundTrack],
    modes: readModes(header),
    tracks: frame.tracks.map(({ scalars }) => ({
      cost: scalars[SCALAR.cost],
      kinetic: scalars[SCALAR.kinetic],
      testCost: scalars[SCALAR.testCost],
      amplitude: scalars[SCALAR.amplitude],
      difference: scalars[SCALAR.difference],
    })),
  };
}

/** Runs that were made to meet can be parted again: the engine alone knows at which step they did. */
function rememberMeeting({ document }: RunInfo): void {
  const { info, shippedId, comparison } = useLab.getState();
  const last = document.edits.at(-1);
  if (last?.command.kind !== 'state' || info?.document.edits.includes(last) === true) return;
  const whole = withComparison(document, comparison);
  const met = { document: whole, step: last.step, shippedId };
  const before = { ...met, document: { ...whole, edits: whole.edits.slice(0, -1) } };
  remember(useLab.setState, useLab.getState, { kind: 'document', path: 'state', before, after: met });
}

function apply(event: Exclude<ClientEvent, { type: 'frame' }>): void {
  const set = useLab.setState;
  switch (event.type) {
    case 'ready':
      opened();
      forgetFuture();
      set({
        info: event.info,
        document: presentOf(event.info),
        status: 'ready',
        playing: false,
        blowUp: null,
        stopReason: null,
        seen: {},
        sample: 0,
        magnified: 1,
        ...takeSelection(event.info.tracks[0].weightCount, event.info.data.sampleCount),
        lastStep: 0,
      });
      return;
    case 'edited':
      forgetFuture();
      rememberMeeting(event.info);
      set({
        info: event.info,
        document: presentOf(event.info),
        lastStep: knownSteps(),
        seen: lasting(useLab.getState().seen),
      });
      return;
    case 'facts':
      set({ info: event.info, document: presentOf(event.info), seen: lasting(useLab.getState().seen) });
      return;
    case 'settled':
      // The run has come to where the hand sent it: what it shows is where it stands.
      if (event.settled) intend(null);
      set({ settled: event.settled });
      return;
    case 'playing':
      set({ playing: event.playing });
      return;
    case 'observed': {
      const { seen } = event;
      set({ seen: { ...useLab.getState().seen, [seen.name]: seen } });
      return;
    }
    case 'stopped':
      set({ stopReason: event.reason });
      return;
    case 'blow-up':
      intend(null);
      // Steps that grow without bound are no future worth keeping.
      forgetFuture();
      set({ blowUp: event.blowUp, status: 'stopped', playing: false });
      return;
    case 'refused': {
      // What was asked for did not come: the run on the screen is still the one that it was.
      opened();
      intend(null);
      const { info, document } = useLab.getState();
      set({ problem: problemOf('', event), document: info === null ? document : presentOf(info) });
      return;
    }
    case 'crashed': {
      const problem = { path: 'engine', value: event.reason, expected: 'a running worker' };
      set({ problem: problemOf('', problem) });
      return;
    }
  }
}

/** Gives the store its engine; called once by the app. Returns a function that takes it away. */
export function connectEngine(next: Engine): () => void {
  setEngine(next);
  let shownAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    timer = undefined;
    const frame = next.frame();
    if (frame === null) return;
    shownAt = performance.now();
    const readouts = readoutsOf(frame);
    useLab.setState({ readouts, lastStep: Math.max(knownSteps(), readouts.step) });
  };
  const unlisten = next.listen((event) => {
    if (event.type !== 'frame') {
      // What a run comes to rest at is shown at once, whatever was shown last.
      if (event.type === 'settled' && event.settled && timer !== undefined) {
        clearTimeout(timer);
        show();
      }
      apply(event);
      return;
    }
    if (timer !== undefined) return;
    const wait = shownAt + READOUT_INTERVAL_MS - performance.now();
    if (wait <= 0) show();
    else timer = setTimeout(show, wait);
  });
  const { document, rate } = useLab.getState();
  watchAll(next);
  if (document !== null) next.open(document);
  next.speed(rate);
  return () => {
    unlisten();
    if (timer !== undefined) clearTimeout(timer);
    setEngine(null);
  };
}
