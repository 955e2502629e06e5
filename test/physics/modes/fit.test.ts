import { describe, expect, it } from 'vitest';
import { dampedMode } from '../../../src/physics/exactModes.ts';
import { ModeFit, type Amplitudes, type Changes } from '../../../src/physics/modes/fit.ts';
import { createRandom } from '../../../src/physics/math/random.ts';

const one = (re: number, im = 0): Amplitudes => ({ re: Float64Array.of(re), im: Float64Array.of(im) });

/** Least squares on a track given by a formula, at multiples of h. */
function measured(
  track: (t: number) => Amplitudes,
  h: number,
  steps: number,
  omega2: number,
  changes: ((t: number) => Changes) | null = null,
  start = 0,
) {
  const fit = new ModeFit(Float64Array.of(Math.abs(omega2)), changes === null);
  for (let n = 1; n < steps; n++) {
    const t = start + n * h;
    fit.add([track(t - h), track(t), track(t + h)], h, changes?.(t) ?? null, 0, one(0), new Uint8Array(1));
  }
  const found = fit.read(0);
  if (found === null) throw new Error('nothing measured');
  return found;
}

describe('least squares on the track of one mode', () => {
  it.each([
    ['swinging', 4, 0.5, 0.1],
    ['nearly free', 2, 0, 0.2],
    ['creeping', 1, 5, 0.2],
    ['critical to 1e-3', 1, 1.999, 0.1],
    ['growing', -3, 2, 0.1],
    ['stiff, one step a third of a swing', 4, 0.5, 1],
  ])('%s: closed form of constant friction, γ and ω² to 1e-7', (_name, omega2, gamma, h) => {
    const track = (t: number) =>
      one(dampedMode(omega2, gamma, 1, 0.3, t).w, dampedMode(omega2, gamma, -0.2, 1, t).w);
    const found = measured(track, h, 40, omega2);
    expect(Math.abs(found.omega2 - omega2)).toBeLessThan(1e-7);
    expect(Math.abs(found.gamma - gamma)).toBeLessThan(1e-7);
    expect(found.omega2Error).toBeLessThan(1e-6);
  });
  it('power law γ = n/t: sin ωt/ωt (matter) and t^{−μ} J_μ of n = 4, ω² to O(h⁴), γ t/n = 1 to (hω)²/12', () => {
    const omega = 2;
    const h = 0.05;
    const forms: readonly (readonly [number, (t: number) => number])[] = [
      [2, (t) => Math.sin(omega * t) / t],
      // μ = 3/2: J_{3/2}(x) ~ (sin x/x − cos x)/√x.
      [4, (t) => (Math.sin(omega * t) / (omega * t) - Math.cos(omega * t)) / (t * t)],
    ];
    for (const [n, form] of forms) {
      const changes = (t: number): Changes => ({
        friction: [n / (t - h / 2), n / (t + h / 2)],
        stretch: () => 1,
      });
      const found = measured((t) => one(form(t)), h, 200, 4, changes, 1);
      expect(Math.abs(found.omega2 - 4)).toBeLessThan(4 * (h * omega) ** 2 * 0.1);
      expect(Math.abs(found.gamma - 1)).toBeLessThan((h * omega) ** 2 / 12 + 1e-3);
    }
  });
  it('de Sitter with redshift, d = 1, J = 0: w = cos(k e^{−Ht}/H) is measured to have ω² = k² at t = 0', () => {
    // With d = 1 conformal time is flat: w″ + Hw′ + k² e^{−2Ht} w = 0.
    const [k, H, h] = [3, 0.4, 0.02];
    const changes = (t: number): Changes => ({
      friction: [1, 1],
      stretch: (_mode, at) => Math.exp(-2 * H * (t + (at - 1) * h)),
    });
    const found = measured((t) => one(Math.cos((k / H) * Math.exp(-H * t))), h, 150, 9, changes);
    expect(Math.abs(found.omega2 - 9)).toBeLessThan(9 * (k * h) ** 2 * 0.1);
    expect(Math.abs(found.gamma - H)).toBeLessThan(0.002);
  });
  it('noise of 1e-4 of the amplitude: off by its own error, of which 95 of 100 are within two', () => {
    const random = createRandom(5, 'noise');
    let within = 0;
    for (let trial = 0; trial < 100; trial++) {
      // Kicks between steps: the mode itself is shaken, as it is by samples or by other modes.
      let [w, v] = [1, 0];
      const [omega2, gamma, h] = [2, 0.1, 0.2];
      const list = Array.from({ length: 120 }, () => {
        const next = dampedMode(omega2, gamma, w, v, h);
        [w, v] = [next.w, next.v + 1e-4 * Math.hypot(w, v) * random.normal()];
        return w;
      });
      const found = measured((t) => one(list[Math.round(t / h)]), h, 100, omega2);
      if (Math.abs(found.omega2 - omega2) < 2 * found.omega2Error) within++;
    }
    expect(within).toBeGreaterThan(85);
  });
  it('a lone exponential does not tell friction from stiffness: nothing is said', () => {
    const fit = new ModeFit(Float64Array.of(1), true);
    for (let n = 1; n < 60; n++) {
      const at = (k: number) => one(0.5 ** k);
      fit.add([at(n - 1), at(n), at(n + 1)], 1, null, 0, one(0), new Uint8Array(1));
    }
    expect(fit.read(0)).toBeNull();
  });
});
