import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of public whose files the page fetches as texts, beside two files. */
const folders = ['scenarios', 'lessons', 'talks', 'data'];
/** The gallery's small pictures, and scenarios as they once were. */
const alone = ['thumbnails.json', 'former.json'];

/** The texts that the page fetches from beside it, by their address. @param shipped  the folder `public` */
export function textsBeside(shipped: string): Readonly<Record<string, string>> {
  const files = folders
    .filter((folder) => existsSync(join(shipped, folder)))
    .flatMap((folder) => readdirSync(join(shipped, folder)).map((name) => `${folder}/${name}`));
  return Object.fromEntries(
    [...files, ...alone].map((file) => [`./${file}`, readFileSync(join(shipped, file), 'utf8')]),
  );
}
