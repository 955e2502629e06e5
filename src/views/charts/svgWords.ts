import { wordsOf } from './words.ts';

/** A length of a drawing, in pixels. */
export const px = (value: number): string => value.toFixed(1);

export const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A line of words at a place; symbols in italics, raised and lowered parts smaller. */
export function words(of: string, x: number, y: number, fill: string, more = ''): string {
  const parts = wordsOf(of).map(({ text, face }) => {
    if (face === 'plain') return `<tspan>${escaped(text)}</tspan>`;
    if (face === 'symbol')
      return `<tspan font-family="KaTeX_Math, serif" font-style="italic">${escaped(text)}</tspan>`;
    const shift = face === 'sub' ? '0.3em' : '-0.4em';
    const back = face === 'sub' ? '-0.3em' : '0.4em';
    return `<tspan dy="${shift}" font-size="0.8em">${escaped(text)}</tspan><tspan dy="${back}">\u200b</tspan>`;
  });
  return `<text x="${px(x)}" y="${px(y)}" fill="${fill}" ${more}>${parts.join('')}</text>`;
}
