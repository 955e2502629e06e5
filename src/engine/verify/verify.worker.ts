import { fastestKernels } from '../../kernels/simd/index.ts';
import { parseDocument } from '../../scenario/document.ts';
import { checks, verify } from './index.ts';
import type { FoundRows, FromVerifier, ToVerifier } from './protocol.ts';
import type { ShippedDocument } from './types.ts';

/** The part of the worker's global scope that is used; the page's types know no worker. */
interface WorkerScope {
  postMessage(message: FromVerifier): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToVerifier>) => void): void;
}
const scope = globalThis as unknown as WorkerScope;
/** The page is told this often. */
const TELL_MS = 100;

/** Measures everything at a stretch: a worker of its own has nobody to answer, and is ended to cancel it. */
function begin(shipped: readonly ShippedDocument[]): void {
  scope.postMessage({
    type: 'checks',
    checks: checks.map(({ id, label, help, unit }) => ({ id, label, help, unit })),
  });
  let found: FoundRows[] = [];
  let toldAt = performance.now();
  for (const { check, findings, done, total } of verify({ kernels: fastestKernels, shipped })) {
    found.push({ check, findings });
    const now = performance.now();
    if (now - toldAt < TELL_MS && done < total) continue;
    scope.postMessage({ type: 'found', found, done, total });
    found = [];
    toldAt = now;
  }
  scope.postMessage({ type: 'done' });
}

scope.addEventListener('message', ({ data: { documents } }) => {
  begin(documents.map(({ id, document }) => ({ id, document: parseDocument(document) })));
});
