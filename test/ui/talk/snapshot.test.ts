import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readIndex } from '../../../src/scenario/shipped.ts';
import { parseTalk } from '../../../src/scenario/talk/talk.ts';
import { standsOn } from '../../../src/ui/talk/NextPicture.tsx';
import { fitted } from '../../../src/ui/talk/snapshot.ts';

describe('the small picture of what stands on the screen', () => {
  const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

  it('two pictures side by side, wide as a stage: as wide as the picture, in its middle', () => {
    const { scale, x, y } = fitted([box(100, 50, 500, 450), box(500, 50, 900, 450)], 320, 180);
    expect(scale).toBeCloseTo(0.4, 12);
    const at = (left: number, top: number): number[] => [x + scale * left, y + scale * top];
    expect(at(100, 50)).toEqual([0, 10]);
    expect(at(900, 450)).toEqual([320, 170]);
  });

  it('one above the other, on a tall stage: as high as the picture', () => {
    const { scale, x, y } = fitted([box(0, 0, 100, 200), box(0, 200, 100, 400)], 320, 180);
    expect([scale, x, y].map((value) => Number(value.toFixed(9)))).toEqual([0.45, 137.5, 0]);
  });
});

describe('a state without a picture', () => {
  const json = (file: string): unknown => JSON.parse(readFileSync(`public/${file}`, 'utf8'));
  const shipped = readIndex(json('scenarios/index.json'));
  const pictures = json('thumbnails.json') as Readonly<Record<string, { readonly kinds: readonly string[] }>>;
  const { states } = parseTalk(readFileSync('public/talks/training.json', 'utf8'));

  it('of the example talk: each stands on a shipped scenario, which has one', () => {
    expect(states.map((state) => standsOn(state, shipped, pictures)?.id)).toEqual([
      'textbook-descent',
      'high-viscosity',
      'underdamped',
      'least-action',
      'ring-wave',
      'becoming-a-field',
      'smooth-data',
    ]);
  });

  it('another title, another system, or no list of pictures: none', () => {
    const [{ document }] = states;
    const { scenario } = document;
    const other = (change: object) => ({ document: { ...document, scenario: { ...scenario, ...change } } });
    expect(standsOn(other({ title: 'Mine' }), shipped, pictures)).toBeNull();
    expect(
      standsOn(other({ system: { ...scenario.system, kind: 'torus-shared' } }), shipped, pictures),
    ).toBeNull();
    expect(standsOn({ document }, shipped, {})).toBeNull();
    expect(standsOn({ document }, [], pictures)).toBeNull();
  });
});
