/** A seed nobody chose: a whole number below 2³¹, from the browser's own generator. */
export function freshSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] >>> 1;
}
