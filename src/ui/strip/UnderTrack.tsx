import { useRef, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { scaleOf } from '../controls/rangeOf.ts';
import { sliderRange, toSlider } from '../controls/scale.ts';
import type { NumericDeclaration } from '../controls/types.ts';
import { useTicks } from '../controls/useTicks.ts';
import { Words } from '../math/Words.tsx';
import { useSize } from '../timeline/useSize.ts';
import { underWords, type Named } from './underWords.ts';

interface UnderTrackProps {
  readonly path: string;
  readonly declaration: NumericDeclaration;
  /** The slider ends in rest that swings, and in rest that creeps: only where there is inertia. */
  readonly ends: boolean;
  /** Friction changes by itself: what is critical is so at this moment. */
  readonly driven: boolean;
}

/** Asterisks mark symbols and take no room. */
const plain = (words: string): string => words.replaceAll('*', '');

/** Words under the slider of friction: what its ends do, and where critical friction is. */
export function UnderTrack({ path, declaration, ends, driven }: UnderTrackProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  // Type is large on the projector, and whatever the ground while presenting; the host grows with it.
  const { width, type } = useSize(host);
  const ticks = useTicks(path);
  const scale = scaleOf(declaration);
  const range = sliderRange(scale);
  const one = ticks.length === 1;
  const named: Named[] = [];
  const marked = new Map<string, string>();
  for (const { name, position } of [...ticks].sort((a, b) => a.position - b.position)) {
    const inside = position >= scale.min && position <= scale.max;
    if (!inside) continue;
    const single = driven
      ? (['strip.criticalNow', 'strip.criticalNowShort'] as const)
      : (['strip.critical', 'strip.criticalShort'] as const);
    const ids = one
      ? single
      : name === 'critical'
        ? (['strip.fastest', 'strip.fastestShort'] as const)
        : (['strip.slowest', 'strip.slowestShort'] as const);
    const [words, short] = ids.map((id) => text(id));
    marked.set(plain(words), words);
    marked.set(plain(short), short);
    named.push({
      share: (toSlider(scale, position) - range.min) / (range.max - range.min),
      long: plain(words),
      short: plain(short),
    });
  }
  const shown = underWords(width, type, [text('strip.rings'), text('strip.slides')], named);
  return (
    <div ref={host} className="under" aria-hidden="true">
      {ends && shown.left !== null ? <span className="end">{shown.left}</span> : null}
      {shown.ticks.map(({ words, x }) => (
        <span key={words} className="named" style={{ left: x }}>
          <Words of={marked.get(words) ?? words} />
        </span>
      ))}
      {ends && shown.right !== null ? <span className="end last">{shown.right}</span> : null}
    </div>
  );
}
