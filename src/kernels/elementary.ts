/**
 * Elementary functions with the same bits on every machine.
 *
 * ECMAScript leaves Math.exp and its like to the engine, so a trajectory that used them would differ
 * between browsers. These use + − × ÷, comparisons and bit patterns alone, which IEEE 754 fixes.
 * Math.sqrt, Math.abs, Math.floor, Math.fround are exact by the standard and stay allowed.
 *
 * Largest errors measured against Math.* on dense grids (test/kernels/elementary.test.ts):
 * exp, expm1, log, log1p, sin, cos, atan, pow within 1 ulp of the engine's own values; tanh, sigmoid and
 * softplus within 3 ulp. Largest relative errors against 60 digits on [−40, 40] (test/kernels/exact.ts), the same in
 * all kernels:
 *
 *    exp 1.4e-16    tanh 3.3e-16    sigmoid 3.3e-16
 */
export { atan } from './elementary/arctangent.ts';
export { exp, expm1, sigmoid, softplus, tanh } from './elementary/exponential.ts';
export { log, log1p } from './elementary/logarithm.ts';
export { pow } from './elementary/power.ts';
export { cos, sin } from './elementary/trigonometry.ts';
