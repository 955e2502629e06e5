import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/**
 * Styles of parts that are loaded later fall over the whole page: a class that two of them give a look of its own would
 * change as soon as the other has come.
 */

/** What dresses others anew by design: systems of colours, fingers, frames, a second window, light on what is spoken of. */
const layers = [
  'forced.css',
  'fingers.css',
  'embed.css',
  'audience.css',
  'presenter.css',
  'terms.css',
  'lesson.css',
];
/** Classes of one part whose look is said in two files. */
const shared = [
  'pane-gloss', // base, views: words of a pane's head
  'stage', // drawer, frame: the stage has room for the drawer
  'sweep-bar', // base, sweep: colours of the scale, and its size
  'transport', // timeline, transport
  'universe-key', // frame, universe: keys of pictures
  'pane-header', // frame, views: heads of panes
  'worksheet', // tokens, worksheet: its own tokens
];

function styles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? styles(path) : entry.name.endsWith('.css') ? [path] : [];
  });
}

/** Classes that stand alone as a selector. */
function ownClasses(path: string): Set<string> {
  const text = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const selectors = [...text.matchAll(/([^{}]+)\{/g)].flatMap(([, list]) => list.split(','));
  return new Set(selectors.flatMap((selector) => /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1] ?? []));
}

it('no class has a look of its own in two files, but where one dresses the other by design', () => {
  const where = new Map<string, string[]>();
  for (const path of styles('src')) {
    if (layers.some((name) => path.endsWith(`/${name}`))) continue;
    for (const name of ownClasses(path)) where.set(name, [...(where.get(name) ?? []), path]);
  }
  expect(where.size).toBeGreaterThan(300);
  const twice = [...where].filter(([name, paths]) => paths.length > 1 && !shared.includes(name));
  expect(twice).toEqual([]);
});
