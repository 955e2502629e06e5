import { expect, it } from 'vitest';
import { createLab } from '../../src/store/index.ts';

it('watches: what the screen watches goes on while copies of views come, change it and go', () => {
  const { useLab, connectEngine } = createLab();
  const told: string[] = [];
  connectEngine({
    subscribe: (name: string, { id }: { readonly id: string }) => told.push(`${name}: ${id}`),
    unsubscribe: (name: string) => told.push(`${name} ends`),
    listen: () => () => undefined,
    speed: () => undefined,
    stopWhen: () => undefined,
    pause: () => undefined,
  } as never);
  const { watch, holdWatches } = useLab.getState();
  const question = { id: 'noise', query: {} } as const;
  watch('chart', question);
  useLab.setState({ seen: { chart: { id: 'noise' } } as never });
  const copies = holdWatches();
  watch('chart', { id: 'modes', query: {} });
  watch('other', { id: 'ntk', query: {} });
  expect(copies.answered()).toBe(false);
  watch('chart', null);
  watch('other', null);
  expect(useLab.getState().seen).toHaveProperty('chart');
  expect(copies.answered()).toBe(true);
  copies.end();
  expect(told).toEqual(['chart: noise', 'chart: modes', 'other: ntk', 'other ends', 'chart: noise']);
  watch('chart', null);
  expect(told.at(-1)).toBe('chart ends');
});
