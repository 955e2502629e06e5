/** Brings the messages of parts that are loaded later; each such part imports this module for its effect. */
import { compiledLate } from './compiledLate.ts';
import { addMessages } from './index.ts';

addMessages(compiledLate);
