import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { text, type MessageId } from '../../../messages/index.ts';
import {
  inserted,
  layerSizesOf,
  removed,
  widened,
  type Resized,
  type SizesFault,
  type SizesLimits,
} from '../../../scenario/layerSizes.ts';
import { useLab } from '../../../store/index.ts';
import { layerHand } from '../../../store/layerHand.ts';
import type { Feet } from './feet.ts';

/** Pixels of a drag for one neuron more or fewer, and neurons of a page key. */
const PER_NEURON = 6;
const PAGE = 8;

const faults: Record<SizesFault, MessageId> = {
  narrowest: 'layers.fault.narrowest',
  widest: 'layers.fault.widest',
  most: 'layers.fault.most',
  fewest: 'layers.fault.fewest',
};

/** Layers by hand: at the foot of each its width, to be stepped, dragged or taken out; between them, room for one more. */
export function Handles({ feet }: { readonly feet: Feet }): ReactNode {
  const scenario = useLab((state) => state.present?.scenario ?? null);
  const [resizeLayers] = useState(layerHand);
  const found = scenario === null ? null : layerSizesOf(scenario);
  if (found === null) return null;
  const { path, limits, sizes } = found;
  const change: Change = (next, layer) => {
    if (typeof next !== 'string') resizeLayers(path, next, layer ?? null);
  };
  const last = sizes.length - 1;
  const nameOf = (layer: number): string =>
    layer === 0
      ? text('view.network.inputs')
      : layer === last
        ? text(sizes[last] === 1 ? 'view.network.output' : 'view.network.outputs')
        : text('view.network.hiddenLayer', { layer });
  return (
    <div className="dense-feet" ref={(element) => feet.host(element)}>
      {sizes.map((size, layer) => (
        // Layers have no identity but their place.
        <Column
          key={layer}
          {...{ feet, layer, size, sizes, limits, change }}
          name={nameOf(layer)}
          given={layer === 0 || layer === last}
        />
      ))}
      {sizes.slice(1).map((_, layer) => {
        const next = inserted(sizes, layer, limits);
        const name = text('layers.add', { name: nameOf(layer) });
        return (
          <button
            key={layer}
            type="button"
            className="dense-add"
            ref={(element) => feet.hold('between', layer, element)}
            aria-label={name}
            title={typeof next === 'string' ? text(faults[next], { ...limits }) : name}
            aria-disabled={typeof next === 'string'}
            onClick={() => change(next)}
          >
            +
          </button>
        );
      })}
    </div>
  );
}

/** Asks for other sizes. @param layer  the one whose width changes */
type Change = (next: Resized, layer?: number) => void;

interface ColumnProps {
  readonly feet: Feet;
  readonly layer: number;
  readonly name: string;
  readonly size: number;
  /** As many as the data have. */
  readonly given: boolean;
  readonly sizes: readonly number[];
  readonly limits: SizesLimits;
  readonly change: Change;
}

/** The foot of one layer. */
function Column({ feet, layer, name, size, given, sizes, limits, change }: ColumnProps): ReactNode {
  const [draft, setDraft] = useState<number | null>(null);
  const drag = useRef<{ readonly x: number; width: number } | null>(null);
  const shown = draft ?? size;
  const step = (by: number): Resized => widened(sizes, layer, size + by, limits);
  const clamped = (width: number): number => Math.max(limits.min, Math.min(limits.max, width));
  const commit = (): void => {
    const { current: held } = drag;
    drag.current = null;
    setDraft(null);
    if (held !== null && held.width !== size) change(widened(sizes, layer, held.width, limits), layer);
  };
  const stepper = (by: number): ReactNode => {
    const next = given ? 'given' : step(by);
    const label = text(by < 0 ? 'layers.fewer' : 'layers.more', { name });
    const why =
      next === 'given'
        ? text('layers.fault.given')
        : typeof next === 'string'
          ? text(faults[next], { ...limits })
          : label;
    return (
      <button
        type="button"
        className="dense-step"
        aria-label={label}
        title={why}
        aria-disabled={typeof next === 'string'}
        onClick={() => {
          if (next !== 'given') change(next, layer);
        }}
      >
        {by < 0 ? '−' : '+'}
      </button>
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: PAGE, PageDown: -PAGE }[
      event.key
    ];
    if (given) return;
    if (event.key === 'Delete' || event.key === 'Backspace') change(removed(sizes, layer, limits));
    else if (by !== undefined) change(widened(sizes, layer, clamped(size + by), limits), layer);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (given || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width: size };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (drag.current === null) return;
    const by = Math.round((event.clientX - drag.current.x) / PER_NEURON);
    drag.current.width = clamped(size + by);
    setDraft(drag.current.width);
  };
  return (
    <div
      className="dense-foot"
      data-given={given}
      role="group"
      aria-label={name}
      ref={(element) => feet.hold('layer', layer, element)}
    >
      <div className="dense-handle">
        {stepper(-1)}
        <span
          className="dense-width"
          role="spinbutton"
          tabIndex={0}
          aria-label={text('layers.width', { name })}
          aria-valuenow={shown}
          aria-valuemin={limits.min}
          aria-valuemax={limits.max}
          aria-readonly={given}
          title={text(given ? 'layers.fault.given' : 'layers.drag')}
          onKeyDown={onKeyDown}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={commit}
          onPointerCancel={() => {
            drag.current = null;
            setDraft(null);
          }}
        >
          {shown}
        </span>
        {stepper(1)}
      </div>
      <div className="dense-name">
        <span>{name}</span>
        {!given && (
          <button
            type="button"
            className="dense-remove"
            aria-label={text('layers.remove', { name })}
            title={text('layers.remove', { name })}
            onClick={() => change(removed(sizes, layer, limits))}
          >
            ×
          </button>
        )}
      </div>
    </div>
  );
}
