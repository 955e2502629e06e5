import type { StudyId } from '../../scenario/studies.ts';
import { spacing } from './spacing.ts';
import type { Study } from './types.ts';
import { viscosity } from './viscosity/index.ts';

/** Studies by id. */
export const studies: Readonly<Record<StudyId, Study>> = { viscosity, spacing };
