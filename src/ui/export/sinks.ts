import { zip } from 'fflate';
import {
  BufferTarget,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Output,
  QUALITY_HIGH,
  WebMOutputFormat,
  type VideoCodec,
} from 'mediabunny';
import type { FrameSink } from './frames.ts';
import { pngOf } from './raster.ts';
import { noteAt, type RunNote } from './run.ts';

export type VideoFormat = 'webm' | 'png';

interface Pixels {
  readonly width: number;
  readonly height: number;
}

/** A codec that this browser has for a video of some size; null: none. */
export function codecFor({ width, height }: Pixels): Promise<VideoCodec | null> {
  return getFirstEncodableVideoCodec(['vp9', 'vp8', 'av1'], { width, height, bitrate: QUALITY_HIGH });
}

/** Encodes pictures as WebM. */
export async function webmSink(
  { width, height }: Pixels,
  codec: VideoCodec,
  fps: number,
  note: RunNote,
): Promise<FrameSink> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('canvas');
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new CanvasSource(canvas, { codec, bitrate: QUALITY_HIGH });
  output.addVideoTrack(source, { frameRate: fps });
  output.setMetadataTags({ title: note.title, comment: note.text, raw: { ENCODER_SETTINGS: note.software } });
  await output.start();
  return {
    async add(picture, at, length) {
      context.drawImage(picture, 0, 0, width, height);
      await source.add(at, length);
    },
    async finish() {
      await output.finalize();
      if (target.buffer === null) throw new Error('webm');
      return new Blob([target.buffer], { type: 'video/webm' });
    },
    cancel: () => output.cancel(),
  };
}

/** Keeps pictures as numbered PNG files in a ZIP, each with the run at its step, and the run beside them. */
export function pngSink(ratio: number, note: RunNote): FrameSink {
  const files: Record<string, Uint8Array> = { 'run.json': new TextEncoder().encode(note.text) };
  let count = 0;
  return {
    async add(picture, _at, _length, step) {
      const blob = await pngOf(picture, ratio, noteAt(note, step));
      files[`${String(count++).padStart(6, '0')}.png`] = new Uint8Array(await blob.arrayBuffer());
    },
    finish: () =>
      new Promise((done, failed) => {
        // They are compressed already.
        zip(files, { level: 0, mtime: new Date(1980, 0, 1) }, (error, bytes) => {
          if (error === null) done(new Blob([bytes], { type: 'application/zip' }));
          else failed(error);
        });
      }),
    cancel: () => Promise.resolve(),
  };
}
