import { describe, expect, it } from 'vitest';
import type { Target } from '../../../src/views/scene/target.ts';
import { inspectedOf, keptPin, pinOf } from '../../../src/views/scene/pins.ts';

const source: Target = { kind: 'source', index: 5 };
const bond: Target = { kind: 'coupling', index: 9 };

describe('pins', () => {
  it('a pinned J rests while another weight is linked, and is back when that is left', () => {
    const pin = pinOf(source, 5);
    expect(inspectedOf(null, pin, null)).toBe(source);
    expect(inspectedOf(null, pin, 5)).toBe(source);
    expect(inspectedOf(null, pin, 7)).toBeNull();
    expect(inspectedOf(bond, pin, 7)).toBe(bond);
    expect(keptPin(pin, 5)).toBe(pin);
  });

  it('a pinned J is let go when another weight is chosen, or none', () => {
    // A click on a source chooses its weight after the pin is set.
    const pin = pinOf(source, 2);
    expect(keptPin(pin, 5)).toBe(pin);
    expect(keptPin(pin, 7)).toBeNull();
    expect(keptPin(pin, null)).toBeNull();
  });

  it('a pinned K stays beside the weight that was chosen, or none, and goes with it', () => {
    expect(keptPin(pinOf(bond, 3), 3)?.target).toBe(bond);
    expect(keptPin(pinOf(bond, 3), 4)).toBeNull();
    expect(keptPin(pinOf(bond, null), null)?.target).toBe(bond);
    expect(keptPin(pinOf(bond, null), 4)).toBeNull();
    expect(inspectedOf(null, pinOf(bond, null), 4)).toBeNull();
  });
});
