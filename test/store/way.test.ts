import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  flyOn,
  flyTo,
  onLanding,
  onLinked,
  onWay,
  setWay,
  tellLinked,
  wayGoal,
  wayNow,
} from '../../src/store/index.ts';
import { readWay } from '../../src/store/way.ts';

const motion = (unwanted: boolean): void => {
  vi.stubGlobal('window', { matchMedia: () => ({ matches: unwanted }) });
};

beforeEach(() => {
  motion(false);
  setWay(0);
});
afterEach(() => vi.unstubAllGlobals());

describe('the way from the network to the lattice', () => {
  it('a flight comes to its end exactly, however its drawings are spaced, and tells each', () => {
    const told: number[] = [];
    const end = onWay((way) => told.push(way));
    flyTo(1);
    expect(wayGoal()).toBe(1);
    let drawings = 0;
    while (flyOn(drawings % 2 === 0 ? 0.016 : 0.031)) drawings++;
    end();
    expect(wayNow()).toBe(1);
    expect(wayGoal()).toBe(null);
    expect(told.length).toBeGreaterThan(50);
    expect(told.every((way, i) => i === 0 || way >= told[i - 1])).toBe(true);
  });

  it('turned round on its way it goes back from where it is; a hand ends it', () => {
    flyTo(1);
    for (let i = 0; i < 20; i++) flyOn(0.05);
    const there = wayNow();
    flyTo(0);
    flyOn(0.05);
    expect(wayNow()).toBeLessThan(there);
    expect(there - wayNow()).toBeLessThan(0.02);
    setWay(0.7);
    expect(wayGoal()).toBe(null);
    expect(flyOn(1)).toBe(false);
    expect(wayNow()).toBe(0.7);
  });

  it('landing is told once, also where it is a jump, and a hand that comes to the end does not land', () => {
    const landed: number[] = [];
    const end = onLanding((at) => landed.push(at));
    setWay(1);
    expect(landed).toEqual([]);
    flyTo(0);
    while (flyOn(0.05)) expect(landed).toEqual([]);
    expect(landed).toEqual([0]);
    motion(true);
    flyTo(1);
    end();
    expect(landed).toEqual([0, 1]);
  });

  it('a drawing that comes late is no leap, and without motion it is there at once', () => {
    flyTo(1);
    flyOn(100);
    expect(wayNow()).toBeLessThan(0.02);
    motion(true);
    flyTo(1);
    expect([wayNow(), wayGoal()]).toEqual([1, null]);
  });

  it('out of a document: a number from 0 to 1, else 0', () => {
    expect([0.5, 0, 1, -0.1, 1.1, NaN, '0.5', null, undefined].map(readWay)).toEqual([
      0.5, 0, 1, 0, 0, 0, 0, 0, 0,
    ]);
  });

  it('the linked weight is told at once and when it is elsewhere, once each', () => {
    const told: (number | null)[] = [];
    const end = onLinked((part) => told.push(part));
    tellLinked(0.3);
    tellLinked(0.3);
    tellLinked(null);
    end();
    tellLinked(0.9);
    tellLinked(null);
    expect(told).toEqual([null, 0.3, null]);
  });
});
