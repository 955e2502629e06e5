import { afterEach, describe, expect, it } from 'vitest';
import {
  AT_HOME,
  askedView,
  askView,
  moveView,
  onViewMove,
  viewOffset,
} from '../../../src/views/scene/sharedView.ts';

const camera = { preset: 'above', yaw: 0.5, pitch: -0.2, dolly: 1.4, target: [0.1, 0, 0] };

afterEach(() => {
  askView(undefined);
  moveView(Symbol('test'), AT_HOME);
});

describe('camera of a document', () => {
  it('takes the pictures there, and those that come after', () => {
    const seen: unknown[] = [];
    const stop = onViewMove(Symbol('pane'), (offset) => seen.push(offset));
    askView(camera);
    stop();
    expect(seen).toEqual([camera]);
    expect(viewOffset()).toEqual(camera);
    expect(askedView()).toEqual(camera);
  });

  it('without one new pictures are seen from home, and the present ones stay', () => {
    askView(camera);
    askView(undefined);
    expect(askedView()).toBe(AT_HOME);
    expect(viewOffset()).toEqual(camera);
  });

  it.each([
    null,
    7,
    [1],
    { ...camera, preset: 'below' },
    { ...camera, yaw: Number.NaN },
    { ...camera, pitch: '1' },
    { ...camera, dolly: 0 },
    { ...camera, dolly: 1e9 },
    { ...camera, target: [0, 0] },
    { ...camera, target: [0, 0, 1e30] },
  ])('%o is none', (value) => {
    askView(value);
    expect(viewOffset()).toBe(AT_HOME);
    expect(askedView()).toBe(AT_HOME);
  });
});
