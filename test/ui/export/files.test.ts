import { crc32, deflateSync } from 'node:zlib';
import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { csvOf, dialects } from '../../../src/scenario/table/write.ts';
import { halosOf, stopsOf } from '../../../src/ui/export/compose.ts';
import { npyOf, npzOf } from '../../../src/ui/export/npy.ts';
import { pngSize, pngText, pngWith } from '../../../src/ui/export/png.ts';
import { fitsCanvas, layOf } from '../../../src/ui/export/size.ts';
import { groundOf, svgFile, svgRun, under } from '../../../src/ui/export/svg.ts';
import { commentOf, noteAt } from '../../../src/ui/export/run.ts';
import { bibtexOf } from '../../../src/ui/export/words.ts';
import { cleared } from '../../../src/views/scene/PaperStage.tsx';

/** A PNG of one grey pixel, made by Node alone. */
function onePixel(): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    const tail = Buffer.alloc(4);
    tail.writeUInt32BE(crc32(body));
    return Buffer.concat([head, body, tail]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Every chunk's sum as Node computes it. */
function sumsAreRight(png: Uint8Array): boolean {
  const buffer = Buffer.from(png);
  for (let at = 8; at < buffer.length;) {
    const length = buffer.readUInt32BE(at);
    const body = buffer.subarray(at + 4, at + 8 + length);
    if (buffer.readUInt32BE(at + 8 + length) !== crc32(body)) return false;
    at += 12 + length;
  }
  return true;
}

const RUN = '{"title":"Δ <&> \\"quoted\\" ]]> ẅ","seed":7}';
const note = { title: 'A & B', software: 'Synaptic Field Lab 0', text: RUN };

describe('PNG', () => {
  const file = pngWith(onePixel(), { dpi: 300, texts: { Title: 'Größe', 'Synaptic Field Lab': RUN } });

  it('says its size: 300 dpi is 11811 pixels per metre', () => {
    expect(pngSize(file)).toEqual({ width: 1, height: 1, perMetre: 11811 });
  });

  it('gives its texts back to the last sign, and every chunk has the sum of CRC-32', () => {
    expect(pngText(file, 'Synaptic Field Lab')).toBe(RUN);
    expect(pngText(file, 'Title')).toBe('Größe');
    expect(pngText(file, 'Author')).toBeNull();
    expect(sumsAreRight(file)).toBe(true);
  });

  it('of a wrong kind, or cut, is refused', () => {
    expect(() => pngText(new Uint8Array([1, 2, 3]), 'Title')).toThrow('no PNG');
    expect(() => pngText(file.subarray(0, file.length - 30), 'Synaptic')).toThrow('too soon');
  });

  it('of another program with a text that grows without end is read up to the limit', () => {
    const large = pngWith(onePixel(), { dpi: 96, texts: { 'Synaptic Field Lab': ' '.repeat(20_000_000) } });
    expect(pngText(large, 'Synaptic Field Lab')?.length).toBeLessThanOrEqual(8 * 1024 * 1024);
  });
});

describe('SVG', () => {
  const drawing = {
    svg: '<svg xmlns="http://www.w3.org/2000/svg" width="960" height="480" viewBox="0 0 960 480"><path/></svg>',
    width: 960,
    height: 480,
  };

  it('is as large in millimetres as its pixels of CSS are: 960 are 254 mm', () => {
    expect(svgFile(drawing, null, note)).toContain('width="254mm" height="127mm" viewBox="0 0 960 480"');
  });

  it('gives its run back to the last sign, whatever is in it', () => {
    expect(svgRun(svgFile(drawing, '#ffffff', note))).toBe(RUN);
    expect(svgRun('<svg><metadata>foreign</metadata></svg>')).toBeNull();
    expect(svgRun('<svg><metadata><run xmlns="urn:other">{}</run></metadata></svg>')).toBeNull();
  });

  it('has its ground under everything, in numbers', () => {
    expect(under(drawing.svg, groundOf(drawing, '#fff'))).toContain(
      'viewBox="0 0 960 480"><rect width="960" height="480" fill="#fff"/><path/>',
    );
  });
});

describe('NPY', () => {
  it('is version 1.0, little-endian doubles in C order, its data at a multiple of 64 bytes', () => {
    const values = Float64Array.from([0.1, -1e300, NaN, 1 / 3, 0, 5]);
    const bytes = npyOf(values, [2, 3]);
    const view = new DataView(bytes.buffer);
    expect([...bytes.subarray(0, 8)]).toEqual([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
    const length = view.getUint16(8, true);
    expect((10 + length) % 64).toBe(0);
    const head = strFromU8(bytes.subarray(10, 10 + length));
    expect(head).toMatch(/^\{'descr': '<f8', 'fortran_order': False, 'shape': \(2, 3\), \} *\n$/);
    for (let i = 0; i < 6; i++) expect(view.getFloat64(10 + length + 8 * i, true)).toBe(values[i]);
    expect(bytes.length).toBe(10 + length + 48);
  });

  it('of a shape that does not hold the numbers is refused', () => {
    expect(() => npyOf(new Float64Array(5), [2, 3])).toThrow(RangeError);
  });

  it('of rows: an NPZ holds every column, weights by rows, and the run', () => {
    const columns = {
      scalars: { t: Float64Array.of(0, 0.5), cost: Float64Array.of(2, 1) },
      weights: Float64Array.of(1, 2, 3, 4, 5, 6),
      velocity: new Float64Array(6),
      weightCount: 3,
    };
    const files = unzipSync(npzOf(columns, RUN));
    expect(Object.keys(files)).toEqual(['t.npy', 'cost.npy', 'weights.npy', 'velocity.npy', 'run.json']);
    expect(strFromU8(files['run.json'])).toBe(RUN);
    expect(strFromU8(files['weights.npy'])).toContain("'shape': (2, 3)");
  });
});

describe('CSV', () => {
  const table = {
    columns: ['t', 'a;b, c'],
    rows: [
      [0.5, -1.5e-7],
      [NaN, 2],
    ],
  };

  it('in three dialects: separators are quoted where they are words, a comma may be the decimal sign', () => {
    expect(csvOf(table, dialects.comma)).toBe('t,"a;b, c"\n0.5,-1.5e-7\n,2\n');
    expect(csvOf(table, dialects.semicolon)).toBe('t;"a;b, c"\n0,5;-1,5e-7\n;2\n');
    expect(csvOf(table, dialects.tab)).toBe('t\ta;b, c\n0.5\t-1.5e-7\n\t2\n');
  });

  it('names its run in lines of comment, each in one line', () => {
    const comment = commentOf({ ...note, title: 'two\nlines', seed: 7, step: 3 });
    const lines = csvOf(table, dialects.comma, comment).split('\n');
    expect(lines[0]).toBe('# Synaptic Field Lab 0, scenario "two lines", seed 7');
    expect(JSON.parse(lines[1].replace('# run document: ', ''))).toEqual(JSON.parse(RUN));
    expect(lines[2]).toBe('t,"a;b, c"');
  });
});

describe('what a file says of its run', () => {
  const run =
    '{\n  "seed": 7,\n  "at": [-0, 0.1, 1e-300],\n  "view": {\n    "step": 9,\n    "about": "a\\n  b"\n  }\n}\n';
  it('in one line every number keeps its bits and every word its breaks', () => {
    const [, line] = commentOf({ ...note, text: run, seed: 7, step: 9 });
    expect(line).not.toContain('\n');
    const read = JSON.parse(line.replace('run document: ', '')) as { at: number[] };
    expect(read).toEqual(JSON.parse(run));
    expect(Object.is(read.at[0], -0)).toBe(true);
  });

  it('of another step: its document opens there, all else as it was', () => {
    const other = noteAt({ ...note, text: run, seed: 7, step: 9 }, 4);
    expect(other.step).toBe(4);
    const read = JSON.parse(other.text) as { at: number[] };
    expect(read).toEqual({ seed: 7, at: [-0, 0.1, 1e-300], view: { step: 4, about: 'a\n  b' } });
    expect(Object.is(read.at[0], -0)).toBe(true);
  });
});

describe('BibTeX', () => {
  it('names the paper as its first page and arXiv do', () => {
    const bibtex = bibtexOf(2026);
    expect(bibtex).toContain('title         = {Synaptic Field Theory for Neural Networks}');
    expect(bibtex).toContain('author        = {Lee, Donghee and Lee, Hye-Sung and Yi, Jaeok}');
    expect(bibtex).toContain('year          = {2025}');
    expect(bibtex).toContain('eprint        = {2503.08827}');
    // Braces pair, and every entry ends.
    expect(bibtex.split('{').length).toBe(bibtex.split('}').length);
    expect(bibtex.match(/^@\w+\{\w+,$/gm)).toHaveLength(2);
  });
});

describe('size', () => {
  it('in millimetres: 85 × 60 mm at 300 dpi are 1004 × 709 pixels', () => {
    const laid = layOf({ unit: 'mm', width: 85, height: 60, scale: 1, dpi: 300 });
    expect(laid.pixels).toEqual({ width: 1004, height: 709 });
    expect(laid.width).toBeCloseTo((85 * 96) / 25.4, 12);
    expect(Math.abs(laid.millimetres.width - 85)).toBeLessThan(25.4 / 300);
  });

  it('in pixels: enlarged four times the layout stays, the file has 384 dpi', () => {
    const laid = layOf({ unit: 'px', width: 800, height: 450, scale: 4, dpi: 300 });
    expect(laid).toMatchObject({ width: 800, height: 450, ratio: 4, pixels: { width: 3200, height: 1800 } });
  });

  it('beyond the largest canvas is no size', () => {
    expect(fitsCanvas(layOf({ unit: 'px', width: 8192, height: 450, scale: 4, dpi: 300 }))).toBe(false);
  });
});

describe('a part of the page as a picture', () => {
  it('a gradient as browsers compute it has its colours, evenly apart where it does not say', () => {
    expect(stopsOf('linear-gradient(90deg, rgb(1, 2, 3), rgba(4, 5, 6, 0.5), rgb(7, 8, 9))')).toEqual([
      [0, 'rgb(1, 2, 3)'],
      [0.5, 'rgba(4, 5, 6, 0.5)'],
      [1, 'rgb(7, 8, 9)'],
    ]);
    expect(stopsOf('linear-gradient(90deg, rgb(1, 2, 3) 20%, rgb(7, 8, 9) 80%)')).toEqual([
      [0.2, 'rgb(1, 2, 3)'],
      [0.8, 'rgb(7, 8, 9)'],
    ]);
    expect(stopsOf('none')).toBeNull();
    expect(stopsOf('url("data:x")')).toBeNull();
  });

  it('halos of words have colour and blur', () => {
    expect(halosOf('rgb(10, 13, 19) 0px 0px 2px, rgb(10, 13, 19) 0px 0px 5px')).toEqual([
      ['rgb(10, 13, 19)', 2],
      ['rgb(10, 13, 19)', 5],
    ]);
  });

  it('what shows through is known from black and white: a red of 40 % comes back', () => {
    const black = Uint8ClampedArray.of(0.4 * 200, 0, 0, 255, 7, 8, 9, 255, 0, 0, 0, 255);
    const white = Uint8ClampedArray.of(0.4 * 200 + 153, 153, 153, 255, 7, 8, 9, 255, 255, 255, 255, 255);
    cleared(black, white);
    expect([...black]).toEqual([200, 0, 0, 102, 7, 8, 9, 255, 0, 0, 0, 0]);
  });
});
