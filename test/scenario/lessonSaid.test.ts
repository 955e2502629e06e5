import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseLesson } from '../../src/scenario/lesson/lesson.ts';
import { readLessonIndex } from '../../src/scenario/lesson/list.ts';
import type { Claim } from '../../src/scenario/lesson/types.ts';

/**
 * What no run of a step can prove wrong: the mark of its claim, and which choice is right. A second record of both, by reading
 * each sentence against the theory; whoever changes a mark or an answer gives the reason here.
 */
const notExact: Readonly<Record<string, readonly [mark: Exclude<Claim, 'exact'>, why: string]>> = {
  'approximation/table': ['approximate', 'one start of one network'],
  'approximation/asked': ['approximate', 'random starts'],
  'approximation/far': ['approximate', 'random starts'],
  'continuum/springs': ['approximate', 'waves much longer than the spacing'],
  'continuum/spacing': ['approximate', 'the leading power of a, of smooth data'],
  'de-sitter/universe': ['analogy', 'exact for k = 0 alone: waves of the network are not redshifted'],
  'friction/creep': ['approximate', 'inertia is small, not none'],
  'gradient-descent/flow': ['approximate', 'small steps, strong friction'],
  'high-viscosity/limit': ['approximate', 'strong friction'],
  'high-viscosity/order': ['approximate', 'the leading power of the rate'],
  'high-viscosity/coarser': ['approximate', 'the leading powers of the rate'],
  'histories/schedule': ['analogy', 'a network has no equation of state'],
  'outputs/narrow': ['approximate', 'wide networks, the mean of four starts'],
  'propagation/speed': ['approximate', 'waves much longer than a site'],
};

const answers: Readonly<Record<string, string>> = {
  'action/late': 'about 7 times',
  'approximation/three': 'hardly: late or never',
  'approximation/asked': 'about 9',
  'approximation/far': 'far too little',
  'bulk/ring': 'the sum is too large by just that term',
  'continuum/dispersion': 'the one of wavelength $2a$',
  'de-sitter/efolds': 'twice as many',
  'example-1/pairs': 'to its partner, no further',
  'example-2/massless': 'it stops',
  'flickering/batch': 'half as large',
  'friction/critical': 'Ever more slowly',
  'gradient-descent/bound': String.raw`$\gamma = 2.05$`,
  'heat/temperature': String.raw`by $\sqrt2$`,
  'heat/samples': 'none: each mode reads another',
  'high-viscosity/order': 'a quarter as large',
  'histories/kination': String.raw`$1/\sqrt t$`,
  'nonlocality/dense': 'no',
  'outputs/narrow': 'gets worse',
  'propagation/speed': 'twice as fast',
  'wide/finite': 'half as large',
  'wide/depth': '3.8, more than that',
  'wide/decimate': 'to infinity',
};

const folder = 'public/lessons';
const steps = readLessonIndex(JSON.parse(readFileSync(`${folder}/index.json`, 'utf8'))).flatMap(({ id }) =>
  parseLesson(readFileSync(`${folder}/${id}.json`, 'utf8')).steps.map((step) => ({
    ...step,
    place: `${id}/${step.id}`,
  })),
);

describe('what the shipped lessons say', () => {
  it('each step’s claim has its mark: exact, but for those whose reason stands here', () => {
    const marks = steps.filter(({ claim }) => claim !== 'exact').map(({ place, claim }) => [place, claim]);
    expect(Object.fromEntries(marks)).toEqual(
      Object.fromEntries(Object.entries(notExact).map(([place, [mark]]) => [place, mark])),
    );
  });

  it('each prediction has the answer that was found right', () => {
    const right = steps.flatMap(({ place, predict }) =>
      predict === undefined ? [] : [[place, predict.choices[predict.answer]]],
    );
    expect(Object.fromEntries(right)).toEqual(answers);
  });
});
