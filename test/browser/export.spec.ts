import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { Download, Locator, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { BufferSource, EncodedPacketSink, Input, WEBM } from 'mediabunny';
import { pngSize, pngText } from '../../src/ui/export/png.ts';
import { svgRun } from '../../src/ui/export/svg.ts';
import { expect, test } from './fixture.ts';
import { Lab } from './lab.ts';

/** Opens a run, takes it some steps on, and calls the dialog. */
async function dialogOf(page: Page, scenario: string, steps: number): Promise<Locator> {
  await page.goto(`./?quality=test&scenario=${scenario}`);
  await page.locator('[data-settled="true"]').first().waitFor({ state: 'attached' });
  for (let n = 0; n < steps; n++) await page.keyboard.press('.');
  await expect(page.getByRole('status', { name: 'Step', exact: true })).toHaveAttribute(
    'data-value',
    String(steps),
  );
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.waitFor();
  return dialog;
}

async function saved(
  page: Page,
  dialog: Locator,
): Promise<{ readonly bytes: Buffer; readonly file: Download }> {
  const coming = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const file = await coming;
  await expect(dialog.getByRole('status')).toHaveText(`Saved ${file.suggestedFilename()}.`);
  return { bytes: readFileSync(await file.path()), file };
}

/** An entry of what a PDF says of itself (ISO 32000, 7.9.2.2): UTF-16 behind its mark, else Latin. */
function pdfWords(pdf: string, entry: string): string {
  const written = new RegExp(String.raw`/${entry} \(((?:[^\\)]|\\[^])*)\)`).exec(pdf)?.[1] ?? '';
  const plain = written.replaceAll(/\\([^])/g, '$1');
  return plain.startsWith('þÿ') ? Buffer.from(plain.slice(2), 'latin1').swap16().toString('utf16le') : plain;
}

/** What a PDF draws: the text of its first page. */
function pdfDrawn(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  for (const { 1: stream } of text.matchAll(/stream\r?\n([^]*?)endstream/g)) {
    try {
      const drawn = inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
      if (/\bBT\b/.test(drawn)) return drawn;
    } catch {
      // A font, a picture.
    }
  }
  throw new Error('a PDF without words');
}

const runIn = (png: Uint8Array): { view: { step: number } } =>
  JSON.parse(pngText(png, 'Synaptic Field Lab') ?? '') as { view: { step: number } };

interface Pictures {
  readonly stills?: readonly Buffer[];
  readonly video?: Buffer;
  /** At which the video is looked at, in seconds. */
  readonly times?: readonly number[];
}

/** Pictures as 96 × 60 shades of grey, 0 to 255, by a page of the browser's own without rules of ours. */
function shades(sight: Page, { stills = [], video, times = [] }: Pictures): Promise<number[][]> {
  return sight.evaluate(
    async ([urls, film, times]) => {
      const grey = (picture: CanvasImageSource): number[] => {
        const context = new OffscreenCanvas(96, 60).getContext('2d', { willReadFrequently: true });
        if (context === null) throw new Error('no canvas');
        context.imageSmoothingQuality = 'high';
        context.drawImage(picture, 0, 0, 96, 60);
        const { data } = context.getImageData(0, 0, 96, 60);
        return Array.from(
          { length: 96 * 60 },
          (_, n) => (data[4 * n] + data[4 * n + 1] + data[4 * n + 2]) / 3,
        );
      };
      const all: number[][] = [];
      for (const url of urls) {
        const image = new Image();
        image.src = url;
        await image.decode();
        all.push(grey(image));
      }
      if (film === null) return all;
      const element = document.createElement('video');
      element.muted = true;
      element.src = film;
      await new Promise((done, failed) => {
        element.onloadeddata = done;
        element.onerror = () => failed(new Error(element.error?.message));
      });
      document.body.append(element);
      for (const time of times) {
        // A picture is there when it is presented: a seek may end before that.
        const presented = new Promise((done) => element.requestVideoFrameCallback(done));
        element.currentTime = time;
        await presented;
        all.push(grey(element));
      }
      return all;
    },
    [
      stills.map((png) => `data:image/png;base64,${png.toString('base64')}`),
      video === undefined ? null : `data:video/webm;base64,${video.toString('base64')}`,
      times,
    ] as const,
  );
}

/** Mean difference of shades. */
const difference = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, shade, n) => sum + Math.abs(shade - b[n]), 0) / a.length;

