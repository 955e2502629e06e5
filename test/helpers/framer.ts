import { Framer } from '../../src/engine/framer.ts';
import { Peaks } from '../../src/engine/peaks.ts';
import { Recorder } from '../../src/engine/recorder.ts';
import type { Simulation } from '../../src/engine/simulation.ts';
import { SourceCache } from '../../src/engine/sources.ts';

/** What fills the frames of a run, with parts of its own. */
export function framerOf(simulation: Simulation): Framer {
  const sources = new SourceCache();
  const recorder = new Recorder(simulation.tracks.length);
  return new Framer(1, simulation, { sources, recorder, peaks: new Peaks(simulation, sources) });
}
