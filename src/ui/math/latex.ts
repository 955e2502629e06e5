import type { RunInfo } from '../../engine/protocol.ts';
import { presentOf, type Readouts } from '../../store/index.ts';
import { expansionOf } from '../../scenario/expansion.ts';
import { momentumAt } from '../../scenario/momentum.ts';
import { partOf } from '../../scenario/sections.ts';
import { costOf, lagrangianOf, layerOf, motionOf, sourceOf } from './equations.ts';

/** Takes out what only this page understands: \htmlClass{c-J}{J_n} becomes J_n. */
export function plainTex(tex: string): string {
  let out = '';
  let at = 0;
  const open = '\\htmlClass{';
  for (;;) {
    const found = tex.indexOf(open, at);
    if (found < 0) return out + tex.slice(at);
    const inner = tex.indexOf('}{', found) + 2;
    let depth = 1;
    let end = inner;
    while (end < tex.length && depth > 0) {
      if (tex[end] === '{') depth++;
      else if (tex[end] === '}') depth--;
      end++;
    }
    out += tex.slice(at, found) + plainTex(tex.slice(inner, end - 1));
    at = end;
  }
}

/** A number as LaTeX writes it: 1.23 \times 10^{-5}. */
export function texNumber(value: number, digits = 6): string {
  if (value === Infinity) return '\\infty';
  if (value === -Infinity) return '-\\infty';
  if (Number.isNaN(value)) return '\\text{--}';
  const [mantissa, exponent] = Number(value.toPrecision(digits)).toString().split('e');
  return exponent === undefined ? mantissa : `${mantissa} \\times 10^{${Number(exponent)}}`;
}

/** Words that LaTeX would take for commands. */
function texWords(words: string): string {
  return words.replace(/[\\{}$&#%_^~]/g, (sign) => {
    if (sign === '\\') return '\\textbackslash{}';
    return sign === '^' || sign === '~' ? `\\${sign}{}` : `\\${sign}`;
  });
}

/** What stands under the equations: numbers of this moment. */
function numbersOf(info: RunInfo, now: Readouts): readonly string[] {
  const { gamma, hubble, time, step } = now;
  const { dynamics, eta, substeps, drawn } = info.tracks[0];
  const { hamilton, heavyBall } = partOf('dynamics', dynamics);
  const [main] = now.tracks;
  const rate = eta === null ? `\\eta = 1/\\gamma &= ${texNumber(1 / gamma)}` : `\\eta &= ${texNumber(eta)}`;
  const rows = [
    `t &= ${texNumber(time)}, & n &= ${step}, & \\Delta t &= ${texNumber(info.dt)}`,
    `\\gamma &= ${texNumber(gamma)}, & ${rate}, & H = \\gamma/d &= ${texNumber(hubble)}`,
  ];
  const d = `d &= ${texNumber(info.dimension)}`;
  // Momentum and a Lagrangian belong to those that declare them.
  if (heavyBall === true) {
    const expansion = expansionOf(presentOf(info).scenario, info.dimension);
    const momentum = momentumAt(expansion, time, info.dt / substeps);
    rows.push(`\\mu &= ${texNumber(momentum.mu)}, & \\eta_\\mu &= ${texNumber(momentum.eta)}, & ${d}`);
  } else rows.push(d);
  if (main !== undefined && hamilton === true) {
    const { kinetic, cost, batchCost } = main;
    const [c, value] = drawn ? ['c', batchCost] : ['C', cost];
    rows.push(
      `T &= ${texNumber(kinetic)}, & ${c} &= ${texNumber(value)}, & L = T - ${c} &= ${texNumber(kinetic - value)}`,
    );
  }
  return rows;
}

/**
 * The run as LaTeX (amsmath): equation of motion, Lagrangian, cost, and the numbers of this moment.
 *  @param title  of the scenario
 *  @param now    null leaves the numbers out
 */
export function latexOf(info: RunInfo, title: string, now: Readouts | null): string {
  const layer = layerOf(info);
  const equations = [...motionOf(info), lagrangianOf(info), costOf(info), layer].filter(
    (one) => one !== null,
  );
  const lines = [`% ${texWords(title)}; arXiv:2503.08827, ${sourceOf(info)}`];
  for (const { tex } of equations) lines.push('\\[', `  ${plainTex(tex)}`, '\\]');
  if (now !== null) {
    const rows = numbersOf(info, now);
    lines.push('\\begin{align*}', ...rows.map((row, n) => `  ${row}${n + 1 < rows.length ? ' \\\\' : ''}`));
    lines.push('\\end{align*}');
  }
  return `${lines.join('\n')}\n`;
}
