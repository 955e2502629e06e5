import { describe, expect, it } from 'vitest';
import { controlsOf } from '../../src/scenario/patch.ts';
import { parseRunDocument } from '../../src/scenario/document.ts';
import { chapters, choicesOf, findShipped, readIndex, shippedNames } from '../../src/scenario/shipped.ts';
import { keyControls } from '../../src/ui/strip/keyControls.ts';
import { shipped, shippedIndex, shippedJson } from '../helpers/shipped.ts';

/** What was shipped before scenarios had presets: links, lessons and scripts name them. */
const earlier = `
  ring-wave two-samples smooth-data stiff-and-soft example-1 one-sample underdamped overdamped
  high-viscosity textbook-descent torus-wave linear-neuron two-layer-ring deep-ring deep-wave
  circle xor addition sine scalar-field big-bang flat flickering radiation matter nesterov milne
  kination fluid cosine exponential inverse warmup step-decay own-schedule schedule-universe lens
  redshift never-a-field becoming-a-field springs two-fields cell-potential last-layer-mass
`
  .trim()
  .split(/\s+/);
const choices = choicesOf(shippedIndex);

describe('the list of shipped scenarios', () => {
  it('holds 24 to 44 scenarios in six chapters, in the order of the chapters, each entry read whole', () => {
    expect(shippedIndex).toEqual((shippedJson as object[]).map((entry) => ({ presets: [], ...entry })));
    expect(shippedIndex.length).toBeGreaterThanOrEqual(24);
    expect(shippedIndex.length).toBeLessThanOrEqual(44);
    const order = shippedIndex.map(({ chapter }) => chapters.indexOf(chapter));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(order).size).toBe(chapters.length);
  });

  it('lists every file once, by the titles that stand in it', () => {
    expect(choices.map(({ id }) => id).sort()).toEqual(Object.keys(shipped).sort());
    for (const { id, title } of choices) expect(parseRunDocument(shipped[id]).scenario.title).toBe(title);
  });

  it('has one id for one thing: a scenario’s own is its first preset’s, or no file’s', () => {
    const ids = shippedIndex.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, presets } of shippedIndex) {
      if (presets.length === 0) continue;
      expect(presets.length).toBeGreaterThan(1);
      if (id in shipped) expect(presets[0].id).toBe(id);
      expect(findShipped(shippedIndex, id)?.id).toBe(presets[0].id);
    }
  });

  it('says of each in one sentence of at most 200 letters what to do and what is then seen', () => {
    const entries = [...shippedIndex, ...shippedIndex.flatMap(({ presets }) => presets)];
    for (const { id, about } of entries) {
      expect(about, id).toMatch(/^(Press play|Play|Choose|Drag)\b.*[:,] .*[^.]\.$/);
      // One sentence: a point before a blank ends no other.
      expect(about.replaceAll('Eq. ', ''), id).not.toMatch(/\. /);
      expect(about.length, id).toBeLessThan(200);
    }
  });

  it.each(earlier)('%s, shipped before: opens that very thing by its name', (id) => {
    expect(findShipped(shippedIndex, id)?.id).toBe(id);
    expect(shipped[id]).toBeDefined();
    expect(shippedNames(shippedIndex)).toContain(id);
  });

  it('has all 44 of them', () => {
    expect(new Set(earlier).size).toBe(44);
    const names = shippedNames(shippedIndex);
    expect(earlier.filter((id) => !names.includes(id))).toEqual([]);
  });

  it('what history makes of space opens in the universe, balls in their landscape, wires on their way, everything else in the pictures', () => {
    for (const { id, scenario } of choices) {
      const { view } = parseRunDocument(shipped[id]);
      const scene = { honey: 'landscape', lens: 'field', 'network-to-field': 'morph' }[id];
      expect(view.scene, id).toBe(scenario.chapter === 'universes' ? 'universe' : scene);
    }
  });

  it('names key controls that its run has, none in vain', () => {
    const named = choices.map(({ id }) => {
      const { scenario, view } = parseRunDocument(shipped[id]);
      const asked = view.controls ?? [];
      const found = keyControls(asked, controlsOf(scenario)).map(({ control }) => control.path);
      expect(found, id).toEqual(asked);
      return found.length;
    });
    expect(named.filter((count) => count > 0).length).toBeGreaterThan(12);
    expect(Math.max(...named)).toBeLessThanOrEqual(2);
  });

  it('of another shape, or with ids that could leave the folder: such entries are passed over', () => {
    const good = { id: 'ring-wave', title: 'A', about: 'B', chapter: 'fields', presets: [] };
    const preset = { id: 'small', title: 'C', about: 'D' };
    const bad = [{ ...good, id: '../x' }, { id: 'y' }, null, 3, { ...good, about: 4 }];
    expect(readIndex([good, ...bad])).toEqual([good]);
    expect(readIndex([{ ...good, presets: [preset, ...bad] }])).toEqual([{ ...good, presets: [preset] }]);
    const { id, title, about } = good;
    expect(readIndex([{ id, title, about }])).toEqual([{ ...good, chapter: 'start' }]);
    expect(readIndex({})).toEqual([]);
  });

  it('finds nothing by another name', () => {
    expect(findShipped(shippedIndex, 'nothing')).toBeNull();
    expect(findShipped(shippedIndex, '')).toBeNull();
  });
});
