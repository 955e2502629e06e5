import type { Layout } from '../../engine/protocol.ts';
import { text } from '../../messages/index.ts';
import { lastLayer, roleOf } from '../lattice.ts';
import { symbolOf } from '../names.ts';
import type { TextPart } from '../scene/labelLayer.ts';

/** The symbol of a neuron as the picture numbers it: X_3, h²_0, Z_7, or 'bias'. */
export function neuronParts(layout: Layout, neuron: number): TextPart {
  const { layer, index } = layout.neurons;
  const role = roleOf(layout, neuron);
  if (role === 'bias') return { text: text('view.network.bias') };
  // Dense networks count from one, lattices from zero, as their labels do.
  const sub = String(index[neuron] + (layout.shape === 'layers' ? 1 : 0));
  if (role === 'input') return { symbol: 'X', sub };
  if (role === 'site') return { ...symbolOf(layout.sheets[layer[neuron]]?.name ?? 'w'), sub };
  if (role === 'output') return isAlone(layout, neuron) ? { symbol: 'Z' } : { symbol: 'Z', sub };
  return lastLayer(layout) > 2 ? { symbol: 'h', sup: String(layer[neuron]), sub } : { symbol: 'h', sub };
}

function isAlone({ neurons }: Layout, neuron: number): boolean {
  const mine = neurons.layer[neuron];
  let count = 0;
  for (const layer of neurons.layer) if (layer === mine) count++;
  return count === 1;
}
