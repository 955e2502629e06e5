import { describe, expect, it } from 'vitest';
import { caseText } from '../helpers/cases.ts';
import { run, example } from './capture.ts';

const files = { 'a.json': JSON.stringify(example), '-': JSON.stringify({ ...example, seed: 9 }) };
const with_ = (change: object): Record<string, string> => ({
  'a.json': JSON.stringify({ ...example, ...change }),
});
const set = (step: number, path: string, value: unknown): object => ({
  step,
  command: { kind: 'set', path, value },
});
const keys = [
  'scenario',
  't',
  'step',
  'weights',
  'velocity',
  'cost',
  'batchCost',
  'kinetic',
  'gamma',
  'logScaleFactor',
  'observables',
];

describe('terminal: output', () => {
  it('has the keys of the contract in their order, and one entry a row', async () => {
    const { code, out, err } = await run(['a.json', '--until', '2', '--every', '0.5'], files);
    expect([code, err]).toEqual([0, '']);
    const result = JSON.parse(out);
    expect(Object.keys(result)).toEqual(keys);
    expect(result.t).toEqual([0, 0.5, 1, 1.5, 2]);
    expect(result.step).toEqual([0, 4, 8, 12, 16]);
    for (const key of keys.slice(1, -1)) expect(result[key]).toHaveLength(5);
    expect(result.weights[4]).toHaveLength(64);
    expect(result.observables).toEqual({});
  });

  it('says on standard error where a document was saved with kernels of other bits, and runs it', async () => {
    const document = { version: 1, scenario: example, kernel: 'a later one' };
    const { code, out, err } = await run(['a.json', '--steps', '1'], { 'a.json': JSON.stringify(document) });
    expect([code, err]).toEqual([
      0,
      'saved with other kernels (a later one; here simd): the last bits may differ\n',
    ]);
    expect(JSON.parse(out).step).toEqual([0, 1]);
  });

  it('writes dt "auto" of the example as 0.125 = the power of two below 0.25 · 2/sqrt(7.4)', async () => {
    const { out } = await run(['a.json', '--steps', '0'], files);
    const { scenario, t, gamma, logScaleFactor, kinetic } = JSON.parse(out);
    expect(scenario.dynamics.dt).toBe(0.125);
    expect(scenario.title).toBe(example.title);
    expect(Object.keys(scenario)[0]).toBe('version');
    expect([t, gamma, logScaleFactor, kinetic]).toEqual([[0], [0.3], [0], [0]]);
  });

  it('the output’s scenario runs again to the same bits', async () => {
    const first = JSON.parse((await run(['a.json', '--until', '3'], files)).out);
    const second = JSON.parse(
      (await run(['b.json', '--until', '3'], { 'b.json': JSON.stringify(first.scenario) })).out,
    );
    expect(second).toEqual(first);
  });

  it('reads standard input for - and writes a file for --out', async () => {
    const { code, out, files: written } = await run(['-', '--steps', '1', '--out', 'o.json'], files);
    expect([code, out]).toEqual([0, '']);
    expect(JSON.parse(written['o.json']).scenario.seed).toBe(9);
  });

  it('gamma and ln a are null at the big bang', async () => {
    const { out } = await run(['a.json', '--steps', '1'], with_({ expansion: { kind: 'power-law', n: 2 } }));
    const { gamma, logScaleFactor, t } = JSON.parse(out);
    expect(gamma).toEqual([null, 2 / t[1]]);
    expect(logScaleFactor[0]).toBeNull();
    expect(logScaleFactor[1]).toBeCloseTo(2 * Math.log(t[1]), 12);
  });

  it('batchCost follows the sample at work, cost all of them', async () => {
    const batch = { kind: 'sequence', indices: [0, 1] };
    const { out } = await run(['a.json', '--steps', '2'], with_({ batch }));
    const { cost, batchCost } = JSON.parse(out);
    for (let n = 0; n < 3; n += 1) expect(batchCost[n]).toBeLessThan(cost[n]);
    expect(batchCost[0]).not.toBe(batchCost[1]);
  });
});

