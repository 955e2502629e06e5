import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState, type JSX } from 'react';
import { tally, worstOf, type Findings } from '../../engine/verify/report.ts';
import type { Finding } from '../../engine/verify/types.ts';
import { formatNumber, formatShort } from '../../messages/format.ts';
import { declared, text } from '../../messages/index.ts';

/** What was measured, as it is written: errors in three digits, orders and slopes in five. */
function figureOf({ measured, expected, tolerance }: Finding): string {
  if (Number.isNaN(measured)) return text('verify.noNumber');
  if (tolerance > 0) return formatNumber(measured, expected === 0 ? 3 : 5);
  return measured === 0 ? text('verify.sameBits') : text('verify.off', { error: formatNumber(measured, 2) });
}

function demandOf({ expected, tolerance }: Finding): string {
  if (tolerance === 0) return text('verify.sameBitsDemand');
  const limit = formatShort(tolerance);
  return expected === 0
    ? text('verify.atMost', { tolerance: limit })
    : text('verify.within', { expected: formatShort(expected), tolerance: limit });
}

/** The verdict of a check on all its figures. */
function verdictOf(findings: readonly Finding[]): string {
  const count = findings.length;
  const { failed, 'last-bits': differ } = tally(findings);
  if (count === 0) return text('verify.waiting');
  if (failed > 0) return text('verify.failedOf', { failed, count });
  return differ > 0 ? text('verify.lastBitsOf', { differ, count }) : text('verify.okOf', { count });
}

interface CheckRowsProps extends Findings {
  readonly unfold: boolean;
}

/** A check: the figure nearest to its limit, and all of them on demand; those of a check that failed are shown. */
function CheckRows({ head, findings, unfold }: CheckRowsProps): JSX.Element {
  const [chosen, choose] = useState<boolean | null>(null);
  const open = chosen ?? unfold;
  const worst = worstOf(findings);
  const bad = worst !== null && worst.verdict !== 'ok';
  return (
    <tbody>
      <tr className="verify-check" data-check={head.id} data-verdict={worst?.verdict ?? 'waiting'}>
        <th scope="rowgroup">
          <button type="button" aria-expanded={open} onClick={() => choose(!open)}>
            {open ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
            <span>{declared(`verify.check.${head.id}.label`, head.label)}</span>
          </button>
        </th>
        <td>{worst === null ? '' : figureOf(worst)}</td>
        <td>{worst === null ? '' : demandOf(worst)}</td>
        <td>{bad ? <strong>{verdictOf(findings)}</strong> : verdictOf(findings)}</td>
      </tr>
      {open ? (
        <tr className="verify-help">
          <td colSpan={4}>{declared(`verify.check.${head.id}.help`, head.help)}</td>
        </tr>
      ) : null}
      {open
        ? findings.map((finding) => (
            <tr key={finding.subject} data-verdict={finding.verdict}>
              <th scope="row">{finding.subject}</th>
              <td>{figureOf(finding)}</td>
              <td>{demandOf(finding)}</td>
              <td>
                {finding.verdict === 'ok' ? (
                  text('verify.ok')
                ) : (
                  <strong>{text(`verify.${finding.verdict}`)}</strong>
                )}
              </td>
            </tr>
          ))
        : null}
    </tbody>
  );
}

interface VerifyTableProps {
  readonly list: readonly Findings[];
  readonly running: boolean;
}

/** Checks and their figures. */
export function VerifyTable({ list, running }: VerifyTableProps): JSX.Element {
  return (
    <table className="verify-table" aria-busy={running}>
      <thead>
        <tr>
          <th scope="col">{text('verify.what')}</th>
          <th scope="col">{text('verify.measured')}</th>
          <th scope="col">{text('verify.demand')}</th>
          <th scope="col">{text('verify.verdict')}</th>
        </tr>
      </thead>
      {list.map(({ head, findings }) => (
        <CheckRows
          key={head.id}
          head={head}
          findings={findings}
          unfold={findings.some(({ verdict }) => verdict !== 'ok')}
        />
      ))}
    </table>
  );
}
