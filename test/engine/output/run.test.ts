import { describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import type { FromOutput, OutputWish } from '../../../src/engine/output/protocol.ts';
import { runOutput } from '../../../src/engine/output/run.ts';
import { fastestKernels } from '../../../src/kernels/simd/index.ts';
import { parseRunDocument } from '../../../src/scenario/document.ts';

const FILE = JSON.stringify({
  version: 1,
  scenario: {
    version: 1,
    title: 'ring',
    seed: 3,
    system: { kind: 'ring-shared', N: 8 },
    initial: { kind: 'noise' },
  },
  edits: [{ step: 5, command: { kind: 'set', path: 'expansion.gamma', value: 0.7 } }],
});

function made(wish: Omit<OutputWish, 'document' | 'software'>, file = FILE): FromOutput[] {
  const told: FromOutput[] = [];
  runOutput({ document: parseRunDocument(file), software: '', ...wish }, fastestKernels, (message) =>
    told.push(message),
  );
  return told;
}

/** What the terminal writes. */
async function terminal(...args: string[]): Promise<string> {
  let written = '';
  const code = await main(['-', ...args], {
    read: () => Promise.resolve(FILE),
    write: (_, pieces) => {
      written += [...pieces].join('');
      return Promise.resolve();
    },
    complain: (line) => {
      throw new Error(line);
    },
  });
  expect(code).toBe(0);
  return written;
}

describe('output of a run beside the lab', () => {
  it('JSON with a row every step is that of the terminal with --steps, letter by letter', async () => {
    const last = made({ last: 12, stride: 1, form: 'json' }).at(-1);
    expect(last?.type === 'text' ? last.parts.join('') : '').toBe(await terminal('--steps', '12'));
  });

  it('columns every fourth step are rows 0, 4, 8, 12 of it; the present step alone is the last', async () => {
    const all = JSON.parse(await terminal('--steps', '12')) as { cost: number[]; weights: number[][] };
    const some = made({ last: 12, stride: 4, form: 'columns' }).at(-1);
    if (some?.type !== 'columns') throw new Error('no columns');
    expect([...some.columns.scalars.step]).toEqual([0, 4, 8, 12]);
    expect([...some.columns.scalars.cost]).toEqual([0, 4, 8, 12].map((row) => all.cost[row]));
    const now = made({ last: 12, stride: 0, form: 'columns' }).at(-1);
    if (now?.type !== 'columns') throw new Error('no columns');
    expect([...now.columns.scalars.step]).toEqual([12]);
    expect([...now.columns.weights]).toEqual(all.weights[12]);
  });

  it('JSON and the script name the scenario and its seed', () => {
    const textOf = (form: 'json' | 'python'): string => {
      const last = made({ last: 2, stride: 1, form }).at(-1);
      return last?.type === 'text' ? last.parts.join('') : '';
    };
    expect(JSON.parse(textOf('json'))).toMatchObject({ scenario: { title: 'ring', seed: 3 } });
    expect(textOf('python')).toMatch(/^# Made by .*; seed 3,/m);
    expect(textOf('python')).toContain('ring');
  });

  it('tells every row on its way', () => {
    const steps = made({ last: 12, stride: 4, form: 'columns' }).flatMap((message) =>
      message.type === 'progress' ? [message.step] : [],
    );
    expect(steps).toEqual([4, 8, 12]);
  });

  it('that a page cannot hold is refused before it is made, with what would fit', () => {
    const [message] = made({ last: 1e9, stride: 1, form: 'columns' });
    expect(message).toMatchObject({ type: 'failed', reason: expect.stringMatching(/every \d+ steps/) });
  });
});
