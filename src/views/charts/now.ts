import { HEADER, SCALAR, type FrameViews } from '../../engine/frame.ts';
import { latestFrame, latestTraces, TRACE, useLab } from '../../store/index.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { courseOf, type Recorded, type Present } from './rows.ts';

/** The newest frame, where it belongs to the run that is shown. */
export function frameNow(info: RunInfo | null): FrameViews | null {
  const frame = latestFrame();
  if (info === null || frame === null || frame.tracks.length !== info.tracks.length) return null;
  return frame.tracks[0].weights.length === info.tracks[0].weightCount ? frame : null;
}

function presentOf({ header, tracks }: FrameViews): Present {
  return {
    step: header[HEADER.step],
    time: header[HEADER.time],
    gamma: header[HEADER.gamma],
    value: (track, quantity) => tracks[track].scalars[SCALAR[quantity]],
  };
}

/** The course of the run up to now; null before there is one. */
export function courseNow(info: RunInfo | null): Recorded | null {
  const traces = latestTraces();
  const frame = frameNow(info);
  if (traces === null || frame === null || info === null) return null;
  return courseOf(traces, presentOf(frame), TRACE);
}

/** Step and run of the newest frame: what tells that something moved. */
export function frameState(): readonly unknown[] {
  const header = latestFrame()?.header;
  return header === undefined ? [null] : [header[HEADER.run], header[HEADER.step], header[HEADER.sample]];
}

/** What every chart depends on beside its own data. */
export function commonState(): readonly unknown[] {
  const { info, hiddenTracks } = useLab.getState();
  return [info, hiddenTracks, ...frameState()];
}
