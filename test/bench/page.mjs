/**
 * Measures what the page's own thread spends on one drawing while a large run plays: `npm run bench:page`. Sampled by the
 * browser's profiler, so that what the worker and the drawing processor do beside it does not count. Asserts nothing.
 */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { launchOptions } from '../tools/browser.mjs';
import { write } from './tables.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SECONDS = 5;
/** Milliseconds between two samples. */
const SAMPLING = 0.2;

const field = {
  data: { kind: 'none' },
  initial: { kind: 'bump' },
  expansion: { kind: 'de-sitter', gamma: 0.1 },
};
const lattice = (/** @type {object} */ system) => ({
  ...field,
  system,
  dynamics: { kind: 'second-order', dt: 0.125 },
});
const runs = [
  { name: 'ring 10000', ...lattice({ kind: 'scalar-field-1d', N: 10_000 }) },
  { name: 'ring 100000', ...lattice({ kind: 'scalar-field-1d', N: 100_000 }) },
  { name: 'torus 256 × 256', ...lattice({ kind: 'scalar-field-2d', rows: 256, columns: 256 }) },
  {
    name: 'dense 2-64-64-1',
    system: { kind: 'dense', sizes: [2, 64, 64, 1] },
    data: { kind: 'spiral' },
    initial: { kind: 'random' },
    dynamics: { kind: 'second-order' },
    expansion: { kind: 'de-sitter', gamma: 0.5 },
  },
].filter(({ name }) => process.argv.length < 3 || process.argv.slice(2).some((part) => name.includes(part)));

/**
 * Counts display frames in which something was drawn, and leaves out what the drawing processor is to do in them: where it is done
 * in software, on the same cores, the page would wait for it. All that the page itself does, uploads included, is done.
 */
function countDrawings() {
  const count = { drawings: 0 };
  Object.assign(globalThis, { benchCount: count });
  const { prototype } = WebGL2RenderingContext;
  /** @type {WebGL2RenderingContext['clear']} */
  const clear = Object.getOwnPropertyDescriptor(prototype, 'clear')?.value;
  let drawn = false;
  prototype.clear = function (mask) {
    drawn = true;
    clear.call(this, mask);
  };
  const look = () => {
    if (drawn) count.drawings++;
    drawn = false;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  const nothing = () => undefined;
  const left = {
    drawArrays: nothing,
    drawElements: nothing,
    drawArraysInstanced: nothing,
    drawElementsInstanced: nothing,
  };
  Object.assign(prototype, left);
}

/**
 * Processor milliseconds of scripts on the page's own thread in a trace: of every outermost event that runs one.
 * @param {Buffer} trace
 */
function scriptOf(trace) {
  /** @type {{ traceEvents: { name: string, ph: string, tid: number, pid: number, ts: number, dur?: number, tdur?: number, args: { name?: string } }[] }} */
  const { traceEvents } = JSON.parse(trace.toString());
  const scripts = new Set([
    'FunctionCall',
    'EvaluateScript',
    'RunMicrotasks',
    'v8.callFunction',
    'MinorGC',
    'MajorGC',
  ]);
  const threads = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  );
  let [spent, wall] = [0, 0];
  for (const { pid, tid } of threads) {
    const own = traceEvents.filter(
      (event) => event.pid === pid && event.tid === tid && scripts.has(event.name) && event.ph === 'X',
    );
    own.sort((a, b) => a.ts - b.ts);
    let end = -Infinity;
    for (const { ts, dur = 0, tdur = 0 } of own) {
      if (ts < end) continue;
      end = ts + dur;
      spent += tdur / 1000;
      wall += dur / 1000;
    }
  }
  return { spent, wall };
}

const drawings = () => /** @type {any} */ (globalThis).benchCount.drawings;
const webgl = () => [
  ...Object.getOwnPropertyNames(WebGL2RenderingContext.prototype),
  ...Object.getOwnPropertyNames(WebGLRenderingContext.prototype),
];

