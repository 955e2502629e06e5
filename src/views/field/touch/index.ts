export { createGrips } from './grips.ts';
