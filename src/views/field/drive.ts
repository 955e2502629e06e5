import { HEADER, PEAK, type FrameViews } from '../../engine/frame.ts';
import { seenAs, useLab, type LocalSources } from '../../store/index.ts';
import { limitOf } from '../scene/scale.ts';

/** What drives the weights at a moment: J and K, or J₁ per weight and J₂ along some of them. */
export interface Drive {
  /** By site, and by bond; J₁ and J₂ by weight. */
  J: Float32Array;
  K: Float32Array;
  /** What is drawn of them, and of those of all samples, which are empty where those at work are all. */
  barJ: Float32Array;
  barK: Float32Array;
  ghostJ: Float32Array;
  ghostK: Float32Array;
  /** What is drawn at full height. */
  limitJ: number;
  limitK: number;
  /** [sheets] J₁ and J₂ at full height; empty where `limitJ` and `limitK` say it. */
  fullJ: readonly number[];
  fullK: readonly number[];
}

/** Tells what drives the weights of a frame; null while there is nothing to tell. Allocates nothing per frame. */
export type ReadDrive = (frame: FrameViews) => Drive | null;

/** Name under which the field's picture watches what stands for J and K. */
export const LOCAL_SOURCES = 'field.sources';

export function localSourcesNow(): LocalSources | null {
  return seenAs(useLab.getState().seen, LOCAL_SOURCES, 'local-sources');
}

export const NONE = new Float32Array(0);

/** @param count  values of J and K each */
export function emptyDrive(count: number): Drive {
  return {
    J: new Float32Array(count),
    K: new Float32Array(count),
    barJ: new Float32Array(count),
    barK: new Float32Array(count),
    ghostJ: NONE,
    ghostK: NONE,
    limitJ: 1,
    limitK: 1,
    fullJ: [],
    fullK: [],
  };
}

/** Reads J and K out of frames. */
export function couplingsIn(): ReadDrive {
  const drive = emptyDrive(0);
  return (frame) => {
    if (frame.header[HEADER.sources] !== 1) return null;
    drive.J = frame.sourceJ;
    drive.K = frame.couplingK;
    drive.barJ = drive.J;
    drive.barK = drive.K;
    drive.ghostJ = frame.fullJ;
    drive.ghostK = frame.fullK;
    // A hand that magnifies the field leaves what makes it as it is.
    drive.limitJ = limitOf(frame.peaks[PEAK.J], 1);
    drive.limitK = limitOf(frame.peaks[PEAK.K], 1);
    return drive;
  };
}
