import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCALAR } from '../../src/engine/frame.ts';
import { TRACE } from '../../src/engine/protocol.ts';
import { QUANTITY, type TraceQuantity } from '../../src/engine/quantities.ts';
import { TraceTable } from '../../src/engine/traces.ts';
import { createSimulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { parseRunDocument } from '../../src/scenario/document.ts';
import type { RunDocument } from '../../src/scenario/types.ts';
import { documentOf } from '../helpers/run.ts';
import { FakeHost } from '../helpers/host.ts';

/** A run of the main track alone. */
const read = (name: string): RunDocument => ({
  ...parseRunDocument(readFileSync(new URL(`../inputs/${name}.json`, import.meta.url), 'utf8')),
  tracks: [],
});

/** The traces that a page would hold, edits and restarts honoured. */
function tableOf(host: FakeHost): TraceTable {
  const [{ info }] = host.messages('ready');
  const table = new TraceTable(info.tracks.length);
  for (const message of host.posted) {
    if (message.type === 'edited') table.truncate(message.edits.at(-1)?.step ?? 0);
    if (message.type !== 'traces') continue;
    if (message.restart) table.clear();
    table.append(message.rows);
  }
  return table;
}

function open(document: RunDocument, clockStep = 0): FakeHost {
  const host = new FakeHost(clockStep);
  host.send({ type: 'open', run: 1, document });
  return host;
}

function step(host: FakeHost, count: number): void {
  host.send({ type: 'step', run: 1, count });
  host.turn();
}

const value = (table: TraceTable, row: number, quantity: TraceQuantity): number =>
  table.at(row, table.column(0, quantity));

/** Rows as a run of the document gives them when each of its steps is looked at. */
function expectExtremes(table: TraceTable, document: RunDocument): void {
  const run = createSimulation(document, typescriptKernels);
  const [main] = run.tracks;
  let from = -1;
  for (let row = 0; row < table.length; row++) {
    const to = table.at(row, TRACE.step);
    let [low, high, energyHigh] = [Infinity, -Infinity, -Infinity];
    while (from < to) {
      if (from >= 0) run.advance(1);
      from++;
      const cost = main.cost();
      low = Math.min(low, cost);
      high = Math.max(high, cost);
      energyHigh = Math.max(energyHigh, cost + main.kinetic());
    }
    expect(value(table, row, 'cost')).toBe(main.cost());
    expect(table.at(row, TRACE.gamma)).toBe(run.gamma());
    expect([value(table, row, 'costLow'), value(table, row, 'costHigh')]).toEqual([low, high]);
    expect(value(table, row, 'energyHigh')).toBe(energyHigh);
  }
}

describe('extremes between trace rows', () => {
  it('a spike of two steps at 9001, between rows of every 8th: the row after it has its height, 0.71', () => {
    const document = read('spike-9001');
    const host = open(document);
    step(host, 9100);
    const table = tableOf(host);
    const row = table.rowsUpTo(9008) - 1;
    expect(table.at(row, TRACE.step)).toBe(9008);
    expect(value(table, row, 'cost')).toBeLessThan(0.3);
    expect(value(table, row, 'costHigh')).toBeCloseTo(0.71, 2);
    expect(value(table, row - 1, 'costHigh')).toBeLessThan(0.3);
    expectExtremes(table, document);
  });

  it('the present says them, too, before its row is there', () => {
    const host = open(read('spike-9001'));
    step(host, 9004);
    const { scalars } = host.lastFrame().tracks[0];
    expect(scalars[SCALAR.cost]).toBeLessThan(0.3);
    expect(scalars[SCALAR.costHigh]).toBeCloseTo(0.71, 2);
  });

  it('slices, seeks back and forth and coming again give the same rows', () => {
    const document = read('spike-9001');
    const host = open(document, 1);
    step(host, 3000);
    host.send({ type: 'seek', run: 1, step: 1234 });
    host.turn();
    host.send({ type: 'seek', run: 1, step: 9003 });
    host.turn();
    host.send({ type: 'seek', run: 1, step: 9002 });
    host.turn();
    step(host, 98);
    expectExtremes(tableOf(host), document);
  });

  it('a run that is edited has the rows of its document, also at the steps of its edits', () => {
    const ring = {
      system: { kind: 'ring-shared', N: 12 },
      data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
      initial: { kind: 'bump', center: 4, width: 2, amplitude: 1 },
      dynamics: { kind: 'second-order', dt: 0.0625 },
    };
    const host = open(documentOf(ring));
    const edit = (path: string, to: number): void => {
      host.send({ type: 'edit', run: 1, edit: 1, command: { kind: 'set', path, value: to } });
      host.turn();
    };
    edit('data.J', 50);
    edit('data.J', 0.7);
    step(host, 2500);
    // Between two rows: what was replaced at its step is in none of them.
    step(host, 1);
    edit('data.J', 90);
    edit('data.J', 0.9);
    step(host, 1);
    edit('expansion.gamma', 0.5);
    step(host, 40);
    // At a row: the row of its step has the friction that is in force after it.
    expect(host.lastFrame().header[1] % 2).toBe(0);
    edit('expansion.gamma', 0.25);
    step(host, 40);
    host.send({ type: 'seek', run: 1, step: 2530 });
    host.turn();
    edit('expansion.gamma', 1);
    step(host, 60);
    // Back to a state that is kept, and between two rows: its row keeps what lay before it.
    host.send({ type: 'seek', run: 1, step: 2544 });
    host.turn();
    edit('data.J', 33);
    step(host, 20);
    host.send({ type: 'seek', run: 1, step: 2544 });
    host.turn();
    edit('data.J', 0.3);
    step(host, 20);
    const edits = host
      .messages('edited')
      .reduce<RunDocument['edits']>((all, { kept, edits: more }) => [...all.slice(0, kept), ...more], []);
    expect(edits.map((entry) => entry.step)).toEqual([0, 2501, 2502, 2530, 2544]);
    expectExtremes(tableOf(host), documentOf(ring, [], [...edits]));
  });

  it('a cost of exactly 0 is 0 in every row; there is no test cost without a test set', () => {
    const host = open(read('cost-zero'));
    step(host, 80);
    const table = tableOf(host);
    for (let row = 0; row < table.length; row++) {
      expect(value(table, row, 'costHigh')).toBe(0);
      expect(value(table, row, 'testCost')).toBeNaN();
    }
    expect(host.lastFrame().tracks[0].scalars[SCALAR.testCost]).toBeNaN();
  });

  it('quantities: every one has a slot of its own', () => {
    expect(new Set(Object.values(QUANTITY)).size).toBe(TRACE.perTrack);
  });
});
