import type { ClientEvent } from '../engine/client.ts';
import type { RunInfo } from '../engine/protocol.ts';
import { HEADER, SCALAR, type FrameViews } from '../engine/frame.ts';
import { readModes } from '../engine/regime.ts';
import { problemOf } from './attempt.ts';
import type { LabCore } from './core.ts';
import { forgetFuture, intend, knownSteps } from './future.ts';
import { shownOf } from './present.ts';
import { opened } from './running.ts';
import { watchAll } from './runSlice.ts';
import { takeSelection } from './screen.ts';
import { lasting } from './seen.ts';
import { withPatience } from './soon.ts';
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
      batchCost: scalars[SCALAR.batchCost],
      amplitude: scalars[SCALAR.amplitude],
      difference: scalars[SCALAR.difference],
    })),
  };
}

/** What the store holds once a run has changed: while another is on its way it goes on showing that one. */
const shownNow = (lab: LabCore, info: RunInfo) => (lab.opening === null ? shownOf(info) : {});

function apply(lab: LabCore, event: Exclude<ClientEvent, { type: 'frame' }>): void {
  const { get, set } = lab;
  switch (event.type) {
    case 'ready':
      opened(lab);
      forgetFuture(lab);
      set({
        info: event.info,
        ...shownOf(event.info),
        status: 'ready',
        playing: false,
        blowUp: null,
        stopReason: null,
        seen: {},
        sample: 0,
        magnified: 1,
        ...takeSelection(lab, event.info.tracks[0].weightCount, event.info.data.sampleCount),
        lastStep: 0,
      });
      return;
    case 'edited':
      forgetFuture(lab);
      set({
        info: event.info,
        ...shownNow(lab, event.info),
        lastStep: knownSteps(lab),
        seen: lasting(get().seen),
      });
      return;
    case 'facts':
      set({ info: event.info, ...shownNow(lab, event.info), seen: lasting(get().seen) });
      return;
    case 'settled':
      // The run has come to where the hand sent it: what it shows is where it stands.
      if (event.settled) intend(lab, null);
      set({ settled: event.settled });
      return;
    case 'playing':
      set({ playing: event.playing });
      return;
    case 'observed': {
      const { seen } = event;
      set({ seen: { ...get().seen, [seen.name]: seen } });
      return;
    }
    case 'stopped':
      set({ stopReason: event.reason });
      return;
    case 'blow-up':
      intend(lab, null);
      // Steps that grow without bound are no future worth keeping.
      forgetFuture(lab);
      set({ blowUp: event.blowUp, status: 'stopped', playing: false, lastStep: knownSteps(lab) });
      return;
    case 'refused': {
      // What was asked for did not come: the run on the screen is still the one that it was.
      opened(lab);
      intend(lab, null);
      const { info } = get();
      set({ problem: problemOf('', event), ...(info === null ? null : shownOf(info)) });
      return;
    }
    case 'crashed': {
      const problem = { path: 'engine', value: event.reason, expected: 'a running worker' };
      set({ problem: problemOf('', problem) });
      return;
    }
  }
}

/** Gives a lab its engine. Returns a function that takes it away. */
export function connect(lab: LabCore, next: Engine): () => void {
  const engine = withPatience(next);
  lab.engine = engine;
  let shownAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    timer = undefined;
    const frame = next.frame();
    if (frame === null) return;
    shownAt = performance.now();
    const readouts = readoutsOf(frame);
    // Where it stood is known, too, when no row of the traces falls there: End goes back to it.
    lab.set({ readouts, lastStep: Math.max(lab.get().lastStep, knownSteps(lab), readouts.step) });
  };
  const unlisten = next.listen((event) => {
    // The engine knows of no run that waits for the hand to rest.
    if (event.type === 'settled' && event.settled && engine.waits()) return;
    if (event.type !== 'frame') {
      // What a run comes to rest at is shown at once, whatever was shown last.
      if (event.type === 'settled' && event.settled && timer !== undefined) {
        clearTimeout(timer);
        show();
      }
      apply(lab, event);
      return;
    }
    for (const told of lab.frameListeners) told();
    const wait = shownAt + READOUT_INTERVAL_MS - performance.now();
    if (wait > 0) timer ??= setTimeout(show, wait);
    else {
      // Browsers hold back the timers of a covered page for up to a minute; frames come from the worker all the same.
      clearTimeout(timer);
      show();
    }
  });
  const { document, rate } = lab.get();
  watchAll(lab, next);
  if (document !== null) next.open(document);
  next.speed(rate);
  return () => {
    unlisten();
    engine.leave();
    if (timer !== undefined) clearTimeout(timer);
    lab.engine = null;
  };
}
