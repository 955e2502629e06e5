/**
 * Runs the sections named on the command line (check build unit browser without any; long beside), each step once, shows
 * all of their output, and ends with the line `N passed, N failed`: unit and browser tests one by one,
 * every other step as one. Exits with 1 if anything failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './tools/browser.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ section: string, name: string, args: string[], counts?: () => Counts, prepare?: () => Promise<unknown>, env?: Record<string, string> }} Step
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'node_modules', '.cache', 'synaptic-field-lab');
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser-tests.json');

/** The script behind a package's command: started with this very Node, so no shell is needed anywhere. */
function tool(/** @type {string} */ name, command = name) {
  const file = join(root, 'node_modules', name, 'package.json');
  const { bin } = JSON.parse(readFileSync(file, 'utf8'));
  return join(dirname(file), typeof bin === 'string' ? bin : bin[command]);
}

/** @returns {Counts} */
function countUnit() {
  const report = JSON.parse(readFileSync(unitReport, 'utf8'));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @returns {Counts} */
function countBrowser() {
  const { stats } = JSON.parse(readFileSync(browserReport, 'utf8'));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

const typescript = tool('typescript', 'tsc');

/** @type {Step[]} */
const steps = [
  { section: 'check', name: 'format', args: [tool('prettier'), '--check', '--log-level', 'warn', '.'] },
  { section: 'check', name: 'lint and import directions', args: [tool('oxlint')] },
  { section: 'check', name: 'types of the physics', args: [typescript, '-p', 'tsconfig.physics.json'] },
  { section: 'check', name: 'types of the app', args: [typescript, '-p', 'tsconfig.app.json'] },
  {
    section: 'check',
    name: 'types of the service worker',
    args: [typescript, '-p', 'tsconfig.offline.json'],
  },
  { section: 'check', name: 'types of terminal and tests', args: [typescript, '-p', 'tsconfig.node.json'] },
  { section: 'check', name: 'dead code', args: [tool('knip'), '--no-progress'] },
  { section: 'build', name: 'build', args: [tool('vite'), 'build', '--logLevel', 'warn'] },
  { section: 'build', name: 'first-load size', args: [join('test', 'tools', 'firstLoad.mjs')] },
  {
    section: 'unit',
    name: 'unit tests',
    args: [tool('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    counts: countUnit,
  },
  {
    section: 'browser',
    name: 'browser tests',
    args: [tool('@playwright/test', 'playwright'), 'test'],
    counts: countBrowser,
    prepare: findBrowser,
  },
  {
    section: 'long',
    name: 'browser tests of many pages',
    args: [tool('@playwright/test', 'playwright'), 'test', '--grep', '@long'],
    counts: countBrowser,
    prepare: findBrowser,
    env: { LAB_LONG: '1' },
  },
  {
    section: 'long',
    name: 'Python scripts',
    args: [tool('vitest'), 'run', 'test/engine/output/python.test.ts'],
    env: { LAB_LONG: '1' },
  },
  {
    section: 'long',
    name: 'hands at random, long',
    args: [tool('@playwright/test', 'playwright'), 'test', 'hands.spec'],
    counts: countBrowser,
    prepare: findBrowser,
    env: { HANDS_ACTIONS: '600' },
  },
];

/** Runs one step with its output in plain sight and returns what it counts. */
async function run(/** @type {Step} */ step) {
  if (step.prepare) {
    try {
      await step.prepare();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1, skipped: 0 };
    }
  }
  const { status } = spawnSync(process.execPath, step.args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // What is set by hand comes first.
    env: { ...step.env, ...process.env },
  });
  const ok = status === 0;
  if (!step.counts) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  try {
    const counts = step.counts();
    // A file that does not load or an error between tests fails the run without failing a test.
    return { ...counts, failed: ok ? counts.failed : Math.max(counts.failed, 1) };
  } catch {
    console.error(`The ${step.name} left no report.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const named = process.argv.slice(2);
const sections = named.length > 0 ? named : ['check', 'build', 'unit', 'browser'];
const unknown = sections.filter((name) => !steps.some(({ section }) => section === name));
if (unknown.length > 0) throw new Error(`No such section: ${unknown.join(', ')}`);

mkdirSync(reports, { recursive: true });
for (const report of [unitReport, browserReport]) rmSync(report, { force: true });

/** @type {{ step: Step, counts: Counts, seconds: number }[]} */
const results = [];
for (const step of steps.filter(({ section }) => sections.includes(section))) {
  console.log(`\n=== ${step.name}`);
  const start = performance.now();
  const counts = await run(step);
  results.push({ step, counts, seconds: (performance.now() - start) / 1000 });
}

console.log('\n=== results');
for (const { step, counts, seconds } of results) {
  const detail = step.counts
    ? `  ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
    : '';
  console.log(`${counts.failed > 0 ? 'FAILED' : 'ok    '}  ${step.name} (${seconds.toFixed(1)} s)${detail}`);
}
const sum = (/** @type {'passed' | 'failed'} */ key) =>
  results.reduce((total, { counts }) => total + counts[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
