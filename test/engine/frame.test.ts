import { expect, it } from 'vitest';
import { frameBytes, frameViews } from '../../src/engine/frame.ts';
import { History } from '../../src/engine/history.ts';
import { TraceTable } from '../../src/engine/traces.ts';
import { TRACE, traceColumns } from '../../src/engine/protocol.ts';

const shape = {
  tracks: [
    { weightCount: 5, neuronCount: 3 },
    { weightCount: 7, neuronCount: 0 },
  ],
  siteCount: 5,
  bondCount: 4,
  layerCount: 2,
  drawn: 3,
};

it('frame: named views tile the buffer without overlap', () => {
  const buffer = new ArrayBuffer(frameBytes(shape));
  const frame = frameViews(buffer, shape);
  const views = [
    frame.header,
    frame.peaks,
    ...frame.tracks.flatMap(({ scalars, weights, activations }) => [scalars, weights, activations]),
    frame.sourceJ,
    frame.couplingK,
    frame.fullJ,
    frame.fullK,
    frame.samples,
  ];
  const total = views.reduce((sum, view) => sum + view.byteLength, 0);
  expect(total).toBe(buffer.byteLength);
  views.forEach((view, index) => view.fill(index + 1));
  views.forEach((view, index) => expect(Array.from(view).every((value) => value === index + 1)).toBe(true));
});

it('frame: a buffer that is too small is refused with both sizes', () => {
  expect(() => frameViews(new ArrayBuffer(8), shape)).toThrow(/8 bytes, needs \d+/);
});

it('history: stays under its caps, keeps the first snapshot, thins evenly', () => {
  const history = new History();
  const snapshot = (step: number) => ({
    step,
    time: step,
    editCursor: 0,
    anchor: { step: 0, time: 0, dt: 1, logShift: [0] },
    tracks: [],
    energy: step,
    bytes: 1 << 20,
  });
  for (let step = 0; step < 1000; step++) if (history.due(step)) history.add(snapshot(step));
  expect(history.memory).toBeLessThanOrEqual(64 << 20);
  expect(history.first?.step).toBe(0);
  const kept = history.all.map(({ step }) => step);
  expect(kept.map((step) => history.at(step)?.step)).toEqual(kept);
  expect(history.at(kept[1] + 1)).toBeUndefined();
  const near = history.before(777);
  expect(777 - (near?.step ?? -1)).toBeLessThan(1000 / (history.count / 2));
  expect(history.newestBelow(10)?.step).toBeLessThanOrEqual(10);
  history.truncate(100, 0);
  expect(history.before(1e9)?.step).toBeLessThanOrEqual(100);
});

it('traces: known steps are not added twice, a truncated future is forgotten', () => {
  const table = new TraceTable(1);
  const row = (step: number, cost = 9): number[] => {
    const start = [step, step / 10, 1, 0, cost];
    return Array.from({ length: traceColumns(1) }, (_, column) => start[column] ?? 9);
  };
  table.append(Float64Array.from([...row(0), ...row(1), ...row(2)]));
  table.append(Float64Array.from([...row(1), ...row(2), ...row(3)]));
  expect(table.length).toBe(4);
  expect(table.rowsUpTo(2)).toBe(3);
  table.truncate(1);
  expect(table.length).toBe(2);
  expect(table.at(1, TRACE.step)).toBe(1);
  for (let step = 2; step < 3000; step++) table.append(Float64Array.from(row(step)));
  expect(table.length).toBe(3000);
  expect(table.at(2999, table.column(0, 'kinetic'))).toBe(9);
  // An edit of the last step changes what it was.
  table.append(Float64Array.from(row(2999, 4)));
  expect(table.length).toBe(3000);
  expect(table.at(2999, table.column(0, 'cost'))).toBe(4);
});
