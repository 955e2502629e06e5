import { useEffect, type JSX } from 'react';
import { createPortal } from 'react-dom';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { later } from '../../store/later.ts';
import type { ChartPicture } from '../../store/pictures.ts';
import { Part } from '../parts/Part.tsx';
import { listenToPrinter, usePrinting } from './printing.ts';

const Worksheet = later(async () => (await import('./Worksheet.tsx')).Worksheet);

/** Where the worksheet stands while the browser prints: beside the app, out of the window, on white. */
export function PrintHost({ charts }: { readonly charts: readonly ChartPicture[] }): JSX.Element | null {
  useEffect(listenToPrinter, []);
  const { on } = usePrinting();
  const ready = useLab((state) => state.info !== null);
  if (!on || !ready) return null;
  return createPortal(
    <div className="worksheet on-paper" data-ground="paper">
      <Part name={text('part.worksheet')}>
        <Worksheet charts={charts} />
      </Part>
    </div>,
    document.body,
  );
}
