import { Later } from '../../store/later.ts';

/** What only a hand on the field needs, loaded when one comes near. */
export const touchParts = new Later(async () => import('./touch/index.ts'));
