import { bulkBoundary } from '../../physics/layers/decomposition.ts';
import { couplings, tableII } from '../../physics/observables/couplings.ts';
import { decimation } from '../../physics/observables/decimation.ts';
import { gradient, hessian, modes } from '../../physics/observables/derivatives.ts';
import { energyBudget } from '../../physics/observables/energy.ts';
import { equationOfState, momentum } from '../../physics/observables/friction.ts';
import { meanField } from '../../physics/observables/meanField.ts';
import { forceNoise, noise } from '../../physics/observables/noise.ts';
import { outputDynamics } from '../../physics/observables/outputDynamics.ts';
import { outputs } from '../../physics/observables/outputs.ts';
import { participation } from '../../physics/observables/participation.ts';
import { sources } from '../../physics/observables/sources.ts';
import { series } from '../../physics/observables/series.ts';
import { spectrum } from '../../physics/observables/spectrum.ts';
import { ntk } from '../../physics/observables/tangentKernel.ts';
import { ScenarioError } from '../../scenario/types.ts';
import { drift } from '../studies/drift.ts';
import { reach } from '../studies/reach.ts';
import { spacing } from '../studies/spacing.ts';
import { symmetry } from '../studies/symmetry.ts';
import { viscosity } from '../studies/viscosity/index.ts';
import { widths } from '../studies/widths.ts';
import { action } from './action.ts';
import { dispersion } from './dispersion.ts';
import { actionCourse } from './actionCourse.ts';
import { fieldPast } from './fieldPast.ts';
import { twoFrames } from './twoFrames.ts';
import { landscapeBalls } from './landscape/balls.ts';
import { landscape } from './landscape/index.ts';
import { layerLocality } from './layerLocality.ts';
import { layerPast } from './layerPast.ts';
import { layerKernels } from './layerKernels.ts';
import { learned } from './learned.ts';
import { hessianMap, nonlocality } from './nonlocality.ts';
import { outputParts } from './outputParts.ts';
import { kernelMap } from './kernelMap.ts';
import { outputCourse } from './outputCourse.ts';
import type { Query, QueryParameters } from './query.ts';
import { regimeNow } from './regimeNow.ts';
import { renormalisation } from './renormalisation.ts';
import { responses } from './responses.ts';
import { scalars } from './scalars.ts';
import { localSources } from './localSources.ts';
import { sourcePast } from './sourcePast.ts';
import { stall } from './stall.ts';
import { studied } from './study.ts';
import { instant, type Observation } from './types.ts';
import { temperature } from './temperature/index.ts';
import { weightHistory } from './weightHistory.ts';
import { wiggle } from './wiggle.ts';

export type { Dispersion } from './dispersion.ts';
export type { ActionCourse } from './actionCourse.ts';
export type { FieldPast } from './fieldPast.ts';
export type { TwoFrames } from './twoFrames.ts';
export type { Balls } from './landscape/balls.ts';
export type { Landscape } from './landscape/index.ts';
export type { Locality } from '../../physics/layers/locality.ts';
export type { LayerPast } from './layerPast.ts';
export type { LocalSources } from './localSources.ts';
export type { Renormalisation, RingLevel } from './renormalisation.ts';
export type { Stall } from '../../physics/layers/stall.ts';
export type { Responses } from './responses.ts';
export type { SourcePast } from './sourcePast.ts';
export type { WaveSpectrum } from '../../physics/observables/spectrum.ts';
export type { ForceNoise } from '../../physics/observables/noise.ts';
export type { LayerKernels } from '../../physics/observables/layerKernels.ts';
export type { Learned } from './learned.ts';
export type { Temperatures } from './temperature/index.ts';
export type { KernelMap } from './kernelMap.ts';
export type { OutputCourse } from './outputCourse.ts';
export type { HessianMap } from './nonlocality.ts';
export type { WeightHistory } from './weightHistory.ts';
export type { Wiggle } from './wiggled.ts';
export type { StudyReport, StudySeries } from '../studies/types.ts';

/** Everything that can be seen of a run, for the page and the terminal alike. A new one is a new file and a line here. */
const entries = [
  instant(outputs),
  instant(gradient),
  instant(hessian),
  instant(couplings),
  instant(energyBudget),
  instant(momentum),
  instant(tableII),
  instant(modes),
  instant(spectrum),
  instant(equationOfState),
  instant(participation),
  instant(series),
  instant(sources),
  instant(noise),
  instant(forceNoise),
  instant(decimation),
  instant(meanField),
  renormalisation,
  instant(bulkBoundary),
  instant(ntk),
  instant(outputDynamics),
  scalars,
  temperature,
  learned,
  responses,
  layerKernels,
  outputParts,
  weightHistory,
  fieldPast,
  twoFrames,
  landscape,
  landscapeBalls,
  sourcePast,
  localSources,
  layerPast,
  stall,
  layerLocality,
  action,
  dispersion,
  regimeNow,
  nonlocality,
  hessianMap,
  actionCourse,
  wiggle,
  kernelMap,
  outputCourse,
  studied(viscosity),
  studied(spacing),
  studied(reach),
  studied(symmetry),
  studied(widths),
  studied(drift),
] as const;

type Entry<Id> = Extract<(typeof entries)[number], { readonly id: Id }>;
export type ObservationId = (typeof entries)[number]['id'];
/** What a question says; what it leaves out takes its default. */
export type QueryOf<Id extends ObservationId> =
  Entry<Id> extends Observation<Id, infer P extends QueryParameters> ? Partial<Query<P>> : never;
export type ValueOf<Id extends ObservationId> = ReturnType<ReturnType<Entry<Id>['create']>['read']>;

/** Orders of the cost along the motion, and how far their series reaches. */
export type CostSeriesSeen = NonNullable<ValueOf<'cost-series'>>;

export const observations: readonly Observation[] = entries;

/** @throws ScenarioError at `observe` when this version does not have it */
export function findObservation(id: string): Observation {
  const found = observations.find((observation) => observation.id === id);
  if (found !== undefined) return found;
  const known = observations.map((observation) => observation.id).join(', ');
  throw new ScenarioError('observe', id, `one of ${known}`);
}
