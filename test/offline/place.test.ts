import { expect, test } from 'vitest';
import { unkept } from '../../src/offline/place.ts';

const host = { single: false, isSecureContext: true, workers: true, kept: false, sparing: false };

test('a page of a secure host is kept by itself; a file, a plain address and an old browser say why not', () => {
  expect(unkept(host)).toBeNull();
  expect(unkept({ ...host, single: true })).toBe('file');
  expect(unkept({ ...host, single: true, isSecureContext: false, workers: false })).toBe('file');
  expect(unkept({ ...host, isSecureContext: false, workers: false })).toBe('insecure');
  expect(unkept({ ...host, workers: false })).toBe('unsupported');
});

test('who wants few data is asked first, and what an earlier visit had kept stays kept', () => {
  expect(unkept({ ...host, sparing: true })).toBe('asked');
  expect(unkept({ ...host, sparing: true, kept: true })).toBeNull();
});
