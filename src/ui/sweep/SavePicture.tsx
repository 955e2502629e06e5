import { useState, type JSX } from 'react';
import { formatInteger } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import '../export/export.css';
import { LONGEST_SIDE } from '../export/limits.ts';
import { fitsCanvas, layOf, type PictureWish } from '../export/size.ts';
import { SizeRows } from '../export/SizeRows.tsx';
import { download } from '../files/save.ts';
import { announce } from '../uiState.ts';
import { pictureName, type Shown } from './picture.ts';

/** How large a phase diagram is where nobody says it: in print it is read beside others. */
const usual = { unit: 'px', width: 900, height: 640, scale: 2, dpi: 300, clear: false } as const;

/** Saves what is shown of a sweep as a picture: on which ground and how large is asked below the button. */
export function SavePicture({
  shown,
  ready,
}: {
  readonly shown: Shown;
  readonly ready: boolean;
}): JSX.Element {
  const ground = useLab((state) => state.ground);
  const [wish, setWish] = useState<PictureWish>(() => ({ ...usual, ground }));
  const [refused, setRefused] = useState('');
  const fits = fitsCanvas(layOf(wish));
  const save = async (): Promise<void> => {
    try {
      const { pictureOf } = await import('./savePicture.ts');
      const name = pictureName(shown);
      download(await pictureOf(shown, wish), name);
      setRefused('');
      announce(text('export.saved', { file: name }));
    } catch (error) {
      setRefused(text('export.failed', { reason: error instanceof Error ? error.message : String(error) }));
    }
  };
  return (
    <>
      <button type="button" className="button" disabled={!ready || !fits} onClick={() => void save()}>
        {text('sweep.savePicture')}
      </button>
      <details className="sweep-wish">
        <summary>{text('sweep.pictureSize')}</summary>
        <div className="export-form">
          <SizeRows
            wish={wish}
            change={(more) => setWish((before) => ({ ...before, ...more }))}
            moving={false}
            raster
          />
        </div>
      </details>
      {fits ? null : <p role="alert">{text('export.tooLarge', { most: formatInteger(LONGEST_SIDE) })}</p>}
      {refused === '' ? null : <p role="alert">{refused}</p>}
    </>
  );
}
