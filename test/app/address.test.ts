import { describe, expect, it } from 'vitest';
import { addressOf, mendedAddress } from '../../src/app/keep/address.ts';

describe('address: it names the scenario that is shown', () => {
  it.each([
    ['https://x.org/lab/?quality=test', 'xor', 'https://x.org/lab/?quality=test&scenario=xor'],
    ['https://x.org/lab/?scenario=ring-wave', 'xor', 'https://x.org/lab/?scenario=xor'],
    ['https://x.org/lab/?scenario=ring-wave', null, 'https://x.org/lab/'],
    ['https://x.org/lab/', null, 'https://x.org/lab/'],
  ])('%s with %s is %s', (href, id, expected) => {
    expect(addressOf(href, id)).toBe(expected);
  });
});

describe('a link whose # was written as a letter', () => {
  it.each([
    ['https://x.org/lab/?scenario=xor%23v1.AbC-_z', 'https://x.org/lab/?scenario=xor#v1.AbC-_z'],
    ['https://x.org/lab/%23v1.AbCz', 'https://x.org/lab/#v1.AbCz'],
    ['https://x.org/lab/?a=1%252523v1.AbCz&utm=7', 'https://x.org/lab/?a=1#v1.AbCz&utm=7'],
    ['https://x.org/lab/?a=%23v1%2EAbCz', 'https://x.org/lab/?a=#v1%2EAbCz'],
  ])('%s is %s', (href, expected) => {
    expect(mendedAddress(href)).toBe(expected);
  });

  it.each([
    'https://x.org/lab/',
    'https://x.org/lab/#v1.AbCz',
    'https://x.org/lab/?a=%23v1.AbCz#v1.DeFz',
    'https://x.org/lab/?a=%23v1',
    'https://x.org/lab/?a=v1.AbCz%23',
  ])('%s is left as it is', (href) => {
    expect(mendedAddress(href)).toBeNull();
  });
});
