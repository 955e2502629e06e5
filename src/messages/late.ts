/** Brings the messages of parts that are loaded later; each such part imports this module for its effect. */
import { addMessages } from './index.ts';
import { compiled } from './late/compiled.ts';

addMessages(compiled);
