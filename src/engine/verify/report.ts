import type { CheckHead } from './protocol.ts';
import type { Finding, Verdict } from './types.ts';

/** A check with what it found. */
export interface Findings {
  readonly head: CheckHead;
  readonly findings: readonly Finding[];
}

/** How many figures stand how. */
export type Tally = Readonly<Record<Verdict, number>>;

export function tally(findings: readonly Finding[]): Tally {
  const counts = { ok: 0, 'last-bits': 0, failed: 0 };
  for (const { verdict } of findings) counts[verdict]++;
  return counts;
}

/** How near a figure is to its limit, 1 at the limit; what is not a number is worst of all. */
function strain({ measured, expected, tolerance, verdict }: Finding): number {
  if (verdict !== 'ok') return verdict === 'failed' ? Infinity : Number.MAX_VALUE;
  return tolerance === 0 ? 0 : Math.abs(measured - expected) / tolerance;
}

/** The figure nearest to its limit, or beyond it; null where there are none. */
export function worstOf(findings: readonly Finding[]): Finding | null {
  return findings.reduce<Finding | null>(
    (worst, finding) => (worst === null || strain(finding) > strain(worst) ? finding : worst),
    null,
  );
}

/** A cell of CSV: quoted where it has to be. */
const cell = (value: string | number): string => {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Every figure with all its digits, one a line. */
export function csvReport(list: readonly Findings[]): string {
  const rows = list.flatMap(({ head, findings }) =>
    findings.map(({ subject, measured, expected, tolerance, verdict }) =>
      [head.id, subject, measured, expected, tolerance, head.unit ?? '1', verdict].map(cell).join(','),
    ),
  );
  return `${['check,subject,measured,expected,tolerance,unit,verdict', ...rows].join('\n')}\n`;
}

/** What a figure has to be, in plain text. */
function demand({ expected, tolerance }: Finding): string {
  if (tolerance === 0) return 'same bits';
  return expected === 0 ? `<= ${tolerance}` : `${expected} +- ${tolerance}`;
}

/** Every figure in aligned columns, check by check, with the count of the whole at its end. */
export function textReport(list: readonly Findings[]): string {
  const all = list.flatMap(({ findings }) => findings);
  const width = all.reduce((most, { subject }) => Math.max(most, subject.length), 0);
  const blocks = list.map(({ head, findings }) => {
    const lines = findings.map((finding) => {
      const figure =
        finding.tolerance === 0 && finding.measured === 0 ? 'same bits' : digits(finding.measured);
      return `  ${finding.subject.padEnd(width)}  ${figure.padEnd(10)}  ${demand(finding).padEnd(10)}  ${finding.verdict}`;
    });
    return [`${head.label}: ${head.help}`, ...lines].join('\n');
  });
  const { ok, failed, 'last-bits': lastBits } = tally(all);
  const differ = lastBits === 0 ? '' : `, ${lastBits} the same but for last bits`;
  return `${[...blocks, `${all.length} figures: ${ok} ok, ${failed} failed${differ}`].join('\n\n')}\n`;
}

const digits = (value: number): string => String(Number(value.toPrecision(4)));
