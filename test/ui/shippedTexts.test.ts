import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { fetchText, holdShipped } from '../../src/ui/files/shipped.ts';

/** Every file of public that the page asks for by its address. */
const files = ['scenarios', 'lessons', 'data']
  .flatMap((folder) => readdirSync(`public/${folder}`).map((name) => `${folder}/${name}`))
  .concat('thumbnails.json', 'former.json');

test('texts beside the page: one request brings all of them, byte for byte, and none is fetched after it', async () => {
  const fetched = vi.fn(() => Promise.reject(new Error('no network')));
  vi.stubGlobal('fetch', fetched);
  await expect(fetchText(`./${files[0]}`)).rejects.toThrow('no network');
  await holdShipped();
  for (const file of files) expect(await fetchText(`./${file}`)).toBe(readFileSync(`public/${file}`, 'utf8'));
  expect(fetched).toHaveBeenCalledOnce();
});
