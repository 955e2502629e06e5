import type { Layout } from '../../../engine/protocol.ts';
import { lastLayer } from '../../lattice.ts';
import type { Picture } from '../../scene/picture.ts';
import { project } from '../../scene/project.ts';
import type { GraphLayout } from '../layout.ts';

/** Room under the lowest neuron for what stands at the feet of the layers, in lattice space. */
const ROOM = 0.36;
const ROOM_FOR_FINGERS = 0.5;
/** Pixels between the lowest neuron and what stands under it. */
const UNDER = 14;
/** Pixels between layers from which on their handles have room beside each other: under a pointer, under fingers. */
const WIDE = 80;
const WIDE_FOR_FINGERS = 150;
const FINGERS = '(pointer: coarse), (max-width: 599px)';

/** Pixels between layers under which not even their numbers stand clear of each other. */
const CRAMPED = 30;
/** The same for their names, in widths of their type. */
const NAMED = 4.4;

/** Elements at the feet of the layers, and between them; placed by each drawing, without React. */
export interface Feet {
  /** Takes an element of a layer, or of the place behind it; null when it goes. */
  hold(kind: 'layer' | 'between', layer: number, element: HTMLElement | null): void;
  /** The element that holds them all, which says whether they have room. */
  host(element: HTMLElement | null): void;
  /** The picture over them. */
  under<P extends Picture>(picture: P, layout: Layout, geometry: GraphLayout): P;
}

export function createFeet(): Feet {
  const held = { layer: new Map<number, HTMLElement>(), between: new Map<number, HTMLElement>() };
  const fingers = window.matchMedia(FINGERS);
  let host: HTMLElement | null = null;
  let again: (() => void) | null = null;
  const pixel = new Float32Array(3);
  return {
    hold(kind, layer, element) {
      if (element === null) held[kind].delete(layer);
      else held[kind].set(layer, element);
      again?.();
    },
    host(element) {
      host = element;
      again?.();
    },
    under(picture, layout, geometry) {
      const columns = columnsOf(layout, geometry);
      const { lowest } = columns;
      const places = new Float32Array(columns.x.length);
      /** What was written last, rounded; nothing is written twice. */
      const written = new Map<HTMLElement, string>();
      let y = 0;
      let known = NaN;
      const put = (element: HTMLElement, x: number): void => {
        const place = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
        if (written.get(element) === place) return;
        written.set(element, place);
        element.style.transform = place;
      };
      const place = (): void => {
        let gap = Infinity;
        for (let n = 1; n < places.length; n++) gap = Math.min(gap, places[n] - places[n - 1]);
        if (host !== null && gap !== known) {
          known = gap;
          const type = Number.parseFloat(getComputedStyle(host).fontSize);
          host.dataset.wide = String(gap >= (fingers.matches ? WIDE_FOR_FINGERS : WIDE));
          host.dataset.cramped = String(gap < CRAMPED);
          host.dataset.tight = String(gap < NAMED * type);
        }
        for (const [layer, element] of held.layer) put(element, places[layer]);
        for (const [layer, element] of held.between) put(element, (places[layer] + places[layer + 1]) / 2);
      };
      again = place;
      return {
        ...picture,
        get limit() {
          return picture.limit;
        },
        outline: joinedWith(picture.outline, columns.x, lowest - (fingers.matches ? ROOM_FOR_FINGERS : ROOM)),
        drawOver(projector) {
          picture.drawOver?.(projector);
          for (let n = 0; n < places.length; n++) {
            const seen = project(projector, columns.x[n], lowest, 0, pixel);
            places[n] = seen ? pixel[0] : -1e4;
            if (n === 0) y = pixel[1] + UNDER;
          }
          place();
        },
      };
    },
  };
}

/** Where the layers stand, and how low the lowest neuron is. */
function columnsOf(
  layout: Layout,
  { neurons, tile }: GraphLayout,
): { readonly x: Float32Array; readonly lowest: number } {
  const x = new Float32Array(lastLayer(layout) + 1);
  let lowest = Infinity;
  for (let n = 0; n < layout.neurons.count; n++) {
    x[layout.neurons.layer[n]] = neurons[3 * n];
    lowest = Math.min(lowest, neurons[3 * n + 1]);
  }
  return { x, lowest: lowest - Math.min(tile, 0.06) };
}

function joinedWith(outline: Float32Array, x: Float32Array, y: number): Float32Array {
  const out = new Float32Array(outline.length + 3 * x.length);
  out.set(outline);
  x.forEach((at, n) => out.set([at, y, 0], outline.length + 3 * n));
  return out;
}
