import { describe, expect, it } from 'vitest';
import { sections } from '../../src/scenario/sections.ts';
import { parseScenario } from '../../src/scenario/validate.ts';
import { refusal } from './refusal.ts';

const scenario = (body: object): object => ({ version: 1, ...body });
const ring = { kind: 'ring-shared', N: 8 };
const row = Array.from({ length: 8 }, () => 1);

describe('scenario: bad input is refused with path, value and what was expected', () => {
  const table: [string, unknown, string, unknown, RegExp][] = [
    ['no object', 5, '$', 5, /object/],
    ['no version', {}, 'version', undefined, /^1/],
    ['another version', { version: 2 }, 'version', 2, /^1/],
    ['an unknown key', scenario({ colour: 1 }), 'colour', 1, /no such key.*system/],
    ['a key of every object', scenario({ constructor: 1 }), 'constructor', 1, /no such key/],
    ['a list for noise', scenario({ noise: [] }), 'noise', [], /object/],
    ['a list', [], '$', [], /object/],
    ['a long title', scenario({ title: 'x'.repeat(201) }), 'title', 'x'.repeat(201), /200/],
    ['a negative seed', scenario({ seed: -1 }), 'seed', -1, /0 to 4294967295/],
    ['a broken seed', scenario({ seed: 0.5 }), 'seed', 0.5, /integer/],
    ['a seed of 2^32', scenario({ seed: 2 ** 32 }), 'seed', 2 ** 32, /integer/],
    ['a section that is a list', scenario({ system: [] }), 'system', [], /object with a kind/],
    ['no kind', scenario({ system: { N: 8 } }), 'system.kind', undefined, /ring-shared/],
    ['an unknown kind', scenario({ system: { kind: 'x' } }), 'system.kind', 'x', /a kind of this version/],
    ['an inherited name', scenario({ system: { kind: 'toString' } }), 'system.kind', 'toString', /kind/],
    [
      'a reach too far',
      scenario({ system: { kind: 'deep-ring', N: 6, reach: 3 } }),
      'system.reach',
      3,
      /at most 2/,
    ],
    [
      'a ring too deep',
      scenario({ system: { kind: 'deep-ring', N: 4096, depth: 1000 } }),
      'system.depth',
      1000,
      /1000000 weights/,
    ],
    [
      'Eq. 19 on a mesh finer than the neurons',
      scenario({ system: { kind: 'two-field-1d', mesh: 5 } }),
      'system.mesh',
      5,
      /at most 4 for the order "quadratic".*E7/,
    ],
    [
      'a mesh of too many points',
      scenario({ system: { kind: 'two-field-1d', N: 65536, mesh: 5, order: 'cell' } }),
      'system.mesh',
      5,
      /N times mesh of at most 262144/,
    ],
    [
      'samples of a field',
      scenario({
        system: { kind: 'scalar-field-1d', N: 8 },
        data: { kind: 'none' },
        batch: { kind: 'single' },
      }),
      'batch.kind',
      'single',
      /no samples/,
    ],
    [
      'more samples a step than there are',
      scenario({ system: ring, batch: { kind: 'mini', size: 99 } }),
      'batch.size',
      99,
      /the number of samples/,
    ],
    [
      'a table with a word among its numbers',
      scenario({
        system: { kind: 'dense', sizes: [1, 1] },
        data: { kind: 'csv', text: 'a,b\n1,2\n3,four' },
      }),
      'data.text',
      'four',
      /^a finite number in row 3, column 2 \("b"\)$/,
    ],
    [
      'a column that is neither named nor numbered',
      scenario({ system: { kind: 'dense', sizes: [1, 1] }, data: { kind: 'csv', inputs: [-1] } }),
      'data.inputs[0]',
      -1,
      /^a name of at most 200 characters, or a number from 0$/,
    ],
    [
      'a table that is too long',
      scenario({
        system: { kind: 'dense', sizes: [1, 1] },
        data: { kind: 'csv', text: '1'.repeat(4_000_001) },
      }),
      'data.text',
      '1'.repeat(4_000_001),
      /^a text of at most 4000000 characters$/,
    ],
    [
      'a table of more samples than a large network can take',
      scenario({
        system: { kind: 'dense', sizes: [1, 900, 900, 1] },
        data: { kind: 'csv', text: '1,2\n'.repeat(5000) },
      }),
      'data.text',
      5000,
      /^at most 614 samples for /,
    ],
    [
      'redshift at a big bang',
      scenario({ system: { kind: 'scalar-field-1d', redshift: 'physical' }, expansion: { kind: 'matter' } }),
      'system.redshift',
      'physical',
      /"none", or a start after the big bang: at t = 0 the scale factor is 0/,
    ],
    [
      'a Big Rip',
      scenario({ expansion: { kind: 'cosine', etaMin: 0 } }),
      'expansion.etaMin',
      0,
      /> 0: with etaMin = 0 .* Big Rip at t = T/,
    ],
    [
      'de Sitter space as a fluid',
      scenario({ expansion: { kind: 'fluid', w: -1 } }),
      'expansion.w',
      -1,
      /> -1: at w = -1 friction is constant/,
    ],
    [
      'a table whose rate falls to 0',
      scenario({ expansion: { kind: 'table', t: [0, 1], eta: [1, 0] } }),
      'expansion.eta[1]',
      0,
      /a rate > 0/,
    ],
    [
      'steps that no clock can follow',
      scenario({
        expansion: { kind: 'step', every: 0.001 },
        dynamics: { kind: 'second-order', dt: 1e8 },
      }),
      'expansion.every',
      0.001,
      /at least dt\/100000 = 1000/,
    ],
    [
      'steps that cannot be told apart',
      scenario({ expansion: { kind: 'step', every: 0.001, factor: 1, t0: 1e15 } }),
      'expansion.t0',
      1e15,
      /steps of 0.001/,
    ],
    [
      'a warm-up before time began',
      scenario({ expansion: { kind: 'warmup', t0: -1 } }),
      'expansion.t0',
      -1,
      /gamma >= 0/,
    ],
    ['a negative temperature', scenario({ noise: { temperature: -0.1 } }), 'noise.temperature', -0.1, />= 0/],
    [
      'heat without end',
      scenario({ noise: { temperature: Infinity } }),
      'noise.temperature',
      Infinity,
      /finite/,
    ],
    [
      'an unknown parameter',
      scenario({ system: { ...ring, M: 3 } }),
      'system.M',
      3,
      /known are kind, N, p, q/,
    ],
    ['too small a ring', scenario({ system: { ...ring, N: 2 } }), 'system.N', 2, /integer from 3/],
    ['a broken size', scenario({ system: { ...ring, N: 8.5 } }), 'system.N', 8.5, /integer/],
    ['a text for a number', scenario({ system: { ...ring, p: '1' } }), 'system.p', '1', /finite number/],
    ['an infinite number', scenario({ system: { ...ring, p: Infinity } }), 'system.p', Infinity, /finite/],
    ['null', scenario({ system: { ...ring, p: null } }), 'system.p', null, /finite number/],
    ['gamma of 0', scenario({ expansion: { kind: 'de-sitter', gamma: 0 } }), 'expansion.gamma', 0, /> 0/],
    ['dt of 0', scenario({ dynamics: { kind: 'second-order', dt: 0 } }), 'dynamics.dt', 0, /"auto"/],
    [
      'an unknown activation',
      scenario({ system: { kind: 'dense', activation: 'gelu' } }),
      'system.activation',
      'gelu',
      /"tanh"/,
    ],
    [
      'a quadratic without r',
      scenario({ system: { kind: 'dense', activation: { kind: 'quadratic', p: 1, q: 0 } } }),
      'system.activation.r',
      undefined,
      /./,
    ],
    [
      'a long row',
      scenario({ system: ring, data: { kind: 'explicit', X: [row, [...row, 1]], Y: [row, row] } }),
      'data.X[1]',
      [...row, 1],
      /row of 8/,
    ],
    [
      'rows of another system',
      scenario({ system: ring, data: { kind: 'explicit', X: [[1, 2]], Y: [row] } }),
      'data.X[0]',
      [1, 2],
      /N = 8 numbers/,
    ],
    [
      'a number that is none',
      scenario({ system: ring, data: { kind: 'explicit', X: [row, [1, 'x']], Y: [row, row] } }),
      'data.X[1][1]',
      'x',
      /finite number/,
    ],
    [
      'fewer targets than inputs',
      scenario({ system: ring, data: { kind: 'explicit', X: [row, row], Y: [row] } }),
      'data.Y',
      [row],
      /2 rows/,
    ],
    [
      'test rows of another system',
      scenario({ system: ring, data: { kind: 'uniform-bonds', test: { X: [[1]], Y: [row] } } }),
      'data.test.X[0]',
      [1],
      /N = 8 numbers/,
    ],
    [
      'test without targets',
      scenario({ data: { kind: 'step', test: { X: [row] } } }),
      'data.test.Y',
      undefined,
      /rows/,
    ],
    ['data of another system', scenario({ data: { kind: 'xor' } }), 'data.kind', 'xor', /fits ring-shared/],
    [
      'data that do not fit the sizes',
      scenario({ system: { kind: 'dense', sizes: [3, 2, 1] }, data: { kind: 'xor' } }),
      'data.kind',
      'xor',
      /begin with 2/,
    ],
    [
      'uniform bonds on an odd ring',
      scenario({ system: { ...ring, N: 7 }, data: { kind: 'uniform-bonds' } }),
      'data.kind',
      'uniform-bonds',
      /system\.N even/,
    ],
    [
      'a bump in a dense network',
      scenario({ system: { kind: 'dense' }, initial: { kind: 'bump' } }),
      'initial.kind',
      'bump',
      /fits dense/,
    ],
    [
      'weights of another system',
      scenario({ system: ring, initial: { kind: 'explicit', weights: [1] } }),
      'initial.weights',
      [1],
      /P = 8/,
    ],
    [
      'a sample that is not there',
      scenario({ system: ring, batch: { kind: 'sequence', indices: [0, 5] } }),
      'batch.indices[1]',
      5,
      /from 0 to 1/,
    ],
    [
      'a bond to nowhere',
      scenario({
        system: {
          kind: 'linear-neuron',
          N: 4,
          bonds: [
            [0, 1],
            [1, 4],
          ],
        },
      }),
      'system.bonds[1][1]',
      4,
      /from 0 to 3/,
    ],
    [
      'a profile of another length',
      scenario({ system: { kind: 'scalar-field-1d', N: 4, K: [1, 2] } }),
      'system.K',
      [1, 2],
      /4 numbers/,
    ],
    [
      'first order in flat space',
      scenario({ dynamics: { kind: 'gradient-flow' }, expansion: { kind: 'flat' } }),
      'dynamics.eta',
      undefined,
      /learning rate/,
    ],
    [
      'a power law before its big bang',
      scenario({ expansion: { kind: 'power-law', t0: -1 } }),
      'expansion.t0',
      -1,
      /gamma >= 0/,
    ],
    [
      'a velocity at the big bang',
      scenario({ initial: { kind: 'random', velocityScale: 1 }, expansion: { kind: 'power-law' } }),
      'initial.velocityScale',
      1,
      /velocity vanishes/,
    ],
    [
      'single precision for a torus',
      scenario({ system: { kind: 'torus-shared' }, dynamics: { kind: 'second-order', precision: 'f32' } }),
      'dynamics.precision',
      'f32',
      /rings and scalar fields/,
    ],
    [
      'a dense giant',
      scenario({ system: { kind: 'dense', sizes: [1000, 1000, 1000] } }),
      'system.sizes',
      [1000, 1000, 1000],
      /1000000 weights/,
    ],
    [
      'sub-steps without end (found by fuzzing, seed 22)',
      scenario({ dynamics: { kind: 'gradient-flow', substeps: 1.7e308 } }),
      'dynamics.substeps',
      1.7e308,
      /1 to 1000/,
    ],
    [
      'a teacher whose outputs are no probabilities',
      scenario({ system: { kind: 'dense', cost: 'cross-entropy' }, data: { kind: 'teacher' } }),
      'system.cost',
      'cross-entropy',
      /targets between 0 and 1/,
    ],
    [
      'modes of 513 weights',
      scenario({ system: { ...ring, N: 513 }, dynamics: { kind: 'exact' } }),
      'dynamics.kind',
      'exact',
      /at most 512 weights/,
    ],
    [
      'modes of a cost that is not quadratic',
      scenario({ system: { kind: 'dense' }, dynamics: { kind: 'exact' } }),
      'dynamics.kind',
      'exact',
      /quadratic cost/,
    ],
    [
      'modes of changing samples (found by fuzzing, seed 22)',
      scenario({ dynamics: { kind: 'exact' }, batch: { kind: 'sequence', indices: [0, 1] } }),
      'dynamics.kind',
      'exact',
      /changing samples/,
    ],
    [
      'modes under fading friction',
      scenario({ dynamics: { kind: 'exact' }, expansion: { kind: 'power-law' } }),
      'dynamics.kind',
      'exact',
      /constant friction/,
    ],
    ['an inherited key', JSON.parse('{"version":1,"__proto__":{}}'), '__proto__', undefined, /no such key/],
    ['a date', scenario({ title: new Date(0) }), 'title', 'object', /plain object/],
    ['a big integer', scenario({ seed: 1n }), 'seed', 'bigint', /JSON value/],
  ];
  it.each(table)('%s', (_name, input, path, value, expected) => {
    const error = refusal(() => parseScenario(input));
    expect(error.path).toBe(path);
    expect(error.value).toEqual(value);
    expect(error.expected).toMatch(expected);
    expect(error.message).not.toMatch(/\n/);
  });

  it('nesting of 33 levels is refused before it can exhaust the stack', () => {
    let deep: unknown = 0;
    for (let i = 0; i < 100_000; i += 1) deep = [deep];
    expect(refusal(() => parseScenario({ version: 1, view: deep })).expected).toMatch(/32 levels/);
  });
});