const server = await preview({ root, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
const browser = await chromium.launch(await launchOptions());
const rows = [];
try {
  for (const { name, ...scenario } of runs) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    page.setDefaultTimeout(120_000);
    await page.addInitScript(countDrawings);
    await page.goto(`${server.resolvedUrls?.local[0]}?tour=0&motion=0`);
    await page.locator('output[aria-label="Step"]').first().waitFor();
    // Parts and scenarios that are fetched ahead, once, are of no drawing either.
    await page.waitForFunction(() => performance.getEntriesByName('fetched-ahead').length > 0);
    const text = JSON.stringify({
      version: 1,
      scenario: { version: 1, title: name, ...scenario },
      tracks: [],
    });
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'run.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.getByText(name).first().waitFor();
    await page.waitForFunction(
      () => document.querySelector('[data-settled]')?.getAttribute('data-settled') === 'true',
    );
    await page.getByRole('button', { name: 'Play', exact: true }).first().click();
    // What is compiled and laid out once is not of a drawing.
    await page.waitForFunction(
      (from) => /** @type {any} */ (globalThis).benchCount.drawings > from + 60,
      await page.evaluate(drawings),
    );
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Profiler.enable');
    await cdp.send('Profiler.setSamplingInterval', { interval: 1000 * SAMPLING });
    const calls = new Set(await page.evaluate(webgl));
    const begun = await page.evaluate(drawings);
    await browser.startTracing(page, { categories: ['devtools.timeline', 'v8'] });
    await new Promise((resolve) => setTimeout(resolve, 1000 * SECONDS));
    const passed = (await page.evaluate(drawings)) - begun;
    const { spent: cpu, wall } = scriptOf(await browser.stopTracing());
    const first = await page.evaluate(drawings);
    await cdp.send('Profiler.start');
    await new Promise((resolve) => setTimeout(resolve, 1000 * SECONDS));
    const { profile } = await cdp.send('Profiler.stop');
    const count = (await page.evaluate(drawings)) - first;
    const nodes = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
    /** @type {Set<number>} */
    const inCharts = new Set();
    // A node stands behind the one that calls it.
    for (const { id, callFrame, children } of profile.nodes) {
      if (callFrame.url.includes('LiveChart')) inCharts.add(id);
      if (inCharts.has(id)) for (const child of children ?? []) inCharts.add(child);
    }
    /** @type {Map<string, number>} */
    const spent = new Map();
    let [script, drawing, collecting, charts] = [0, 0, 0, 0];
    profile.samples?.forEach((id, index) => {
      const frame = nodes.get(id);
      const ms = (profile.timeDeltas?.[index] ?? 0) / 1000;
      if (frame === undefined || frame.functionName === '(idle)' || frame.functionName === '(program)')
        return;
      script += ms;
      if (inCharts.has(id)) charts += ms;
      if (frame.functionName === '(garbage collector)') collecting += ms;
      else if (frame.url === '' && calls.has(frame.functionName)) drawing += ms;
      const place = `${frame.functionName || 'anonymous'} ${frame.url.split('/').at(-1)}:${frame.lineNumber + 1}`;
      spent.set(place, (spent.get(place) ?? 0) + ms);
    });
    const each = (/** @type {number} */ ms) => Number((ms / Math.max(1, count)).toFixed(2));
    rows.push({
      run: name,
      'drawings a second': Number((passed / SECONDS).toFixed(1)),
      'script, processor ms a drawing': Number((cpu / Math.max(1, passed)).toFixed(2)),
      'by the clock': Number((wall / Math.max(1, passed)).toFixed(2)),
      'share of charts': Number((charts / script).toFixed(2)),
      'share of WebGL calls': Number((drawing / script).toFixed(2)),
      'share of collecting garbage': Number((collecting / script).toFixed(2)),
    });
    console.log(JSON.stringify(rows.at(-1)));
    const longest = [...spent].sort(([, a], [, b]) => b - a).slice(0, 12);
    for (const [place, ms] of longest) console.log(`  ${each(ms)} ${place}`);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
console.table(rows);
write('page', rows);
