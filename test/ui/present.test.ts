import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { controlsOf } from '../../src/scenario/patch.ts';
import { studyIds, studyObstacle } from '../../src/scenario/studies.ts';
import { presentOf, useLab } from '../../src/store/index.ts';
import { offeredCharts } from '../../src/ui/drawer/shown.ts';
import { costOf, layerOf, motionOf } from '../../src/ui/math/equations.ts';
import { errataOf } from '../../src/ui/math/errata.ts';
import { latexOf } from '../../src/ui/math/latex.ts';
import { ValuesPanel } from '../../src/ui/rails/ValuesPanel.tsx';
import { charts } from '../../src/views/charts/index.ts';
import { documentOf } from '../helpers/run.ts';
import { StoreLab } from '../store/lab.ts';

/** What the page says of a run is of the run as it stands: live changes reach equations, panels, studies and pictures. */

const second = { kind: 'second-order', dt: 0.01 };
const friction = { kind: 'de-sitter', gamma: 0.3 };
const dense = {
  system: { kind: 'dense', sizes: [2, 3, 1] },
  data: { kind: 'xor' },
  initial: { kind: 'random' },
  dynamics: second,
  expansion: friction,
};
const deep = {
  system: { kind: 'deep-ring', N: 6, depth: 3, reach: 1, residual: true },
  data: { kind: 'smooth-random', samples: 3 },
  initial: { kind: 'random' },
  dynamics: second,
  expansion: friction,
};
const ring = {
  system: { kind: 'ring-shared', N: 12 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  initial: { kind: 'bump', center: 4, width: 2, amplitude: 1 },
  dynamics: second,
  expansion: friction,
};
const flow = { ...ring, dynamics: { kind: 'gradient-flow', dt: 0.01, substeps: 2 } };

let lab: StoreLab | null = null;
afterEach(() => lab?.close());

/** Everything that the page says of the run, but for how it came to stand so. */
function said(): unknown {
  const { info, present, readouts } = useLab.getState();
  if (info === null || present === null || readouts === null) throw new Error('no run');
  expect(present).toBe(presentOf(info));
  const { scenario } = present;
  Object.assign(useLab.getInitialState(), { info, present, readouts, document: present.document });
  return {
    equations: [costOf(info), layerOf(info), ...motionOf(info)].map((one) => one?.plain),
    latex: latexOf(info, '', readouts),
    controls: controlsOf(scenario),
    errata: errataOf(scenario, info),
    studies: studyIds.map((id) => studyObstacle(id, scenario)),
    charts: offeredCharts(charts, info).map(({ id }) => id),
    values: renderToStaticMarkup(createElement(ValuesPanel)),
  };
}

describe('after a live change the page says what it says of a run that was opened so', () => {
  it.each([
    ['cost', dense, 'system.cost', 'absolute'],
    ['residual', deep, 'system.residual', false],
    ['slope', ring, 'system.p', 0.4],
    ['sub-steps', flow, 'dynamics.substeps', 8],
    ['data', ring, 'data.J', 0.1],
    ['friction', ring, 'expansion.gamma', 2],
    ['history', ring, 'expansion', { kind: 'power-law', n: 0.5, t0: 0 }],
    ['no friction', ring, 'expansion', { kind: 'flat' }],
  ])('%s', (_, sections, path, value) => {
    const [section, name] = path.split('.');
    const own = sections as Readonly<Record<string, object>>;
    const changed = name === undefined ? value : { ...own[section], [name]: value };
    lab = new StoreLab(documentOf({ ...own, [section]: changed }));
    const expected = said();
    lab.close();
    lab = new StoreLab(documentOf(own));
    const before = said();
    lab.change(path, value);
    expect(lab.state.problem).toBeNull();
    expect(lab.state.info?.document.edits).toHaveLength(1);
    expect(said()).toEqual(expected);
    expect(said()).not.toEqual(before);
    // Taken back, and wound back before it, it is as it was.
    lab.undo();
    expect(said()).toEqual(before);
  });

  it('wound back before a change, the page says what the run was then', () => {
    lab = new StoreLab(documentOf(deep));
    const words = (): readonly string[] => [layerOf(useLab.getState().info!)?.plain ?? ''];
    const first = words();
    lab.step(10);
    lab.change('system.residual', false);
    lab.step(5);
    expect(words()).not.toEqual(first);
    lab.seek(4);
    expect(words()).toEqual(first);
    expect(lab.state.present?.scenario.system.residual).toBe(true);
    lab.seek(12);
    expect(words()).not.toEqual(first);
  });
});

/** Other documents than the present: branches, links, changes, and the names of edits that a run comes to. */
const elsewhere = /^src\/(?:ui\/timeline|ui\/link|app\/keep)\//;

it('nobody on the page folds edits but the store: scenario and edits are read of the present run', () => {
  const files = ['src/ui', 'src/views', 'src/app'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const folds = /\bcurrentScenario\b|\bdocument\.scenario\b(?!\.title|\.system\.kind)/;
  expect(files.length).toBeGreaterThan(200);
  expect(
    files.filter((file) => !elsewhere.test(file)).filter((file) => folds.test(readFileSync(file, 'utf8'))),
  ).toEqual([]);
  expect(folds.test('const { system } = info.document.scenario.data;')).toBe(true);
});