/** Size of the canvases on the screen, which no export may touch. */
const canvases = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll('#app :is([data-pane], [data-slot]) canvas')]
      .map((canvas) => `${(canvas as HTMLCanvasElement).width}x${(canvas as HTMLCanvasElement).height}`)
      .join(),
  );

test.describe('export @long', () => {
  test('every picture is as large as it is wanted, holds its run, and leaves the screen alone', async ({
    page,
  }) => {
    const dialog = await dialogOf(page, 'circle', 3);
    const before = await canvases(page);
    const picture = dialog.getByRole('combobox', { name: 'Picture' });
    await dialog.getByRole('combobox', { name: 'Ground' }).selectOption('paper');
    await dialog.getByRole('combobox', { name: 'Size' }).selectOption('mm');
    for (const [name, value] of [
      ['Width, millimetres', '85'],
      ['Height, millimetres', '60'],
    ]) {
      await dialog.getByRole('textbox', { name }).fill(value);
      await dialog.getByRole('textbox', { name }).press('Enter');
    }
    for (const id of ['pair', 'network', 'field', 'universe', 'landscape', 'morph', 'chart:cost']) {
      await picture.selectOption(id);
      const { bytes } = await saved(page, dialog);
      // 300 dots per inch.
      expect([id, pngSize(bytes)]).toEqual([id, { width: 1004, height: 709, perMetre: 11811 }]);
      const run: unknown = JSON.parse(pngText(bytes, 'Synaptic Field Lab') ?? '');
      expect(run).toMatchObject({ scenario: { title: 'A circle in a ring', seed: 4 }, view: { step: 3 } });
      // Not one colour: something is drawn, also in the middle.
      const colours = await page.evaluate(
        async (url) => {
          const image = new Image();
          image.src = url;
          await image.decode();
          const canvas = document.createElement('canvas');
          canvas.width = image.width;
          canvas.height = image.height;
          const context = canvas.getContext('2d');
          context?.drawImage(image, 0, 0);
          const { data } = context?.getImageData(250, 175, 500, 400) ?? { data: [] };
          return new Set(
            Array.from({ length: data.length / 4 }, (_, n) => data.slice(4 * n, 4 * n + 3).join()),
          ).size;
        },
        `data:image/png;base64,${bytes.toString('base64')}`,
      );
      expect([id, colours > 8]).toEqual([id, true]);
    }
    expect(await canvases(page)).toBe(before);
    await expect(page.locator('.off-screen')).toHaveCount(0);
  });

  test('a chart as PDF stands on the ground that was chosen, or on none, and its letters behind words where these end', async ({
    page,
  }) => {
    const dialog = await dialogOf(page, 'circle', 4);
    await dialog.getByRole('combobox', { name: 'Picture' }).selectOption('chart:cost');
    const format = dialog.getByRole('combobox', { name: 'Format' });
    const file = async (kind: 'svg' | 'pdf'): Promise<Buffer> => {
      await format.selectOption(kind);
      return (await saved(page, dialog)).bytes;
    };
    const lab = readFileSync('src/ui/export/fonts/lab.ttf');
    const grounds = new Set<string>();
    const fullPages = new Set<string>();
    for (const ground of ['stage', 'paper', 'projector']) {
      await dialog.getByRole('combobox', { name: 'Ground' }).selectOption(ground);
      const [svg, drawn] = [(await file('svg')).toString(), pdfDrawn(await file('pdf'))];
      const [, width, height, ink] =
        /<rect width="([\d.]+)" height="([\d.]+)" fill="#([\da-f]{3,6})"/.exec(svg) ?? [];
      grounds.add(ink);
      // A shape as large as the page is filled in the colour that the SVG has.
      const page1 = `${Number(width).toFixed(0)}. ${Number(height).toFixed(0)}. l`;
      const before = drawn.slice(0, drawn.indexOf(page1));
      expect(drawn.slice(before.length)).toMatch(/^[^]{0,40}\nh\nf\n/);
      const colour =
        [...before.matchAll(/([\d. ]+) (?:rg|g)\n/g)].at(-1)?.[1].trim().split(' ').map(Number) ?? [];
      const six = ink.length === 6 ? ink : ink.replaceAll(/./g, '$&$&');
      const shades = [0, 2, 4].map((at) => Number.parseInt(six.slice(at, at + 2), 16) / 255);
      for (const [n, shade] of shades.entries())
        expect(Math.abs(shade - (colour[n] ?? colour[0]))).toBeLessThan(0.006);
      fullPages.add(page1);

      const measured = (words: string, size: number): Promise<number> =>
        page.evaluate(
          async ([words, size, bytes]) => {
            const face = new FontFace('Measured', Uint8Array.from(bytes));
            document.fonts.add(await face.load());
            const context = new OffscreenCanvas(1, 1).getContext('2d');
            if (context === null) throw new Error('no canvas');
            context.font = `${size}px Measured`;
            const { width: long } = context.measureText(words);
            document.fonts.delete(face);
            return long;
          },
          [words, size, [...lab]] as const,
        );
      const placed = [...drawn.matchAll(/ ([\d.]+) ([\d.]+) Tm\n/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ]);
      let looked = 0;
      for (const [, x, y, size, words] of svg.matchAll(
        /<text x="([\d.]+)" y="([\d.]+)"[^>]* text-anchor="start" font-size="([\d.]+)"[^>]*><tspan>([^<&]* )<\/tspan><tspan font-family="KaTeX_Math/g,
      )) {
        const at = placed.findIndex(
          ([px, py]) => Math.abs(px - 0.75 * Number(x)) < 0.1 && Math.abs(py - 0.75 * Number(y)) < 0.3,
        );
        expect([words, at]).not.toEqual([words, -1]);
        const long = placed[at + 1][0] - placed[at][0];
        expect(Math.abs(long - 0.75 * (await measured(words, Number(size))))).toBeLessThan(0.3);
        looked++;
      }
      expect(looked).toBeGreaterThan(2);
    }
    expect(grounds.size).toBe(3);
    await dialog.getByRole('checkbox', { name: 'Transparent' }).check();
    expect((await file('svg')).toString()).not.toContain('<rect width=');
    const clear = pdfDrawn(await file('pdf'));
    for (const shape of fullPages) expect(clear).not.toContain(shape);
  });

  test('a chart as SVG opens its run again; as PDF it has words in fonts of its own', async ({ page }) => {
    const dialog = await dialogOf(page, 'circle', 4);
    await dialog.getByRole('combobox', { name: 'Picture' }).selectOption('chart:cost');
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption('pdf');
    const pdf = (await saved(page, dialog)).bytes.toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toMatch(/\/Subtype \/Type0[^]*\/BaseFont \/Lab/);
    expect(JSON.parse(pdfWords(pdf, 'Keywords'))).toMatchObject({ scenario: { seed: 4 }, view: { step: 4 } });
    expect(pdfWords(pdf, 'Title')).toContain('A circle in a ring');
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption('csv');
    await expect(
      dialog.getByRole('checkbox', { name: 'The run in lines of comment (#)' }),
      'a table says of itself which run it is of',
    ).toBeChecked();
    const [about, held] = (await saved(page, dialog)).bytes.toString().split('\n');
    expect(about).toContain('scenario "A circle in a ring", seed 4');
    expect(JSON.parse(held.replace('# run document: ', ''))).toMatchObject({ view: { step: 4 } });
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption('svg');
    const { bytes, file } = await saved(page, dialog);
    const svg = bytes.toString('utf8');
    expect(svgRun(svg)).toContain('"step": 4');
    expect(svg).toContain('Cost and energies');
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    const input = page.getByLabel('Open file');
    await input.setInputFiles({ name: file.suggestedFilename(), mimeType: 'image/svg+xml', buffer: bytes });
    await expect(page.getByRole('status', { name: 'Step', exact: true })).toHaveAttribute('data-value', '4');
    const foreign = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
    await input.setInputFiles({ name: 'foreign.svg', mimeType: 'image/svg+xml', buffer: foreign });
    await expect(page.getByRole('alert')).toContainText('a picture that was saved here');
  });

  test('numbers: NPZ, and JSON of the same run', async ({ page }) => {
    const dialog = await dialogOf(page, 'circle', 5);
    await dialog.getByRole('tab', { name: 'Data' }).click();
    const data = dialog.getByRole('combobox', { name: 'Data' });
    await data.selectOption('json');
    const json = JSON.parse((await saved(page, dialog)).bytes.toString()) as {
      scenario: { seed: number };
      step: number[];
      weights: number[][];
    };
    expect(json.scenario.seed).toBe(4);
    expect(json.step).toEqual([0, 1, 2, 3, 4, 5]);
    await data.selectOption('python');
    expect((await saved(page, dialog)).bytes.toString()).toContain('import numpy as np');
    await data.selectOption('npz');
    const { bytes } = await saved(page, dialog);
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toContain('weights.npy');
    expect(JSON.parse(strFromU8(files['run.json']))).toMatchObject({
      scenario: { seed: 4 },
      view: { step: 5 },
    });
    await data.selectOption('csv-weights');
    await dialog.getByRole('combobox', { name: 'Rows' }).selectOption('now');
    const [about, held, head, row] = (await saved(page, dialog)).bytes.toString().split('\n');
    expect(about).toContain('scenario "A circle in a ring", seed 4');
    expect(JSON.parse(held.replace('# run document: ', ''))).toMatchObject({ view: { step: 5 } });
    const first = head.split(',').indexOf('W[0]');
    expect(
      row
        .split(',')
        .slice(first, first + 3)
        .map(Number),
    ).toEqual(json.weights[5].slice(0, 3));
    await data.selectOption('npy');
    const npy = await saved(page, dialog);
    expect(npy.file.suggestedFilename()).toBe('a-circle-in-a-ring-weights-seed-4.npy');
    const from = 10 + npy.bytes.readUInt16LE(8);
    expect(npy.bytes.subarray(0, from).toString('latin1')).toContain(
      `'shape': (1, ${json.weights[5].length})`,
    );
    expect(json.weights[5].map((_, n) => npy.bytes.readDoubleLE(from + 8 * n))).toEqual(json.weights[5]);
  });

  test('a picture and a chart stand on the ground that is chosen, or on none, whatever the screen has', async ({
    page,
  }) => {
    const dialog = await dialogOf(page, 'circle', 3);
    const sight = await page.context().newPage();
    const corners = async (bytes: Buffer): Promise<readonly (readonly number[])[]> =>
      sight.evaluate(
        async (url) => {
          const image = new Image();
          image.src = url;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext('2d');
          context?.drawImage(image, 0, 0);
          return [
            [1, 1],
            [image.width - 2, image.height - 2],
          ].map(([x, y]) => [...(context?.getImageData(x, y, 1, 1).data ?? [])]);
        },
        `data:image/png;base64,${bytes.toString('base64')}`,
      );
    const clear = dialog.getByRole('checkbox', { name: 'Transparent' });
    for (const [ground, color, fill] of [
      ['stage', [10, 13, 19, 255], '#0a0d13'],
      ['paper', [250, 249, 246, 255], '#faf9f6'],
      ['projector', [255, 255, 255, 255], '#f{3,6}'],
    ] as const) {
      await dialog.getByRole('combobox', { name: 'Ground' }).selectOption(ground);
      for (const id of ['field', 'chart:cost']) {
        await dialog.getByRole('combobox', { name: 'Picture' }).selectOption(id);
        const opaque = (await saved(page, dialog)).bytes;
        expect([ground, id, await corners(opaque)]).toEqual([ground, id, [color, color]]);
        await clear.click();
        const through = (await saved(page, dialog)).bytes;
        expect([ground, id, (await corners(through)).map(([, , , alpha]) => alpha)]).toEqual([
          ground,
          id,
          [0, 0],
        ]);
        await clear.click();
      }
      const format = dialog.getByRole('combobox', { name: 'Format' });
      await format.selectOption('svg');
      expect((await saved(page, dialog)).bytes.toString()).toMatch(
        new RegExp(`<rect width="[\\d.]+" height="[\\d.]+" fill="${fill}"/>`),
      );
      await format.selectOption('png');
    }
    await sight.close();
  });

  test('a whole run: saved by S, opened elsewhere, it stands as it stood, and is saved as the same file', async ({
    page,
  }) => {
    const lab = new Lab(page);
    await lab.open('circle');
    const file = JSON.parse(readFileSync('test/inputs/comparison-lost.json', 'utf8')) as object;
    const camera = { preset: 'home', yaw: 0.3, pitch: -0.1, dolly: 1.25, target: [0, 0, 0] };
    const view = {
      comparison: { track: 'compare', mode: 'difference' },
      charts: { left: 'spectrum', right: 'cost' },
      controls: ['data.K'],
      selection: { weight: 7 },
      hidden: ['ghost'],
      about: 'Two frictions.',
      lesson: { id: 'friction', step: 'creep' },
      camera,
    };
    await lab.openFile('asked.json', { ...file, view });
    await expect(lab.output('Step')).toHaveAttribute('data-value', '0');
    await lab.atRest();
    await lab.step(3);
    const friction = page.locator('.key-strip').getByRole('slider').first();
    await friction.press('ArrowRight');
    await lab.atRest();
    await lab.step(4);
    const first = await lab.saved();
    expect(first.view).toMatchObject({ ...view, step: 7 });
    expect(first.edits).toHaveLength(1);

    await page.goto('./?quality=test&scenario=torus-wave');
    await lab.settled(0);
    await lab.openFile('run.json', first);
    await lab.settled(7);
    await lab.atRest();
    expect(await lab.saved()).toEqual(first);
    await expect(page.getByRole('complementary', { name: 'Lesson' })).toContainText('The creeping side');
  });

  test('a video has a picture for every step, at its time; without an encoder it says so and a ZIP is left', async ({
    page,
  }) => {
    const dialog = await dialogOf(page, 'circle', 6);
    await dialog.getByRole('tab', { name: 'Video' }).click();
    for (const [name, value] of [
      ['Width, pixels', '320'],
      ['Height, pixels', '200'],
      ['From step', '2'],
      ['To step', '122'],
      ['Steps a picture', '40'],
      ['Pictures a second', '25'],
    ]) {
      await dialog.getByRole('textbox', { name }).fill(value);
      await dialog.getByRole('textbox', { name }).press('Enter');
    }
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption('png');
    const sequence = unzipSync((await saved(page, dialog)).bytes);
    const names = ['000000.png', '000001.png', '000002.png', '000003.png'];
    expect(Object.keys(sequence).sort()).toEqual([...names, 'run.json']);
    const stills = names.map((name) => Buffer.from(sequence[name]));
    // Each opens the run at its own step.
    expect(stills.map((png) => runIn(png).view.step)).toEqual([2, 42, 82, 122]);
    const can = await page.evaluate(async () => {
      if (!('VideoEncoder' in window)) return false;
      const asked = ['vp09.00.10.08', 'vp8'].map((codec) =>
        VideoEncoder.isConfigSupported({ codec, width: 640, height: 400 }),
      );
      return (await Promise.all(asked)).some(({ supported }) => supported === true);
    });
    await dialog.getByRole('combobox', { name: 'Format' }).selectOption('webm');
    if (!can) {
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(dialog.getByRole('status')).toContainText('no encoder');
      return;
    }
    const { bytes } = await saved(page, dialog);
    const input = new Input({ source: new BufferSource(bytes), formats: [WEBM] });
    const track = await input.getPrimaryVideoTrack();
    if (track === null) throw new Error('no video');
    const times: number[] = [];
    for await (const packet of new EncodedPacketSink(track).packets()) times.push(packet.timestamp);
    // WebM counts in milliseconds.
    expect(times).toEqual([0, 0.04, 0.08, 0.12]);
    expect([track.displayWidth, track.displayHeight]).toEqual([640, 400]);
    const tags = await input.getMetadataTags();
    expect(tags.title).toContain('A circle in a ring');
    expect(tags.comment).toContain('"seed": 4');
    const step = page.getByRole('status', { name: 'Step', exact: true });
    await expect(step).toHaveAttribute('data-value', '6');

    // What the video shows at a time is the picture of its step; that is what is saved of the run where it stands there.
    const sight = await page.context().newPage();
    const seen = await shades(sight, { video: bytes, times: [0.02, 0.06, 0.1, 0.14] });
    const drawn = await shades(sight, { stills });
    for (const [n, shade] of seen.entries()) {
      const off = drawn.map((other) => difference(shade, other));
      expect(off[n], `picture ${n}: ${off.join(', ')}`).toBe(Math.min(...off));
      expect(off[n]).toBeLessThan(2);
    }
    expect(difference(drawn[0], drawn[1]), 'pictures of two steps differ').toBeGreaterThan(0.2);
    await page.keyboard.press('Escape');
    for (let n = 0; n < 36; n++) await page.keyboard.press('.');
    await expect(step).toHaveAttribute('data-value', '42');
    await page.keyboard.press('x');
    for (const [name, value] of [
      ['Width, pixels', '320'],
      ['Height, pixels', '200'],
    ]) {
      await dialog.getByRole('textbox', { name }).fill(value);
      await dialog.getByRole('textbox', { name }).press('Enter');
    }
    const [still] = await shades(sight, { stills: [(await saved(page, dialog)).bytes] });
    // Words find their places anew; two steps are further apart.
    expect(difference(still, drawn[1])).toBeLessThan(0.2);
  });
});
