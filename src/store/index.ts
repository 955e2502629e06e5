export { TRACE } from '../engine/protocol.ts';
export type {
  Dispersion,
  FieldPast,
  Learned,
  StudyReport,
  StudySeries,
  WeightHistory,
} from '../engine/observations/index.ts';
export type { StopConditions } from '../engine/protocol.ts';
export { comparedWords } from './compared.ts';
export { connectEngine } from './connect.ts';
export { latestFrame, latestTraces } from './engine.ts';
export { presentStep, timeOfStep } from './future.ts';
export { MOST_BRANCHES } from './historySlice.ts';
export { changesIn, changesText } from './keptChanges.ts';
export { useLab } from './lab.ts';

export { onPixelRatio } from './pixelRatio.ts';
export { presentOf } from './running.ts';
export { aboutOf, setLeaving, setOutside } from './screen.ts';
export { seenAs, studyOf } from './seen.ts';
export { nextMagnified } from './viewSlice.ts';
export type {
  AskedCharts,
  Branch,
  Change,
  Comparison,
  Ground,
  LabState,
  PaneName,
  Readouts,
} from './types.ts';
