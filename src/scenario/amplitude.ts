export { amplitude } from '../physics/math/amplitude.ts';
