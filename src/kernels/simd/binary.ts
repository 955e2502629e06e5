/**
 * The kernels of `assembly` as WebAssembly, in hexadecimal digits. Builds, tests and the terminal put the compiled program here
 * (src/cli/compileKernels.mjs); as it stands there is none, and the plain twin runs alone.
 */
export const binary: string = '';
