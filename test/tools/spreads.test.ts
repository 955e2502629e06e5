import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Calls that take any number of arguments; a spread list makes each element one, and some hundred thousand overflow the stack. */
const CALL =
  /(?:Math\.(?:max|min|hypot)|\.(?:push|unshift|splice)|String\.from(?:CharCode|CodePoint)|\.apply)\(/g;

/** Whether an argument of the call whose bracket opens at `at` is a spread list. */
function spreads(code: string, at: number): boolean {
  let depth = 0;
  for (let i = at; i < code.length; i++) {
    if ('([{'.includes(code[i])) depth++;
    else if (')]}'.includes(code[i])) depth--;
    if (depth === 0) return false;
    if (depth === 1 && '(,'.includes(code[i]) && /^\s*\.\.\./.test(code.slice(i + 1, i + 80))) return true;
  }
  return false;
}

/** Lists that stay short whatever the run is, and why. */
const short: Readonly<Record<string, string>> = {
  'src/ui/lesson/lit.ts': 'elements that a selector finds, of a screen',
  'src/engine/output/python/force.ts': 'layers of a network',
  'src/ui/math/latex.ts': 'lines of an equation',
  'src/engine/simulation.ts': 'tracks of a run',
  'src/views/charts/histogram/figure.ts': 'bins, a few dozen',
  'src/views/charts/study/figure.ts': 'points of a study, a few dozen',
  'src/physics/observables/series.ts': 'five numbers',
  'src/views/landscape/Key.tsx': 'two directions',
  'src/views/landscape/spec.ts': 'two coordinates',
  'src/engine/observations/temperature/thermometer.ts': 'modes, at most 512',
  'src/views/charts/heat/figure.ts': 'modes, at most 512, of a few tracks',
  'src/views/charts/nonlocality/sites.ts': 'sheets of a system',
  'src/ui/gallery/draw.ts': 'moments of a small picture, a few dozen',
  'src/ui/gallery/grid.ts': 'scenarios of the list',
  'src/ui/gallery/rings.ts': 'columns of a small picture, at most 96, of 24 moments',
  'src/engine/studies/fit.ts': 'points of a study, a few dozen',
};

/** Calls with spread lists, or by `apply` with a list. */
function breaches(code: string): number {
  return [...code.matchAll(CALL)].filter(({ 0: call, index }) =>
    call === '.apply('
      ? /^\s*(?:null|undefined|Math|this)\b/.test(code.slice(index + 7))
      : spreads(code, index + call.length - 1),
  ).length;
}

describe('spread calls: no list of the data becomes arguments', () => {
  it('is found where it stands', () => {
    expect(breaches('const most = Math.max(...values);')).toBe(1);
    expect(breaches('rows.push(\n  ...neuronRow(role, N),\n);')).toBe(1);
    expect(breaches('Math.max.apply(null, values);')).toBe(1);
    expect(breaches('rows.push(row); const all = [...rows];')).toBe(0);
  });

  it('stands nowhere in src but where lists stay short', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .map((file) => `src/${file.replaceAll('\\', '/')}`)
      .filter((file) => /\.tsx?$/.test(file));
    expect(files.length).toBeGreaterThan(300);
    const found = files.filter((file) => breaches(readFileSync(file, 'utf8')) > 0);
    expect(found.filter((file) => !Object.hasOwn(short, file))).toEqual([]);
    expect(Object.keys(short).filter((file) => !found.includes(file))).toEqual([]);
  });
});
