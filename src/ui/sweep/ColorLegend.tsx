import { useEffect, useRef, type JSX } from 'react';
import { formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { marksIn, positionOf, valueAt, type Diagram, type Mark } from './diagram.ts';
import { drawSample, readInk } from './draw.ts';
import type { Point } from './quantities.ts';
import { useSweep } from './state.ts';
import { markWords, quantityWords, scalarWords } from './words.ts';

interface ColorLegendProps {
  readonly diagram: Diagram;
  readonly quantity: string;
  readonly points: ReadonlyMap<number, Point>;
}

const part = (position: number): string => `color-mix(in srgb, ${stopsAt(position)})`;

/** The two stops of the map beside a position, mixed as there. */
function stopsAt(position: number): string {
  const place = position * 8;
  const from = Math.min(7, Math.floor(place));
  return `var(--seq-${from + 1}) ${Math.round(100 * (place - from))}%, var(--seq-${from})`;
}

/** What the colours mean, with units, and the marks of what has none. */
export function ColorLegend({ diagram, quantity, points }: ColorLegendProps): JSX.Element {
  const unit = useSweep((state) => state.unit);
  const { scale } = diagram;
  const name = quantityWords(quantity, unit);
  const seen = marksIn(diagram, quantity, points);
  return (
    <div className="sweep-legend">
      {scale.kind === 'numbers' ? (
        <div className="sweep-ramp">
          <span>{scale.log ? text('sweep.logKey', { name }) : name}</span>
          <span className="sweep-bar" aria-hidden="true" />
          <span className="sweep-ends">
            {(scale.min === scale.max ? [0] : [0, 0.5, 1]).map((position) => (
              <span key={position}>{formatNumber(valueAt(scale, position))}</span>
            ))}
          </span>
        </div>
      ) : null}
      {scale.kind === 'words' ? (
        <ul>
          <li>{name}</li>
          {scale.words.map((word) => (
            <li key={word}>
              <i className="sweep-swatch" style={{ background: part(positionOf(scale, word) ?? 0) }} />
              {scalarWords(word)}
            </li>
          ))}
        </ul>
      ) : null}
      {seen.length > 0 ? (
        <ul>
          {seen.map((mark) => (
            <li key={mark}>
              <MarkSample mark={mark} />
              {markWords(mark)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function MarkSample({ mark }: { readonly mark: Mark }): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d') ?? null;
    if (element === null || context === null) return;
    const draw = (): void => {
      context.clearRect(0, 0, element.width, element.height);
      const ink = readInk(element);
      drawSample(context, ink, mark, 0, 0, element.width);
    };
    draw();
    const grounded = new MutationObserver(draw);
    grounded.observe(document.documentElement, { attributes: true, attributeFilter: ['data-ground'] });
    return () => grounded.disconnect();
  }, [mark]);
  return (
    <canvas
      ref={canvas}
      className="sweep-swatch"
      data-mark={mark}
      width={28}
      height={28}
      aria-hidden="true"
    />
  );
}
