import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const direction = 'eslint(no-restricted-imports)';

/** What is planted, where, and the rule that must refuse it. */
const breaches: [what: string, path: string, source: string, rule: string][] = [
  ['a value', 'physics/networks/value.ts', "export { run } from '../../engine/simulation.ts';", direction],
  [
    'a type',
    'physics/networks/type.ts',
    "import type { F } from '../../engine/frame.ts'; export type G = F;",
    direction,
  ],
  [
    'a lazy import',
    'physics/lazy.ts',
    "export const load = () => import('../scenario/index.ts');",
    direction,
  ],
  ['a package', 'physics/package.ts', "export { readFile } from 'node:fs';", direction],
  ['physics', 'kernels/a.ts', "export { f } from '../physics/f.ts';", direction],
  ['the engine', 'scenario/a.ts', "export { f } from '../engine/simulation.ts';", direction],
  ['the kernels', 'scenario/b.ts', "export { f } from '../kernels/index.ts';", direction],
  ['react', 'engine/react.ts', "export { useState } from 'react';", direction],
  ['the store', 'engine/store.ts', "export { f } from '../store/index.ts';", direction],
  ['physics', 'store/a.ts', "export { f } from '../physics/f.ts';", direction],
  ['the simulation', 'views/ring/a.ts', "export { f } from '../../engine/simulation.ts';", direction],
  ['a value of the protocol', 'views/ring/b.ts', "export { f } from '../../engine/protocol.ts';", direction],
  ['the app', 'ui/a.ts', "export { f } from '../app/main.tsx';", direction],
  ['the store', 'messages/a.ts', "export { f } from '../store/index.ts';", direction],
  ['the store', 'offline/a.ts', "export { f } from '../store/index.ts';", direction],
  ['the store', 'cli/a.ts', "export { f } from '../store/index.ts';", direction],
  [
    'Math.exp',
    'physics/exp.ts',
    'export const f = (x: number): number => Math.exp(x);',
    'no-restricted-properties',
  ],
  [
    'Math.random',
    'physics/random.ts',
    'export const f = (): number => Math.random();',
    'no-restricted-properties',
  ],
  ['**', 'physics/power.ts', 'export const f = (x: number): number => x ** 2;', 'no-power-operator'],
  ['a clock', 'physics/clock.ts', 'export const f = (): number => Date.now();', 'no-restricted-globals'],
];

const lawful: [what: string, path: string, source: string][] = [
  ['kernels', 'physics/networks/ok.ts', "export { f } from '../../kernels/types.ts';"],
  ['physics', 'engine/ok.ts', "export { f } from '../physics/f.ts';"],
  ['declarations of systems', 'scenario/ok.ts', "export { systems } from '../physics/systems.ts';"],
  ['the frame', 'views/ring/ok.ts', "export { f } from '../../engine/frame.ts';"],
  [
    'types of the protocol',
    'views/ring/types.ts',
    "export type { Command } from '../../engine/protocol.ts';",
  ],
  ['offline', 'ui/ok.ts', "export { f } from '../offline/state.ts';"],
  ['the engine', 'cli/ok.ts', "export { f } from '../engine/simulation.ts';"],
];

/** What the linter says of the planted files, in a copy of the configuration: no breach ever stands in src. */
let complaints: string[] = [];
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-directions-'));
  for (const file of ['.oxlintrc.json', 'test/tools/lintRules.mjs']) cpSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [, path, source] of [...breaches, ...lawful]) {
    const file = join(folder, 'src', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${source}\n`);
  }
  const command = [resolve('node_modules/oxlint/bin/oxlint'), '-f', 'unix', 'src'];
  complaints = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' }).stdout.split('\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const about = (path: string) => complaints.filter((line) => line.startsWith(`src/${path}:`)).join('\n');

test.each(breaches)('boundaries: %s is refused in %s', (_, path, _source, rule) => {
  expect(about(path)).toContain(rule);
});

test.each(lawful)('boundaries: %s may be imported in %s', (_, path) => {
  expect(about(path)).not.toContain(direction);
});
