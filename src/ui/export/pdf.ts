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

/** Families of the file, by the names that it has them under. */
const families: readonly (readonly [name: string, font: string])[] = [
  ['Lab', lab],
  ['LabMath', math],
];

/**
 * Lends the page the fonts of the file: words are placed by what the browser measures, and it would measure another font.
 *  @returns takes them back
 */
async function lendFonts(): Promise<() => void> {
  const faces = families.map(([name, font]) => {
    const bytes = Uint8Array.from(atob(base64(font)), (letter) => letter.charCodeAt(0));
    // One drawing of letters for every weight, as in the file.
    return new FontFace(name, bytes, { weight: '1 1000' });
  });
  await Promise.all(faces.map((face) => face.load()));
  for (const face of faces) document.fonts.add(face);
  return () => {
    for (const face of faces) document.fonts.delete(face);
  };
}

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
  for (const [name, font] of families) {
    file.addFileToVFS(`${name}.ttf`, base64(font));
    for (const style of ['normal', 'bold', 'italic']) file.addFont(`${name}.ttf`, name, style);
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
  const takeBack = await lendFonts();
  try {
    await svg2pdf(drawn.documentElement, file, { x: 0, y: 0, width: wide, height: high });
  } finally {
    takeBack();
  }
  return file.output('blob');
}
