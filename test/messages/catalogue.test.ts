import { describe, expect, it } from 'vitest';
import { english } from './english.ts';
import { viewMessages } from '../../src/messages/views.en.ts';
import { declared, text } from '../../src/messages/index.ts';

describe('catalogue', () => {
  it('ids: the pictures and the interface share none, so that neither hides the other', () => {
    const own = Object.keys(english).filter((id) => !(id in viewMessages));
    expect(own.length + Object.keys(viewMessages).length).toBe(Object.keys(english).length);
  });
  it('texts: symbols are marked by pairs of asterisks', () => {
    for (const [id, message] of Object.entries(english)) {
      expect((message.match(/\*/g)?.length ?? 0) % 2, id).toBe(0);
    }
  });
  it('values: named ones are filled in, counts choose their form', () => {
    expect(text('speed.times', { rate: '0.5' })).toBe('0.5× speed');
    expect(text('control.numbers', { count: 1 })).toBe('1 number');
    expect(text('control.numbers', { count: 32 })).toBe('32 numbers');
  });
  it('declared: a declaration brings its own English', () => {
    expect(declared('parameter.expansion.de-sitter.gamma.label', 'friction')).toBe('friction');
  });
});
