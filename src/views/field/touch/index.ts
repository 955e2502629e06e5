export { createGrips } from './grips.ts';
export { firstTouch } from './tools.ts';
