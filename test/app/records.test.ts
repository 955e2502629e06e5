import { describe, expect, it } from 'vitest';
import {
  MOST_CHARACTERS,
  newestRun,
  readRun,
  writeRun,
  writeStand,
  type KeptRun,
  type Storage,
} from '../../src/app/keep/records.ts';

/** A storage with so many characters of room. */
class Room implements Storage {
  readonly held = new Map<string, string>();
  private readonly room: number;
  constructor(room = Infinity) {
    this.room = room;
  }
  get length(): number {
    return this.held.size;
  }
  key = (n: number): string | null => [...this.held.keys()][n] ?? null;
  getItem = (key: string): string | null => this.held.get(key) ?? null;
  removeItem = (key: string): void => void this.held.delete(key);
  setItem = (key: string, value: string): void => {
    const others = [...this.held].filter(([other]) => other !== key);
    const used = others.reduce((sum, [, text]) => sum + text.length, 0);
    if (used + value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.held.set(key, value);
  };
}

const run = (id: string, at: number, text = 'a run'): KeptRun => ({
  id,
  at,
  text,
  changes: '',
  step: 514,
  left: true,
  title: 'A bump',
  shippedId: 'ring-wave',
});

describe('kept runs: records in the browser', () => {
  it('come back as they were written', () => {
    const room = new Room();
    expect(writeRun(room, run('a', 1))).toBe(true);
    expect(readRun(room, 'a')).toEqual(run('a', 1));
    writeStand(room, 'a', { step: 520, at: 2, left: false });
    expect(readRun(room, 'a')).toEqual({ ...run('a', 2), step: 520, left: false });
  });

  it('do not overwrite each other, and the newest is found', () => {
    const room = new Room();
    writeRun(room, run('a', 5, 'one'));
    writeRun(room, run('b', 3, 'other'));
    expect(readRun(room, 'a')?.text).toBe('one');
    expect(newestRun(room)?.id).toBe('a');
  });

  it('are eight at most: the oldest gives way', () => {
    const room = new Room();
    for (let n = 0; n < 12; n++) writeRun(room, run(`r${n}`, n));
    expect(Array.from({ length: 12 }, (_, n) => readRun(room, `r${n}`) !== null)).toEqual([
      ...Array<boolean>(4).fill(false),
      ...Array<boolean>(8).fill(true),
    ]);
  });

  it('make room where the storage is full, the oldest first, and say so where there is none', () => {
    const room = new Room(1000);
    expect(writeRun(room, run('old', 1, 'x'.repeat(300)))).toBe(true);
    expect(writeRun(room, run('mid', 2, 'x'.repeat(300)))).toBe(true);
    expect(writeRun(room, run('new', 3, 'x'.repeat(300)))).toBe(true);
    expect(readRun(room, 'old')).toBeNull();
    expect(readRun(room, 'mid')).not.toBeNull();
    expect(writeRun(room, run('big', 4, 'x'.repeat(2000)))).toBe(false);
    expect(readRun(room, 'big')).toBeNull();
  });

  it('longer than the cap are not kept, nor is an older state of theirs', () => {
    const room = new Room();
    writeRun(room, run('a', 1));
    expect(writeRun(room, run('a', 2, 'x'.repeat(MOST_CHARACTERS + 1)))).toBe(false);
    expect(readRun(room, 'a')).toBeNull();
  });

  it.each(['', 'null', '[]', '{"step":-1,"at":1}', '{"step":1e99,"at":1}', '{', '7'])(
    'a stand of %s is none',
    (stand) => {
      const room = new Room();
      writeRun(room, run('a', 1));
      room.setItem([...room.held.keys()].find((key) => key.includes('.stand.')) ?? '', stand);
      expect(readRun(room, 'a')).toBeNull();
    },
  );
});