describe('terminal: rows', () => {
  const rowsOf = async (
    args: string[],
    given = files,
  ): Promise<{ t: number[]; step: number[]; last: number[] }> => {
    const { t, step, weights } = JSON.parse((await run(['a.json', ...args], given)).out);
    return { t, step, last: weights.at(-1) };
  };

  it('--steps 3 gives four rows, one a step', async () => {
    expect((await rowsOf(['--steps', '3'])).step).toEqual([0, 1, 2, 3]);
  });

  it('--until alone gives at most 102 rows and ends there', async () => {
    const { t, step } = await rowsOf(['--until', '20.375']);
    expect(t.at(-1)).toBe(20.375);
    expect(step.length).toBeLessThanOrEqual(102);
    expect(new Set(step.slice(1, -1).map((s, n) => s - step[n])).size).toBe(1);
  });

  it('neither gives t0 + 10', async () => {
    expect((await rowsOf([])).t.at(-1)).toBe(10);
    const later = with_({ expansion: { kind: 'power-law', t0: 2 } });
    expect((await rowsOf([], later as typeof files)).t.at(-1)).toBe(12);
  });

  it('--until that is no multiple of --every ends with the last whole row', async () => {
    expect((await rowsOf(['--until', '1.9', '--every', '0.5'])).t).toEqual([0, 0.5, 1, 1.5]);
  });

  it('--every of 0.3 with --dt 0.1 is a multiple in spite of round-off', async () => {
    const { step } = await rowsOf(['--until', '3', '--every', '0.3', '--dt', '0.1']);
    expect(step).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30]);
  });

  it('--steps with --until ends with whichever comes first', async () => {
    expect((await rowsOf(['--steps', '100', '--until', '0.5'])).step).toEqual([0, 1, 2, 3, 4]);
    expect((await rowsOf(['--steps', '2', '--until', '0.5'])).step).toEqual([0, 1, 2]);
  });

  it('the cadence never changes the trajectory, to the bit', async () => {
    const fine = await rowsOf(['--steps', '64']);
    for (const args of [
      ['--until', '8', '--every', '8'],
      ['--until', '8', '--every', '0.25'],
      ['--until', '8'],
    ]) {
      expect((await rowsOf(args)).last).toEqual(fine.last);
    }
  });

  it('edits of a run document are replayed, and rows stay at their times when an edit changes dt', async () => {
    const edits = [set(4, 'expansion.gamma', 3), set(8, 'dynamics.dt', 0.0625)];
    const given = { 'a.json': JSON.stringify({ version: 1, scenario: example, edits }) };
    const { out } = await run(['a.json', '--until', '2', '--every', '0.5'], given);
    const { t, step, gamma } = JSON.parse(out);
    expect(t).toEqual([0, 0.5, 1, 1.5, 2]);
    expect(step.slice(0, 3)).toEqual([0, 4, 8]);
    expect(step.slice(3)).toEqual([16, 24]);
    expect(gamma.slice(0, 3)).toEqual([0.3, 3, 3]);
  });
});

