import { useEffect, type JSX } from 'react';
import { createPortal } from 'react-dom';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { Later, laterOf } from '../../store/later.ts';
import type { ChartPicture } from '../../store/pictures.ts';
import { Part } from '../parts/Part.tsx';
import { listenToPrinter, usePrinting } from './printing.ts';

const sheet = new Later(async () => (await import('./Worksheet.tsx')).Worksheet);
const Worksheet = laterOf(sheet);
/** After the first picture has what it needs. */
const SOON_MS = 3000;

/** Where the worksheet stands while the browser prints: beside the app, out of the window, on white. */
export function PrintHost({ charts }: { readonly charts: readonly ChartPicture[] }): JSX.Element | null {
  useEffect(listenToPrinter, []);
  // A browser that prints by its own menu waits for nothing, wherever the files are kept.
  useEffect(() => {
    const timer = setTimeout(() => void sheet.ask().catch(() => sheet.forgetFailure()), SOON_MS);
    return () => clearTimeout(timer);
  }, []);
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
