import { formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { HessianMap } from '../../../store/index.ts';
import { roundTicks } from '../axes.ts';
import type { ChartStyle } from '../style.ts';
import type { Box } from './boxes.ts';

/** Least width at which lines are named, in type sizes. */
const NAMED = 12;

/**
 * F(r): the part of the couplings, by H², that reaches no farther than r steps on the lattice; in the lattice's order and in
 * the one that is shown, each with its ⟨r⟩.
 */
export function drawProfile(
  context: CanvasRenderingContext2D,
  { left, top, width, height }: Box,
  style: ChartStyle,
  { lattice, reordered, order }: HessianMap,
): void {
  const { size, ink } = style;
  const last = lattice.profile.length - 1;
  const base = top + height;
  const x = (r: number): number => left + (width * r) / Math.max(1, last);
  const y = (part: number): number => base - height * part;
  context.font = `italic ${size}px ${style.font}`;
  context.fillStyle = ink['text-2'];
  context.textAlign = 'left';
  context.fillText('F(r)', left, top - 0.35 * size);
  context.font = `${size}px ${style.font}`;
  context.lineWidth = style.hair;
  for (const part of [0, 0.5, 1]) {
    context.strokeStyle = part === 0 ? style.lineStrong : style.line;
    context.beginPath();
    context.moveTo(left, y(part));
    context.lineTo(left + width, y(part));
    context.stroke();
    context.textAlign = 'right';
    context.fillText(formatShort(part), left - 0.4 * size, y(part) + 0.35 * size);
  }
  const named = text('chart.nonlocality.steps');
  const taken = context.measureText(named).width + size;
  context.fillText(named, left + width, base + 1.15 * size);
  context.textAlign = 'center';
  for (const r of roundTicks(
    { min: 0, max: Math.max(1, last) },
    Math.max(2, Math.floor(width / (4 * size))),
  )) {
    if (Number.isInteger(r) && x(r) < left + width - taken)
      context.fillText(String(r), x(r), base + 1.15 * size);
  }
  const same = order === 'lattice';
  const lines = [
    { of: lattice, color: ink.text, dashed: !same, name: 'lattice' },
    ...(same ? [] : [{ of: reordered, color: ink.second, dashed: false, name: order }]),
  ] as const;
  lines.forEach(({ of, color, dashed, name }, n) => {
    context.strokeStyle = color;
    context.lineWidth = dashed ? style.thin : style.thick;
    context.setLineDash(dashed ? [4, 3] : []);
    context.beginPath();
    of.profile.forEach((part, r) =>
      r === 0 ? context.moveTo(x(r), y(part)) : context.lineTo(x(r), y(part)),
    );
    context.stroke();
    context.setLineDash([]);
    if (of.meanDistance !== null) {
      context.fillStyle = color;
      context.beginPath();
      context.arc(x(of.meanDistance), base, 0.3 * size, 0, 2 * Math.PI);
      context.fill();
    }
    // Where there is no room for names the columns of the table bear the same colours.
    if (same || width < NAMED * size) return;
    context.fillStyle = color;
    context.textAlign = 'right';
    const line = base - (0.6 + 1.2 * (lines.length - 1 - n)) * size;
    context.fillText(text(`chart.nonlocality.order.${name as 'lattice'}`), left + width, line);
  });
  context.textAlign = 'left';
}
