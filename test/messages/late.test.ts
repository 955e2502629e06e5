import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { firstEnglish } from '../../src/messages/en.ts';
import { lateEnglish } from '../../src/messages/late/en.ts';
import { english } from './english.ts';

const isLate = (id: string): boolean => id in lateEnglish;

const source = fileURLToPath(new URL('../../src/', import.meta.url));

/** Files of the first load: all that the page and its two pictures import, but not what they load later. */
function firstLoad(): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file) || !existsSync(file) || !/\.tsx?$/.test(file)) return;
    found.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, path] of text.matchAll(/^(?:import|export)(?! type)[^;]*?'(\.[^']+)';/gm)) {
      visit(join(dirname(file), path));
    }
  };
  for (const entry of ['app/main.tsx', 'views/index.ts']) visit(join(source, entry));
  return found;
}

describe('messages of parts that are loaded later', () => {
  const files = [...firstLoad()].filter((file) => !file.includes('/messages/'));
  const ids = Object.keys(english);

  it('the first load is found, and what is loaded later is not in it', () => {
    const names = files.map((file) => file.slice(source.length));
    expect(names).toContain('ui/controls/Controls.tsx');
    expect(names).toContain('views/charts/index.ts');
    for (const later of [
      'ui/rails/Equations.tsx',
      'ui/dialogs/Modal.tsx',
      'views/charts/LiveChart.tsx',
      'views/universe/Universe.tsx',
    ]) {
      expect(names).not.toContain(later);
    }
  });

  it('no file of the first load names one, not even by its beginning', () => {
    for (const file of files) {
      // A registry hands on the ids of titles and help: the list of charts is loaded later and says them.
      const text = readFileSync(file, 'utf8').replaceAll(/^ +(?:title|help): '[\w.-]+',$/gm, '');
      for (const [, name] of text.matchAll(/['`]([a-z][\w-]*\.[\w.-]*)(?:['`]|\$\{)/gi)) {
        const asked = ids.filter((id) => id === name || (name.endsWith('.') && id.startsWith(name)));
        expect(asked.filter(isLate), file).toEqual([]);
      }
    }
  });

  it('no file of the first load says the title or the help of a chart', () => {
    const saying = files.filter((file) =>
      /text\(\w*chart\w*\.(?:title|help)\b/i.test(readFileSync(file, 'utf8')),
    );
    expect(saying).toEqual([]);
  });

  it('each stands in one catalogue alone', () => {
    expect(Object.keys(firstEnglish).filter(isLate)).toEqual([]);
    expect(ids.length).toBe(Object.keys(firstEnglish).length + Object.keys(lateEnglish).length);
  });
});
