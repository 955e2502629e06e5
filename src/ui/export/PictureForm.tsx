import { useState, type JSX } from 'react';
import { formatInteger, formatShort } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { presentStep, useLab } from '../../store/index.ts';
import { isOffered, type ChartPicture } from '../../store/pictures.ts';
import { ChoiceRow } from '../controls/ChoiceRow.tsx';
import { chartFileName } from '../drawer/saveChart.ts';
import { useRunCharts } from '../drawer/runCharts.ts';
import { useUi } from '../uiState.ts';
import { LONGEST_SIDE } from './limits.ts';
import { chartFormats, plainWish, type ChartFormat } from './chartFile.ts';
import { pictureFile } from './pictureFile.ts';
import { SaveBar } from './SaveBar.tsx';
import { stepsOf, type VideoSteps } from './frames.ts';
import type { VideoFormat } from './sinks.ts';
import { VideoRows } from './VideoRows.tsx';
import { fitsCanvas, layOf, type PictureWish } from './size.ts';
import { SizeRows } from './SizeRows.tsx';
import { TableRows } from './TableRows.tsx';
import { useWork } from './work.ts';

/** Pictures of a video where nobody says it: ten seconds. */
const USUAL_FRAMES = 300;

const PAIR = 'pair';
const CHART = 'chart:';

/** Size of pictures beside each other on the screen, else a common one; whole pixels. */
function sizeHere(ids: readonly string[]): { readonly width: number; readonly height: number } {
  const panes = ids
    .map((id) => document.querySelector(`[data-pane="${CSS.escape(id)}"]`)?.getBoundingClientRect())
    .filter((pane) => pane !== undefined && pane.width > 100 && pane.height > 100);
  if (panes.length < ids.length) return { width: 960 * Math.min(2, ids.length), height: 600 };
  const sum = panes.reduce((width, pane) => width + (pane?.width ?? 0), 0);
  return { width: Math.round(sum), height: Math.round(panes[0]?.height ?? 600) };
}

interface PictureFormProps {
  readonly charts: readonly ChartPicture[];
  /** A video in place of a picture. */
  readonly moving?: boolean;
}

/** A picture of the run as a file, or a video: which, on which ground, how large. */
export function PictureForm({ charts, moving = false }: PictureFormProps): JSX.Element {
  const pictures = useLab((state) => state.pictures);
  const info = useLab((state) => state.info);
  const maximized = useLab((state) => state.maximized);
  const ground = useLab((state) => state.ground);
  const tab = useUi((state) => state.tab);
  const { offered, shown } = useRunCharts(charts);
  const alone = pictures.find(({ id }) => id === maximized || (maximized === null && id === tab));
  const pair = pictures.filter(({ place }) => place === 'pair').map(({ id }) => id);
  const [what, setWhat] = useState(alone?.id ?? PAIR);
  const [format, setFormat] = useState<ChartFormat>('png');
  const [wish, setWish] = useState<PictureWish>(() => ({
    ground,
    clear: false,
    unit: 'px',
    ...sizeHere(alone === undefined ? pair : [alone.id]),
    scale: 2,
    dpi: 300,
  }));
  const [video, setVideo] = useState<VideoSteps>(() => {
    const to = Math.max(presentStep(), 1);
    return { from: 0, to, stride: Math.max(1, Math.ceil(to / USUAL_FRAMES)), fps: 30 };
  });
  const [container, setContainer] = useState<VideoFormat>('webm');
  const [table, setTable] = useState({ ...plainWish.table, comments: true });
  const [work, run] = useWork();
  const chart = what.startsWith(CHART) ? offered.find(({ id }) => what === CHART + id) : undefined;
  const chosen =
    what === PAIR
      ? pictures.filter(({ place }) => place === 'pair')
      : pictures.filter(({ id }) => id === what);
  const change = (more: Partial<PictureWish>): void => setWish((before) => ({ ...before, ...more }));
  const made = chart === undefined || moving ? 'png' : format;
  const frames = stepsOf(video).length;
  const laid = layOf(made === 'png' ? wish : { ...wish, scale: 1 });
  const fits = fitsCanvas(laid);
  const millimetres = {
    wide: formatShort(laid.millimetres.width, 4),
    high: formatShort(laid.millimetres.height, 4),
  };
  const first = [shown.left, shown.right];
  const ordered = [...offered].sort((a, b) => Number(first.includes(b.id)) - Number(first.includes(a.id)));
  const pixels = { width: formatInteger(laid.pixels.width), height: formatInteger(laid.pixels.height) };
  const size = !fits
    ? text('export.tooLarge', { most: formatInteger(LONGEST_SIDE) })
    : moving
      ? text('export.madeVideo', pixels)
      : made === 'png'
        ? text('export.made', { ...millimetres, ...pixels, dpi: formatInteger(96 * laid.ratio) })
        : text('export.drawn', millimetres);
  const holds = moving
    ? text('export.video', { frames, seconds: formatShort(frames / video.fps, 3) })
    : text(made === 'pdf' ? 'export.pdfNote' : 'export.note');
  const note = made === 'csv' ? text('export.csvNote') : `${size} ${holds}`;
  const save = (): void => {
    const title = useLab.getState().document?.scenario.title ?? '';
    const id = chart?.id ?? what;
    const name =
      chart === undefined
        ? what === PAIR
          ? text('export.picture.pair')
          : text(chosen[0].name)
        : text(chart.title);
    const asked = { pictures: chart === undefined ? chosen : [], chart: chart ?? null, name, wish };
    if (moving) {
      const file = chartFileName(title, id, container === 'webm' ? 'webm' : 'zip');
      void run(file, frames, async (way) => {
        const { videoFile } = await import('./videoFile.ts');
        return videoFile({ ...asked, format: container, steps: video }, way);
      });
      return;
    }
    void run(chartFileName(title, id, made), 0, () => pictureFile({ ...asked, format: made, table }));
  };
  return (
    <>
      <div className="export-form">
        <ChoiceRow
          label={text('export.picture')}
          value={what}
          options={[
            { value: PAIR, label: text('export.picture.pair'), group: text('export.group.pictures') },
            ...pictures
              .filter((picture) => isOffered(picture, info))
              .map(({ id, name }) => ({
                value: id,
                label: text(name),
                group: text('export.group.pictures'),
              })),
            ...ordered.map(({ id, title }) => ({
              value: CHART + id,
              label: text(title),
              group: text('export.group.charts'),
            })),
          ]}
          restarts={false}
          onChoose={(next) => {
            setWhat(next);
            if (wish.unit === 'px')
              change(
                next.startsWith(CHART)
                  ? { width: 800, height: 450 }
                  : sizeHere(next === PAIR ? pair : [next]),
              );
          }}
        />
        {moving ? <VideoRows {...{ video, setVideo, container, setContainer }} /> : null}
        {chart === undefined || moving ? null : (
          <ChoiceRow
            label={text('export.format')}
            value={format}
            options={chartFormats.map((value) => ({
              value,
              label: text(`export.${value}`),
            }))}
            restarts={false}
            onChoose={(next) => setFormat(next as ChartFormat)}
          />
        )}
        {made === 'csv' ? (
          <TableRows table={table} setTable={setTable} />
        ) : (
          <SizeRows wish={wish} change={change} moving={moving} raster={made === 'png'} />
        )}
      </div>
      <p className="note">{note}</p>
      <SaveBar work={work} ready={fits && info !== null && (!moving || frames > 0)} save={save} />
    </>
  );
}
