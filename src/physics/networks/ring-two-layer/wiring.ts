import type { TrainingData } from '../../types.ts';
import { layoutWires, type Wiring } from '../../wiring.ts';
import { plainLaws } from '../activations.ts';
import { twoLayerLayout } from './index.ts';
import type { TwoLayerShape } from './kernel.ts';

/** Example 2 wire by wire: σ(u) = p u² + q u + r between two local layers. **exact** */
export function twoLayerWiring({ N, p, q, r }: TwoLayerShape, { inputs, targets }: TrainingData): Wiring {
  const laws = plainLaws(2, { kind: 'quadratic', p, q, r }, { kind: 'linear', p: 0, q: 0, r: 0 });
  return { inputs, targets, costScale: 1, ...layoutWires(twoLayerLayout(N), laws) };
}
