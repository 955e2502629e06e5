import { jsPDF } from 'jspdf';
import { svg2pdf } from 'svg2pdf.js';
import type { ChartDrawing } from '../../store/pictures.ts';
import lab from './fonts/lab.ttf?inline';
import math from './fonts/math.ttf?inline';
import { CSS_DPI } from './limits.ts';
import type { RunNote } from './run.ts';
import { groundOf, under } from './svg.ts';

/** Points of PDF for one pixel of CSS. */
const POINTS = 72 / CSS_DPI;

const base64 = (url: string): string => url.slice(url.indexOf(',') + 1);

/** The families that drawings name, as the file has them. */
function ownFonts(svg: string): string {
  return svg
    .replaceAll(/font-family="[^"]*KaTeX_Math[^"]*"/g, 'font-family="LabMath"')
    .replaceAll(/font-family="(?!LabMath)[^"]*"/g, 'font-family="Lab"')
    .replaceAll('\u200b', '');
}

/** A drawing as a page of its own size, its lines as lines and its words as words. */
export async function pdfOf(
  { svg, width, height }: ChartDrawing,
  ground: string | null,
  note: RunNote,
): Promise<Blob> {
  const [wide, high] = [POINTS * width, POINTS * height];
  const file = new jsPDF({
    unit: 'pt',
    format: [wide, high],
    orientation: wide >= high ? 'l' : 'p',
    compress: true,
    putOnlyUsedFonts: true,
  });
  for (const [name, font, style] of [
    ['Lab', lab, 'normal'],
    ['Lab', lab, 'bold'],
    ['LabMath', math, 'italic'],
    ['LabMath', math, 'normal'],
  ] as const) {
    file.addFileToVFS(`${name}.ttf`, base64(font));
    file.addFont(`${name}.ttf`, name, style);
  }
  const { title, seed, step, software } = note;
  file.setProperties({
    title,
    creator: software,
    subject: `seed ${seed}, step ${step}`,
    keywords: note.text,
  });
  const drawn = new DOMParser().parseFromString(
    ownFonts(under(svg, groundOf({ width, height }, ground))),
    'image/svg+xml',
  );
  await svg2pdf(drawn.documentElement, file, { x: 0, y: 0, width: wide, height: high });
  return file.output('blob');
}
