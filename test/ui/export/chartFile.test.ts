import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useLab } from '../../../src/store/index.ts';
import type { ChartExporter } from '../../../src/store/pictures.ts';
import { chartFile, plainWish } from '../../../src/ui/export/chartFile.ts';
import { svgRun } from '../../../src/ui/export/svg.ts';
import { StoreLab } from '../../store/lab.ts';

const exporter: ChartExporter = {
  table: () => ({ columns: ['t', 'cost'], rows: [[0.5, 0.25]] }),
  drawing: () => ({
    svg: '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><path/></svg>',
    width: 8,
    height: 4,
    ground: '#fff',
  }),
};

let lab: StoreLab;
beforeEach(() => {
  lab = new StoreLab();
  lab.step(3);
});
afterEach(() => lab.close());

describe('a chart as a file: what it says of its run', () => {
  const run = (): unknown => JSON.parse(useLab.getState().save());

  it('CSV: with the switch its first lines are scenario, seed and run document; without, numbers alone', async () => {
    const table = { dialect: 'semicolon', comments: true } as const;
    const text = await (await chartFile(exporter, 'Cost', 'csv', { ...plainWish, table })).text();
    const [about, document, ...rest] = text.split('\n');
    const { title, seed } = lab.state.document?.scenario ?? { title: '', seed: -1 };
    expect(about).toMatch(/^# Synaptic Field Lab \d/);
    expect(about).toContain(`scenario "${title}", seed ${seed}`);
    expect(JSON.parse(document.replace('# run document: ', ''))).toEqual(run());
    expect(rest.join('\n')).toBe('t;cost\n0,5;0,25\n');
    expect(await (await chartFile(exporter, 'Cost', 'csv')).text()).toBe('t,cost\n0.5,0.25\n');
  });

  it('SVG: the run document, with its step', async () => {
    const svg = await (await chartFile(exporter, 'Cost', 'svg')).text();
    const held: unknown = JSON.parse(svgRun(svg) ?? '');
    expect(held).toEqual(run());
    expect(held).toMatchObject({ view: { step: 3 } });
  });
});
