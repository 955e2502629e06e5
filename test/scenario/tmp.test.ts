import { it } from 'vitest';
import { parseScenario } from '../../src/scenario/validate.ts';
const cases: Record<string, object> = {
  rp: { system: { kind: 'ring-perceptron', N: 262144 } },
  rs: { system: { kind: 'ring-shared', N: 262144 } },
  rtl: { system: { kind: 'ring-two-layer', N: 65536 } },
  rss: { system: { kind: 'ring-shared', N: 262144 }, data: { kind: 'smooth-random', samples: 15, correlation: 20 } },
  torus: { system: { kind: 'torus-shared', rows: 1024, columns: 1024 } },
  torusn: { system: { kind: 'torus-shared', rows: 1024, columns: 1024 }, initial: { kind: 'noise', correlation: 30 } },
  ln: { system: { kind: 'linear-neuron', N: 2048 } },
  lns: { system: { kind: 'linear-neuron', N: 2048 }, data: { kind: 'smooth-random', samples: 4880 } },
  lnt: { system: { kind: 'linear-neuron', N: 2048 }, data: { kind: 'teacher', samples: 4880 } },
  sf: { system: { kind: 'scalar-field-1d', N: 1048576 } },
  sfn: { system: { kind: 'scalar-field-1d', N: 1048576, K: 'noise' }, initial: { kind: 'noise', correlation: 15 } },
  dense: { system: { kind: 'dense', sizes: [2, 1024, 1024, 800, 1] } },
  dense2: { system: { kind: 'dense', sizes: [2, 1024, 1024, 800, 1] }, data: { kind: 'teacher', samples: 260 } },
  dense3: { system: { kind: 'dense', sizes: [2, 100, 100, 1] }, data: { kind: 'circle', samples: 10000 } },
  denset: { system: { kind: 'dense', sizes: [2, 100, 100, 1] }, data: { kind: 'teacher', samples: 10000 } },
};
for (const [k, c] of Object.entries(cases))
  it(k, () => {
    const t = performance.now();
    let r = 'ok';
    try { parseScenario({ version: 1, ...c }); } catch (e) { r = String(e); }
    console.log(k, Math.round(performance.now() - t), 'ms', r, Math.round(process.memoryUsage().rss / 1e6), 'MB');
  }, 120000);
