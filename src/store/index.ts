export { TRACE } from '../engine/protocol.ts';
export type { Told } from '../engine/outcome.ts';
export type {
  Dispersion,
  Balls,
  ActionCourse,
  FieldPast,
  ForceNoise,
  SourcePast,
  Stall,
  CostSeriesSeen,
  HessianMap,
  KernelMap,
  Landscape,
  LayerKernels,
  LayerPast,
  Learned,
  Locality,
  LocalSources,
  Renormalisation,
  Responses,
  RingLevel,
  StudyReport,
  StudySeries,
  Temperatures,
  TwoFrames,
  WaveSpectrum,
  WeightHistory,
  OutputCourse,
  Wiggle,
} from '../engine/observations/index.ts';
export type { StopConditions } from '../engine/protocol.ts';
export { comparedWords } from './compared.ts';
export { MOST_BRANCHES } from './historySlice.ts';
export { changesIn, changesText } from './keptChanges.ts';
export {
  connectEngine,
  createLab,
  type Lab,
  latestFrame,
  latestTraces,
  onFrame,
  presentStep,
  setLeaving,
  setOutside,
  timeOfStep,
  useLab,
} from './lab.ts';

export { onPixelRatio } from './pixelRatio.ts';
export {
  chooseQuality,
  countDrawing,
  isTestQuality,
  levels as qualityLevels,
  onQuality,
  qualityChoice,
  type QualityChoice,
  qualityLevel,
  type QualityLevel,
} from './quality/index.ts';
export { presentOf, type PresentRun } from './present.ts';
export { onRedraw, redraw } from './redraw.ts';
export { aboutOf } from './screen.ts';
export { seenAs, studyOf } from './seen.ts';
export { flyOn, flyTo, onLanding, onLinked, onWay, setWay, tellLinked, wayGoal, wayNow } from './way.ts';
export { nextMagnified } from './viewSlice.ts';
export type {
  AskedCharts,
  Branch,
  Change,
  Comparison,
  Ground,
  LabState,
  Problem,
  Readouts,
  Touch,
  TouchTool,
} from './types.ts';