describe('terminal: observables', () => {
  it('every observable of this version has a value at each row', async () => {
    const names = ['outputs', 'gradient', 'hessian', 'couplings', 'energy-budget', 'momentum'];
    const { code, out } = await run(['a.json', '--steps', '2', '--observe', names.join(',')], files);
    expect(code).toBe(0);
    const { observables } = JSON.parse(out);
    expect(Object.keys(observables)).toEqual(names);
    for (const name of names) expect(observables[name]).toHaveLength(3);
    expect(observables.outputs[0]).toHaveLength(2);
    expect(observables.outputs[0][0]).toHaveLength(64);
    expect(observables.gradient[0]).toHaveLength(64);
    expect(observables.hessian[0]).toHaveLength(64);
    expect(observables.couplings[0].K).toHaveLength(64);
    for (const K of observables.couplings[0].K) expect(K).toBeCloseTo(1.7, 12);
    for (const J of observables.couplings[0].J) expect(J).toBeCloseTo(0.6, 12);
    expect(observables.couplings[0].constant).toBeCloseTo(0, 12);
    expect(Object.keys(observables['energy-budget'][0])).toEqual(
      expect.arrayContaining(['kinetic', 'potential', 'dissipated', 'injected', 'residual']),
    );
    expect(observables.momentum[0].mu).toBeCloseTo(Math.exp(-0.3 * 0.125), 14);
  });

  it('table-ii: eleven rows of one number a cell for two-field-1d and ring-two-layer, null for others', async () => {
    for (const kind of ['two-field-1d', 'ring-two-layer']) {
      const given = { 'a.json': JSON.stringify({ version: 1, system: { kind, N: 5 } }) };
      const { code, out } = await run(['a.json', '--steps', '0', '--observe', 'table-ii'], given);
      expect(code).toBe(0);
      const [table] = JSON.parse(out).observables['table-ii'];
      expect(Object.keys(table).join(' ')).toBe('m2 J1 J2 J3 K1 K2 K3 K4 K5 K6 K7');
      for (const values of Object.values(table)) expect(values).toHaveLength(5);
      // a = 1, four samples, r = 0.3.
      expect(table.m2[4]).toBeCloseTo(8 * 4 * 0.09, 13);
      for (const [n, value] of table.K7.entries()) expect(4 * value).toBeCloseTo(table.K4[n], 13);
    }
    const { out } = await run(['a.json', '--steps', '0', '--observe', 'table-ii'], files);
    expect(JSON.parse(out).observables['table-ii']).toEqual([null]);
  });

  it('momentum is null without inertia (case 03), and of the sub-step with it (case 04)', async () => {
    const momentumOf = async (number: string) => {
      const { out } = await run(['a.json', '--steps', '1', '--observe', 'momentum'], {
        'a.json': caseText(number),
      });
      return JSON.parse(out).observables.momentum;
    };
    expect(await momentumOf('03')).toEqual([null, null]);
    // dt 0.5 in four sub-steps, γ = 1.
    expect((await momentumOf('04'))[0].mu).toBeCloseTo(Math.exp(-0.125), 14);
  });

  it('modes: curvatures with their index and counts (case 06); w-eff of the history (case 08: matter, 0)', async () => {
    const given = { 'a.json': caseText('06') };
    const { out } = await run(['a.json', '--steps', '0', '--observe', 'modes,w-eff'], given);
    const [modes] = JSON.parse(out).observables.modes;
    expect(modes).toMatchObject({ index: 11, flat: 0, creeping: 5, swinging: 9 });
    expect(modes.omega2).toHaveLength(25);
    expect(modes.omega2).toEqual(modes.omega2.toSorted((a: number, b: number) => a - b));
    expect(JSON.parse(out).observables['w-eff']).toEqual([-1]);
    const matter = await run(['a.json', '--until', '2', '--observe', 'w-eff'], { 'a.json': caseText('08') });
    for (const w of JSON.parse(matter.out).observables['w-eff']) expect(w).toBeCloseTo(0, 14);
  });

  it('spectrum: power |w_k|²/N of every wave at every row, ω² where K and J are uniform', async () => {
    const wave = with_({
      system: { kind: 'ring-shared', N: 8 },
      data: { kind: 'uniform-bonds', K: 1, J: 0.5 },
      initial: { kind: 'mode', index: 2, amplitude: 1 },
    });
    const { out } = await run(['a.json', '--steps', '2', '--observe', 'spectrum'], wave);
    const rows = JSON.parse(out).observables.spectrum;
    expect(rows).toHaveLength(3);
    for (const { k, power, omega2 } of rows) {
      expect(k[2]).toBeCloseTo(Math.PI / 2, 14);
      expect(omega2[4]).toBeCloseTo(4.5, 12);
      expect(power[2]).toBeCloseTo(power[6], 12);
      expect(power[1]).toBeLessThan(1e-25);
    }
    expect(rows[0].power[2]).toBeCloseTo(2, 12);
  });

  it('a Hessian of more than 2000 weights is refused by name', async () => {
    const big = with_({ system: { kind: 'ring-shared', N: 2002 }, initial: { kind: 'zero' } });
    const { code, err, out } = await run(['a.json', '--steps', '0', '--observe', 'hessian'], big);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/hessian.*2000/);
  });
});

