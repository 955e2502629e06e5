import { describe, expect, it } from 'vitest';
import { csvReport, tally, textReport, worstOf } from '../../../src/engine/verify/report.ts';
import { bounded, compare, type Finding } from '../../../src/engine/verify/types.ts';

const same: Finding = { subject: 'ring-wave', measured: 0, expected: 0, tolerance: 0, verdict: 'ok' };
const off: Finding = { ...same, subject: 'xor', measured: 3e-16, verdict: 'last-bits' };
const list = [
  {
    head: { id: 'gradient', label: 'Gradients', help: 'By differences.' },
    findings: [bounded('dense, "relu"', 1.25e-9, 1e-6), bounded('ring', 2e-6, 1e-6)],
  },
  { head: { id: 'order', label: 'Orders', help: 'By two steps.' }, findings: [compare('x', 2.01, 2, 0.1)] },
  { head: { id: 'bits', label: 'Bits', help: 'By hash.' }, findings: [same, off] },
];

describe('report of what was measured', () => {
  it('CSV: a line for each figure, every digit, quotes doubled', () => {
    expect(csvReport(list).split('\n')).toEqual([
      'check,subject,measured,expected,tolerance,unit,verdict',
      'gradient,"dense, ""relu""",1.25e-9,0,0.000001,1,ok',
      'gradient,ring,0.000002,0,0.000001,1,failed',
      'order,x,2.01,2,0.1,1,ok',
      'bits,ring-wave,0,0,0,1,ok',
      'bits,xor,3e-16,0,0,1,last-bits',
      '',
    ]);
  });

  it('text: each check with its law, its figures, and the count of the whole', () => {
    const text = textReport(list);
    expect(text).toContain('Gradients: By differences.');
    expect(text).toMatch(/ {2}ring +0\.000002 +<= 0\.000001 +failed/);
    expect(text).toMatch(/ {2}x +2\.01 +2 \+- 0\.1 +ok/);
    expect(text).toMatch(/ {2}ring-wave +same bits +same bits +ok/);
    expect(text.trimEnd().split('\n').at(-1)).toBe('5 figures: 3 ok, 1 failed, 1 the same but for last bits');
  });

  it('worst: a failure before last bits, last bits before what is near its limit', () => {
    const near = compare('near', 2.09, 2, 0.1);
    const [far] = list[1].findings;
    expect(worstOf([far, near])).toBe(near);
    expect(worstOf([near, off, far])).toBe(off);
    expect(worstOf([off, list[0].findings[1]])?.subject).toBe('ring');
    expect(worstOf([])).toBeNull();
    expect(tally(list.flatMap(({ findings }) => findings))).toEqual({ ok: 3, 'last-bits': 1, failed: 1 });
  });
});
