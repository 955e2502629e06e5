import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Icon {
  readonly src: string;
  readonly type: string;
  readonly sizes: string;
  readonly purpose: string;
}

const { icons, start_url, scope } = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8')) as {
  icons: readonly Icon[];
  start_url: string;
  scope: string;
};

test('manifest: icons of 192 and 512 pixels, plain and maskable, are as large as it says', () => {
  for (const { src, type, sizes } of icons) {
    const file = join('public', src);
    expect(existsSync(file)).toBe(true);
    if (type !== 'image/png') continue;
    const png = readFileSync(file);
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
  }
  for (const purpose of ['any', 'maskable']) {
    const sizes = icons.filter((icon) => icon.purpose === purpose).map((icon) => icon.sizes);
    expect(sizes).toEqual(expect.arrayContaining(['192x192', '512x512']));
  }
});

test('manifest: it starts where it lies, under any path', () => {
  expect([start_url, scope]).toEqual(['./', './']);
});
