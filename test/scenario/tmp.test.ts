import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { createSimulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { parseRunDocument } from '../../src/scenario/document.ts';
it('x', () => {
  for (const id of ['two-layer-ring', 'circle', 'sine', 'xor', 'addition']) {
    const d = parseRunDocument(readFileSync(`public/scenarios/${id}.json`, 'utf8'));
    const s = createSimulation(d, typescriptKernels);
    const out = [];
    for (let n = 0; n < 24; n++) { out.push(s.tracks.map((t) => t.curvatureNow().toFixed(0) + '/' + t.cost().toPrecision(3)).join(' ')); s.advance(n < 16 ? 8 : 40); }
    console.log(id, s.dt, out.join(' | '));
  }
});
