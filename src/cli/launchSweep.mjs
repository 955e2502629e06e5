/** Starts `npm run sweep`. */
import { launch } from './bundle.mjs';

await launch('sweep', 'sweep/main.ts');
