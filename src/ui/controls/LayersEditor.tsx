import '../../messages/late.ts';
import './layersEditor.css';
import { useState, type JSX } from 'react';
import { text, type MessageId } from '../../messages/index.ts';
import { inserted, removed, widened, type Resized, type SizesFault } from '../../scenario/layerSizes.ts';
import { layerHand } from '../../store/layerHand.ts';
import type { IntegersLimits } from './integers.ts';

interface LayersEditorProps {
  readonly sizes: readonly number[];
  readonly limits: IntegersLimits;
  readonly path: string;
}

const faults: Record<SizesFault, MessageId> = {
  narrowest: 'layers.fault.narrowest',
  widest: 'layers.fault.widest',
  most: 'layers.fault.most',
  fewest: 'layers.fault.fewest',
};

/** A list of sizes, layer by layer: wider, narrower, one more, one fewer. */
export function LayersEditor({ sizes, limits, path }: LayersEditorProps): JSX.Element {
  const [resizeLayers] = useState(layerHand);
  const last = sizes.length - 1;
  const words = { ...limits };
  const nameOf = (layer: number): string =>
    layer === 0
      ? text('view.network.inputs')
      : layer === last
        ? text('view.network.outputs')
        : text('view.network.hiddenLayer', { layer });
  const press = (sign: string, label: string, next: Resized, layer: number | null = null): JSX.Element => (
    <button
      type="button"
      aria-label={label}
      title={typeof next === 'string' ? text(faults[next], words) : label}
      aria-disabled={typeof next === 'string'}
      onClick={() => {
        if (typeof next !== 'string') resizeLayers(path, next, layer);
      }}
    >
      {sign}
    </button>
  );
  return (
    <ul className="layers-editor">
      {sizes.map((size, layer) => {
        const name = nameOf(layer);
        const hidden = layer > 0 && layer < last;
        return (
          // Layers have no identity but their place.
          <li key={layer}>
            <span className="layers-name">{name}</span>
            {press('−', text('layers.fewer', { name }), widened(sizes, layer, size - 1, limits), layer)}
            <output aria-label={text('layers.width', { name })}>{size}</output>
            {press('+', text('layers.more', { name }), widened(sizes, layer, size + 1, limits), layer)}
            {hidden ? press('×', text('layers.remove', { name }), removed(sizes, layer, limits)) : <span />}
          </li>
        );
      })}
      <li className="layers-add">
        {press(text('layers.addLast'), text('layers.addLast'), inserted(sizes, last - 1, limits))}
      </li>
    </ul>
  );
}
