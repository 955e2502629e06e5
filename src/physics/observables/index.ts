import { couplings } from './couplings.ts';
import { energies } from './energies.ts';
import { equivalentMomentum } from './equivalentMomentum.ts';
import { equationOfState } from './equationOfState.ts';
import { gradient } from './gradient.ts';
import { hessian } from './hessian.ts';
import { modes } from './modes.ts';
import { outputs } from './outputs.ts';
import { tableII } from './tableII.ts';
import type { Observable } from './types.ts';

export type { EnergyBudget, Observable, ObservableContext } from './types.ts';

/** Every observable of this version. A new one is a new file and a line here. */
export const observables: readonly Observable[] = [
  outputs,
  gradient,
  hessian,
  couplings,
  energies,
  equivalentMomentum,
  tableII,
  modes,
  equationOfState,
];

/** Observables of the contract that later versions bring. */
export const laterObservables: readonly string[] = [
  'ntk',
  'output-dynamics',
  'bulk-boundary',
  'spectrum',
  'nonlocality',
  'decimation',
  'mean-field',
];
