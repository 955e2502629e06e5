/**
 * Spreads samples on N cells of a ring over N·mesh points, point mesh·i being cell i. Between cells by the
 * Catmull-Rom cubic, which passes through the cells with the centred slope (f_{i+1} − f_{i−1})/2:
 *   f(t) = f₀ + ½t [(f₁ − f₋) + t (2f₋ − 5f₀ + 4f₁ − f₂) + t² (3f₀ − 3f₁ + f₂ − f₋)],  0 <= t < 1
 * **approximate** between cells (third order for smooth data), **exact** on them.
 * @param values  [L × N]
 * @returns       [L × N·mesh]; `values` itself for mesh = 1
 */
export function spreadOverMesh(values: Float64Array, N: number, mesh: number): Float64Array {
  if (mesh === 1) return values;
  const out = new Float64Array(values.length * mesh);
  for (let at = 0; at < values.length; at += N) {
    for (let i = 0; i < N; i++) {
      const before = values[at + (i === 0 ? N - 1 : i - 1)];
      const here = values[at + i];
      const after = values[at + ((i + 1) % N)];
      const second = values[at + ((i + 2) % N)];
      for (let n = 0; n < mesh; n++) {
        const t = n / mesh;
        const cubic = 3 * here - 3 * after + second - before;
        const square = 2 * before - 5 * here + 4 * after - second;
        out[(at + i) * mesh + n] = here + 0.5 * t * (after - before + t * (square + t * cubic));
      }
    }
  }
  return out;
}
