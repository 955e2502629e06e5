/** Starts `npm run simulate`. */
import { launch } from './bundle.mjs';

await launch('simulate', 'main.ts');
