import { afterEach, describe, expect, it, vi } from 'vitest';
import { readStyle } from '../../../src/views/charts/style.ts';

/** As much of a page as charts read: its tokens, and what is lit. */
const page = { dataset: {} as { lit?: string } } as unknown as HTMLElement;
const tokens: Readonly<Record<string, string>> = {
  ground: '#000000',
  text: '#ffffff',
  J: '#64c864',
  K: '#c864ff',
  second: '#ffaa00',
};

afterEach(() => vi.unstubAllGlobals());

describe('a term of an equation that is lit', () => {
  it('in charts its quantity keeps its colour, every other keeps 30 % of it, words and axes all; without one all do', () => {
    vi.stubGlobal('document', { documentElement: page });
    vi.stubGlobal('getComputedStyle', () => ({
      getPropertyValue: (name: string) => tokens[name.slice(2)] ?? '',
    }));
    const inks = (): string[] => {
      const { J, K, second, text } = readStyle(page).ink;
      return [J, K, second, text];
    };
    const all = ['#64c864', '#c864ff', '#ffaa00', '#ffffff'];
    expect(inks()).toEqual(all);
    page.dataset.lit = 'J';
    expect(inks()).toEqual(['#64c864', 'rgb(60,30,77)', 'rgb(77,51,0)', '#ffffff']);
    // Friction has no colour: its control is framed, and nothing steps back.
    page.dataset.lit = 'friction';
    expect(inks()).toEqual(all);
  });
});
