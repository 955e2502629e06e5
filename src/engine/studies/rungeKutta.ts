/**
 * One step of the classical Runge-Kutta method for y' = f(y), in place.
 *    k₁ = f(y), k₂ = f(y + h k₁/2), k₃ = f(y + h k₂/2), k₄ = f(y + h k₃);  y ← y + h (k₁ + 2k₂ + 2k₃ + k₄)/6
 *  @param rate  writes f(y) into its second argument [size]; must not modify y
 *  @returns     the step; allocates nothing
 *  Order 4, measured. Source: Kutta (1901).
 */
export function rungeKutta(
  size: number,
  rate: (y: Float64Array, out: Float64Array) => void,
): (y: Float64Array, h: number) => void {
  const slope = new Float64Array(size);
  const stage = new Float64Array(size);
  const next = new Float64Array(size);
  return (y, h) => {
    rate(y, slope);
    for (let i = 0; i < size; i++) {
      next[i] = y[i] + (h / 6) * slope[i];
      stage[i] = y[i] + (h / 2) * slope[i];
    }
    rate(stage, slope);
    for (let i = 0; i < size; i++) {
      next[i] += (h / 3) * slope[i];
      stage[i] = y[i] + (h / 2) * slope[i];
    }
    rate(stage, slope);
    for (let i = 0; i < size; i++) {
      next[i] += (h / 3) * slope[i];
      stage[i] = y[i] + h * slope[i];
    }
    rate(stage, slope);
    for (let i = 0; i < size; i++) y[i] = next[i] + (h / 6) * slope[i];
  };
}
