import { describe, expect, it } from 'vitest';
import { english } from '../messages/english.ts';
import { allCommands, commandForKey } from '../../src/ui/commands.ts';
import { fileName } from '../../src/ui/files/save.ts';
import { initialGround } from '../../src/ui/ground.ts';
import { layoutMode } from '../../src/ui/layoutMode.ts';

describe('commands', () => {
  it('keys: each calls one command', () => {
    const keys = allCommands().flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const command of allCommands()) {
      for (const key of command.keys) expect(commandForKey(key)?.id).toBe(command.id);
    }
  });
  it('names: the transport says exactly Play, Step, Reset and New seed', () => {
    const name = (id: string): string | undefined => {
      const command = allCommands().find((one) => one.id === id);
      return command && english[command.label()];
    };
    expect([name('play'), name('step'), name('reset'), name('new-seed')]).toEqual([
      'Play',
      'Step',
      'Reset',
      'New seed',
    ]);
  });
  it('keys in an article: of pictures and transport alone those that the docs name; printing is the article’s', () => {
    const keysOf = (where: 'always' | 'never'): readonly string[] =>
      allCommands().flatMap(({ keys, inArticle }) => (inArticle === where ? keys : []));
    expect(keysOf('always')).toEqual([' ', '.', ',', 'l', 'r', 'mod+z', 'mod+shift+z', 'mod+y', 'm', 'u']);
    expect(keysOf('never')).toEqual(['mod+p']);
  });

  it('keys: capital letters count as well, others call nothing', () => {
    expect(commandForKey('R')?.id).toBe('reset');
    expect(commandForKey('z')).toBeNull();
  });
});

describe('the frame', () => {
  it.each([
    [1600, 'wide'],
    [1440, 'wide'],
    [1439, 'medium'],
    [1100, 'medium'],
    [1099, 'narrow'],
    [800, 'narrow'],
    [799, 'stacked'],
    [600, 'stacked'],
    [599, 'phone'],
    [360, 'phone'],
  ])('width %d is %s', (width, mode) => {
    expect(layoutMode(width)).toBe(mode);
  });
  it('ground: what was chosen wins, else the system decides', () => {
    expect(initialGround('projector', false)).toBe('projector');
    expect(initialGround('system', true)).toBe('paper');
    expect(initialGround('system', false)).toBe('stage');
  });
});

describe('files', () => {
  it('names: titles of any script become file names', () => {
    expect(fileName('Two samples make a uniform ring!')).toBe('two-samples-make-a-uniform-ring.json');
    expect(fileName('고리 위의 파동')).toBe('고리-위의-파동.json');
    expect(fileName('../../etc')).toBe('etc.json');
    expect(fileName('…')).toBe('scenario.json');
  });
});
