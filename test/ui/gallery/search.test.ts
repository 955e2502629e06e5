import { describe, expect, it } from 'vitest';
import { searchScenarios } from '../../../src/ui/gallery/search.ts';
import { shippedIndex } from '../../helpers/shipped.ts';

describe('search of the list of scenarios', () => {
  const found = (query: string): readonly string[] =>
    searchScenarios(shippedIndex, query).scenarios.map(({ id }) => id);
  const best = (query: string): string | undefined => searchScenarios(shippedIndex, query).best?.id;

  it('nothing typed: all 24, and Enter opens nothing', () => {
    for (const query of ['', '  ']) {
      expect(searchScenarios(shippedIndex, query)).toEqual({ scenarios: shippedIndex, best: null });
    }
  });

  it.each([
    ['kination', 'kination', 'universes'],
    ['overdamped', 'overdamped', 'friction'],
    ['exclusive', 'xor', 'small-networks'],
    ['milne', 'milne', 'universes'],
    ['universes', 'matter', 'universes'],
    ['nesterov', 'nesterov', 'nesterov'],
    ['splash', 'torus-wave', 'torus-wave'],
  ])('%s: its best fit is %s, shown in %s', (query, choice, scenario) => {
    expect(best(query)).toBe(choice);
    expect(found(query)).toContain(scenario);
  });

  it('finds by sentences too, in the order of the list', () => {
    const ids = found('big bang');
    expect(ids).toContain('universes');
    expect(ids).toContain('big-bang');
    expect(best('big bang')).toBe('big-bang');
    const order = ids.map((id) => shippedIndex.findIndex((scenario) => scenario.id === id));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('finds by tags, the names of the parts that a file is made of', () => {
    const tagsOf = (id: string): readonly string[] => (id === 'heat-bath' ? ['Xylophone'] : []);
    expect(searchScenarios(shippedIndex, 'xylo', tagsOf).best?.id).toBe('heat-bath');
    expect(best('xylo')).toBeUndefined();
  });

  it('finds nothing by letters that are nowhere', () => {
    expect(searchScenarios(shippedIndex, 'qqq')).toEqual({ scenarios: [], best: null });
  });
});