describe('terminal: bad input exits 2 with one line', () => {
  const table: [string, string[], Record<string, string>, RegExp][] = [
    ['no file', [], {}, /^FILE: nothing: expected one scenario file/],
    ['two files', ['a.json', 'b.json'], files, /^FILE: "b.json"/],
    [
      'a file that is not there',
      ['x.json'],
      {},
      /^FILE: "x.json": expected a file that can be read \(ENOENT\)/,
    ],
    ['an output that cannot be', ['a.json', '--out', 'missing/o.json'], files, /^--out: .*can be written/],
    ['an unknown option', ['a.json', '--fast'], files, /^--fast: nothing: expected one of --until/],
    ['an option without value', ['a.json', '--until'], files, /^--until: nothing: expected a value/],
    ['an option twice', ['a.json', '--dt', '1', '--dt', '2'], files, /^--dt: "2": expected to be given once/],
    [
      'a time that is none',
      ['a.json', '--until', 'soon'],
      files,
      /^--until: "soon": expected a finite number/,
    ],
    ['a time before t0', ['a.json', '--until', '-1'], files, /^--until: -1: expected a time >= t0 = 0/],
    ['half a step', ['a.json', '--steps', '1.5'], files, /^--steps: 1.5: expected an integer >= 0/],
    ['no step', ['a.json', '--dt', '0'], files, /^--dt: 0: expected a finite number > 0/],
    [
      'both cadences',
      ['a.json', '--every', '1', '--steps', '1'],
      files,
      /^--steps: "1": expected --every or/,
    ],
    [
      'rows between steps',
      ['a.json', '--every', '0.3'],
      files,
      /^--every: 0.3: expected a multiple of dt = 0.125/,
    ],
    ['rows closer than steps', ['a.json', '--every', '0.001'], files, /^--every: 0.001: expected a multiple/],
    [
      'an unknown observable',
      ['a.json', '--observe', 'mood'],
      files,
      /^observe: "mood": expected one of outputs/,
    ],
    ['no JSON', ['a.json'], { 'a.json': '{\n oops' }, /^\$: "oops": expected JSON: .* line 2, column 2/],
    [
      'a table with a gap',
      ['a.json'],
      with_({
        initial: { kind: 'zero' },
        system: { kind: 'dense', sizes: [1, 1] },
        data: { kind: 'csv', text: '1,2\n3,' },
      }),
      /^data.text: "": expected a finite number in row 2, column 2/,
    ],
    ['an unknown key', ['a.json'], with_({ sytem: {} }), /^sytem: \{\}: expected no such key/],
    [
      'a bad number',
      ['a.json'],
      with_({ expansion: { kind: 'de-sitter', gamma: -1 } }),
      /^expansion.gamma: -1: /,
    ],
    [
      'couplings that overflow',
      ['a.json'],
      with_({ system: { ...example.system, p: 1e200 } }),
      /^system: "ring-shared": expected parameters and data whose curvature is at most 1e\+100/,
    ],
    [
      'a recorded edit after which they overflow',
      ['a.json', '--until', '2'],
      {
        'a.json': JSON.stringify({
          version: 1,
          scenario: { ...example, data: { kind: 'step' } },
          edits: [set(3, 'system.p', 1e200)],
        }),
      },
      /^edits\[0\].command.value: 1e\+200: expected a value that fits \(system: .* curvature/,
    ],
  ];
  it.each(table)('%s', async (_name, args, given, line) => {
    const { code, out, err } = await run(args, given);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(line);
    expect(err.trimEnd()).not.toContain('\n');
  });
});

describe('terminal: blow-up exits 3', () => {
  it('writes the rows up to the last good state and says where and why', async () => {
    const { code, out, err } = await run(['a.json', '--until', '4000', '--every', '8', '--dt', '1'], files);
    expect(code).toBe(3);
    const { t, weights } = JSON.parse(out);
    expect(t.length).toBeGreaterThan(1);
    for (const row of weights) expect(row.every(Number.isFinite)).toBe(true);
    expect(err).toMatch(
      /^blow-up: track main has grown \d+ times beyond its start by step \d+, after t = \d+, with dt = 1, gamma = 0.3, .*stable step.*--dt 0\.\d+\n$/,
    );
  });
});

describe('terminal: help', () => {
  it('lists every kind and parameter', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const word of [
      '--until',
      'ring-perceptron',
      'scalar-field-1d',
      'gamma',
      'energy-budget',
      'deep-ring',
    ]) {
      expect(out).toContain(word);
    }
  });
});
