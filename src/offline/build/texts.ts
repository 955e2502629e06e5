import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of public whose files the page fetches as texts, beside the one file of small pictures. */
const folders = ['scenarios', 'lessons', 'talks', 'data'];

/** The texts that the page fetches from beside it, by their address. @param shipped  the folder `public` */
export function textsBeside(shipped: string): Readonly<Record<string, string>> {
  const files = folders
    .filter((folder) => existsSync(join(shipped, folder)))
    .flatMap((folder) => readdirSync(join(shipped, folder)).map((name) => `${folder}/${name}`));
  return Object.fromEntries(
    [...files, 'thumbnails.json'].map((file) => [`./${file}`, readFileSync(join(shipped, file), 'utf8')]),
  );
}
