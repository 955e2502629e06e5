import { afterEach, describe, expect, it } from 'vitest';
import { traceColumns } from '../../../src/engine/protocol.ts';
import { TraceTable } from '../../../src/engine/traces.ts';
import { connectEngine } from '../../../src/store/index.ts';
import type { Engine } from '../../../src/store/types.ts';
import { heldSpan } from '../../../src/views/charts/held.ts';

let disconnect = (): void => undefined;

/** A run whose rows stand at steps 0 to 9. */
function run(): TraceTable {
  const table = new TraceTable(1);
  for (let step = 0; step < 10; step++) {
    table.append(Float64Array.from({ length: traceColumns(1) }, (_, column) => (column === 0 ? step : 0)));
  }
  const nothing = (): void => undefined;
  disconnect = connectEngine({
    traces: () => table,
    listen: () => nothing,
    speed: nothing,
  } as unknown as Engine);
  return table;
}

afterEach(() => disconnect());

const wide = { min: 0, max: 1 };
const narrow = { min: 0.4, max: 0.5 };

describe('axes of charts', () => {
  it('never shrink while a run lasts, each by its name', () => {
    run();
    const first = heldSpan('w', wide);
    expect(heldSpan('w', narrow)).toBe(first);
    expect(heldSpan('other', narrow).max).toBeLessThan(1);
    expect(heldSpan('w', { min: -1, max: 0 })).toEqual({ min: -1, max: 1 });
  });

  it('begin anew with another run, and with another future of it', () => {
    const table = run();
    heldSpan('w', wide);
    // An edit at the last step forgets no future.
    table.truncate(9);
    expect(heldSpan('w', narrow).max).toBe(1);
    table.truncate(4);
    expect(heldSpan('w', narrow).max).toBeLessThan(1);
    heldSpan('w', wide);
    run();
    expect(heldSpan('w', narrow).max).toBeLessThan(1);
  });
});
