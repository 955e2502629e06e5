/** Elementary functions of the physics: the same bits on every machine. See kernels/elementary.ts. */
export * from '../../kernels/elementary.ts';
