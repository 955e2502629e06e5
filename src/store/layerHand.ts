import { useLab } from './index.ts';

/**
 * Asks for other layer sizes, as often as a hand presses: shown at once, made once the hand rests (soon.ts).
 *  @param layer  the layer whose width changes: presses on one are one change to take back; null for layers put in or out
 */
export type ResizeLayers = (path: string, sizes: readonly number[], layer: number | null) => void;

/** The hand of one place that shows layers. */
export function layerHand(): ResizeLayers {
  let pressed: number | null = null;
  return (path, sizes, layer) => {
    if (layer === null || layer !== pressed) useLab.getState().grab();
    pressed = layer;
    void useLab.getState().setParameter(path, sizes, 'soon');
  };
}