describe('scenario: what is left out takes its default', () => {
  it('a version alone is the ring with shared weights, full batch, second order, de Sitter', () => {
    const { system, data, batch, initial, dynamics, expansion, noise, seed } = parseScenario({ version: 1 });
    expect([system, data, batch, initial, dynamics, expansion].map(({ kind }) => kind)).toEqual([
      'ring-shared',
      'uniform-bonds',
      'full',
      'bump',
      'second-order',
      'de-sitter',
    ]);
    expect(noise).toEqual({ temperature: 0 });
    expect(seed).toBe(1);
    expect(expansion).toEqual({ kind: 'de-sitter', gamma: 0.3, t0: 0 });
  });

  it.each(Object.keys(sections.system.parts))('%s alone is a whole scenario', (kind) => {
    const { system, data, initial } = parseScenario({ version: 1, system: { kind } });
    expect(sections.system.parts[kind].data).toContain(data.kind);
    expect(sections.system.parts[kind].initial).toContain(initial.kind);
    for (const [name, { default: value }] of Object.entries(sections.system.parts[kind].parameters)) {
      expect(system[name]).toEqual(value);
    }
  });

  it('an odd ring takes the first data that can be made for it', () => {
    expect(parseScenario({ version: 1, system: { kind: 'ring-shared', N: 7 } }).data.kind).toBe(
      'smooth-random',
    );
    expect(parseScenario({ version: 1, system: { kind: 'dense', sizes: [1, 4, 1] } }).data.kind).toBe('sine');
    expect(parseScenario({ version: 1, system: { kind: 'dense', sizes: [3, 4, 2] } }).data.kind).toBe(
      'teacher',
    );
    const entropy = { kind: 'dense', sizes: [3, 4, 2], cost: 'cross-entropy' };
    expect(parseScenario({ version: 1, system: entropy }).data.kind).toBe('explicit');
  });

  it('gradient descent steps by 1 unless dt is given', () => {
    const dynamics = { kind: 'gradient-descent' };
    expect(parseScenario({ version: 1, dynamics }).dynamics.dt).toBe(1);
    expect(parseScenario({ version: 1, dynamics: { ...dynamics, dt: 0.5 } }).dynamics.dt).toBe(0.5);
  });

  it('the input is not modified and shares nothing with the result', () => {
    const input = {
      version: 1,
      system: { kind: 'ring-shared', N: 3 },
      data: { kind: 'explicit', X: [[1, 2, 3]] },
    };
    const copy = structuredClone(input);
    const { data } = parseScenario(input);
    expect(input).toEqual(copy);
    expect(data.X).not.toBe(input.data.X);
  });
});
