import { describe, expect, it } from 'vitest';
import { fillRamp, readHex } from '../../../src/views/scene/palette.ts';

describe('palette', () => {
  it('reads #rrggbb and #rgb as they are written, and leaves the colour alone where it cannot', () => {
    const color = { r: 0, g: 0, b: 0 };
    readHex(' #ffbb3f', color);
    expect([color.r, color.g, color.b].map((v) => Math.round(255 * v))).toEqual([255, 187, 63]);
    readHex('#f00', color);
    expect(color).toEqual({ r: 1, g: 0, b: 0 });
    readHex('none', color);
    expect(color).toEqual({ r: 1, g: 0, b: 0 });
  });

  it('ramp: 256 entries through all stops, to one step of 255', () => {
    const stops = Array.from({ length: 9 }, (_, i) => ({ r: i / 8, g: 1 - i / 8, b: (i % 3) / 2 }));
    const ramp = new Uint8Array(4 * 256);
    fillRamp(stops, ramp);
    expect([...ramp.subarray(0, 4)]).toEqual([0, 255, 0, 255]);
    expect([...ramp.subarray(1020)]).toEqual([255, 0, 255, 255]);
    for (let i = 0; i < 256; i++) expect(Math.abs(ramp[4 * i] - i)).toBeLessThanOrEqual(1);
  });
});
