import { describe, expect, it } from 'vitest';
import { underWords } from '../../../src/ui/strip/underWords.ts';

const ends = ['rings', 'slides'] as const;
const critical = (share: number) => ({ share, long: 'critical γ = 2ω', short: '2ω' });

describe('words under the slider of friction', () => {
  it('with room: both ends, and the whole name round its tick', () => {
    const { left, right, ticks } = underWords(600, 20, ends, [critical(0.5)]);
    expect([left, right]).toEqual(ends);
    expect(ticks).toEqual([{ words: 'critical γ = 2ω', x: 300 }]);
  });
  it('near an end: the short name first; then the end that is in the way is dropped', () => {
    expect(underWords(600, 20, ends, [critical(0.8)])).toMatchObject({
      left: 'rings',
      right: 'slides',
      ticks: [{ words: '2ω', x: 480 }],
    });
    const tight = underWords(600, 20, ends, [critical(0.97)]);
    expect([tight.left, tight.right]).toEqual(['rings', null]);
  });
  it('no two words touch, at any width, type and place of two ticks', () => {
    for (const type of [12, 20]) {
      for (let width = 40; width <= 900; width += 43) {
        for (let a = 0; a <= 1; a += 0.09) {
          for (let b = a; b <= 1; b += 0.09) {
            const named = [
              { share: a, long: 'slowest mode critical', short: 'slowest' },
              { share: b, long: 'fastest mode critical', short: 'fastest' },
            ];
            const { left, right, ticks } = underWords(width, type, ends, named);
            const boxes = ticks.map(({ words, x }) => {
              const half = 0.29 * type * words.length;
              return [x - half, x + half];
            });
            if (left !== null) boxes.unshift([0, 0.58 * type * left.length]);
            if (right !== null) boxes.push([width - 0.58 * type * right.length, width]);
            boxes.slice(1).forEach(([from], index) => expect(from).toBeGreaterThanOrEqual(boxes[index][1]));
          }
        }
      }
    }
  });
  it('a tick off the slider has no name', () => {
    expect(underWords(600, 12, ends, [critical(1.2)]).ticks).toEqual([]);
  });
});
