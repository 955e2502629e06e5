import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Presence } from '../../../src/app/embed/presence.ts';
import { useLab } from '../../../src/store/index.ts';
import { StoreLab } from '../../store/lab.ts';

let lab: StoreLab;
let presence: Presence;
beforeEach(() => {
  lab = new StoreLab();
  presence = new Presence(useLab);
});
afterEach(() => lab.close());

/** Lets the worker take some slices of a run that plays. */
function some(): void {
  for (let n = 0; n < 12; n++) lab.deliver();
}

describe('an embed that is out of sight', () => {
  it('rests, and plays on when it is seen again', () => {
    presence.play();
    some();
    expect(lab.state.playing).toBe(true);
    presence.see(false);
    lab.settle();
    expect(lab.state.playing).toBe(false);
    expect(presence.plays).toBe(true);
    const { at } = lab;
    lab.settle();
    expect(lab.at).toBe(at);
    presence.see(true);
    some();
    expect(lab.state.playing).toBe(true);
    lab.state.pause();
    lab.settle();
  });

  it('a run that rested rests when it is seen', () => {
    presence.see(false);
    presence.see(true);
    lab.settle();
    expect(lab.state.playing).toBe(false);
    expect(lab.at).toBe(0);
  });

  it('a play that is asked for meanwhile waits, and a pause forgets it', () => {
    presence.see(false);
    presence.play();
    // Nothing is told to the engine: not even a step is taken.
    expect(lab.state.settled).toBe(true);
    lab.settle();
    expect([lab.state.playing, lab.at, presence.plays]).toEqual([false, 0, true]);
    presence.pause();
    presence.see(true);
    lab.settle();
    expect([lab.state.playing, lab.at, presence.plays]).toEqual([false, 0, false]);
  });

  it('a scenario that begins to play out of sight waits', () => {
    presence.see(false);
    lab.state.play();
    lab.settle();
    expect(lab.state.playing).toBe(false);
    presence.see(true);
    some();
    expect(lab.state.playing).toBe(true);
    lab.state.pause();
    lab.settle();
  });

  it('another run that is opened meanwhile does not play for the old one', () => {
    presence.play();
    some();
    presence.see(false);
    lab.settle();
    const { document } = lab.state;
    if (document === null) throw new Error('no document');
    lab.state.openDocument(document);
    lab.settle();
    presence.see(true);
    lab.settle();
    expect([lab.state.playing, lab.at]).toEqual([false, 0]);
  });
});
