import type { ReactNode } from 'react';
import { formatInteger } from '../messages/format.ts';
import { text } from '../messages/index.ts';
import { nextMagnified, useLab } from '../store/index.ts';
import { Tool } from './Tool.tsx';

/** Ten times as high and as bright, again and again, and back: pictures never rescale by themselves. */
export function MagnifyTool(): ReactNode {
  const magnified = useLab((state) => state.magnified);
  const next = nextMagnified(magnified);
  return (
    <Tool
      label={next === 1 ? text('view.magnifyBack') : text('view.magnify', { factor: formatInteger(next) })}
      pressed={magnified > 1}
      onPress={() => useLab.getState().setMagnified(next)}
    >
      <path d="M10.3 10.3L14 14M7 11.6A4.6 4.6 0 1 0 7 2.4a4.6 4.6 0 0 0 0 9.2zM7 5v4M5 7h4" />
    </Tool>
  );
}
