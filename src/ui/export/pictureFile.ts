import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import type { ChartPicture, StagePicture } from '../../store/pictures.ts';
import { chartFile, type ChartFormat } from './chartFile.ts';
import { standOffScreen } from './offScreen.tsx';
import { pngOf } from './raster.ts';
import { noteNow } from './run.ts';
import { layOf, type PictureWish } from './size.ts';
import type { TableWish } from './TableRows.tsx';

interface Asked {
  /** Beside each other; none where a chart is asked for. */
  readonly pictures: readonly StagePicture[];
  readonly chart: ChartPicture | null;
  readonly name: string;
  /** Anything but a PNG: of a chart alone. */
  readonly format: ChartFormat;
  readonly wish: PictureWish;
  readonly table: TableWish;
}

/** How long a chart that has nothing to draw is waited for, in seconds. */
const EMPTY_WAIT = 4;

/** A picture of the run as it stands, drawn apart from the screen. A run that plays waits for it. */
export async function pictureFile({ pictures, chart, name, format, wish, table }: Asked): Promise<Blob> {
  const { playing, pause } = useLab.getState();
  if (playing) pause();
  const { width, height, ratio } = layOf(wish);
  const { ground, clear } = wish;
  const stand = standOffScreen({ pictures, chart, ground, clear, width, height, ratio });
  try {
    await stand.ready();
    if (chart === null) return await pngOf(await stand.canvas(), ratio, noteNow(name));
    const wanted = { size: { width, height }, clear, ratio, table };
    const last = performance.now() + 1000 * EMPTY_WAIT;
    for (;;) {
      const exporter = stand.chart();
      try {
        if (exporter === null) throw new Error(text('export.nothing'));
        return await chartFile(exporter, name, format, wanted);
      } catch (error) {
        // What it shows may be on its way in stretches; some never have anything.
        if (performance.now() > last) throw error;
        await new Promise((done) => setTimeout(done, 100));
      }
    }
  } finally {
    stand.end();
    if (playing) useLab.getState().play();
  }
}
