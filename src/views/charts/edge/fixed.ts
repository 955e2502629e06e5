import { formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { fixedLengths, type FixedLength, type Response, type Spread } from '../../../scenario/wideTheory.ts';

/** The lengths that layers of a wide network keep, in words. */
export function fixedWords(all: readonly FixedLength[] | null): string {
  if (all === null) return text('wide.fixed.all');
  if (all.length === 0) return text('wide.fixed.none');
  const list = all
    .map(({ q, draws }) =>
      text('wide.fixed.one', {
        q: formatNumber(q),
        kind: text(draws ? 'wide.fixed.draws' : 'wide.fixed.repels'),
      }),
    )
    .join(', ');
  const last = all[all.length - 1];
  return [
    text('wide.fixed.kept', { list }),
    ...(last.draws ? [] : [text('wide.fixed.endless', { q: formatNumber(last.q) })]),
  ].join(' ');
}

let last: {
  readonly of: Response;
  readonly sigmaW: number;
  readonly sigmaB: number;
  readonly found: readonly FixedLength[] | null;
} | null = null;

/** The lengths that are kept; the last ones are remembered, for a picture is drawn often. */
export function fixedOf(response: Response, { sigmaW, sigmaB }: Spread): readonly FixedLength[] | null {
  if (last?.of !== response || last.sigmaW !== sigmaW || last.sigmaB !== sigmaB) {
    last = { of: response, sigmaW, sigmaB, found: fixedLengths(response, { sigmaW, sigmaB }) };
  }
  return last.found;
}
