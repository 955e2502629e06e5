import { expect, it } from 'vitest';
import { makeVideo, stepsOf, type FrameSink } from '../../../src/ui/export/frames.ts';

const steps = { from: 10, to: 25, stride: 5, fps: 25 };

/** A sink that takes its time, and writes down what it is told. */
function slowSink(): { readonly sink: FrameSink; readonly log: string[] } {
  const log: string[] = [];
  const sink: FrameSink = {
    async add(canvas, at, length, step) {
      log.push(`begin ${(canvas as unknown as { step: number }).step} of ${step} at ${at} for ${length}`);
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
      log.push('taken');
    },
    finish() {
      log.push('finish');
      return Promise.resolve(new Blob(['video']));
    },
    cancel() {
      log.push('cancel');
      return Promise.resolve();
    },
  };
  return { sink, log };
}

const draw = (step: number): Promise<HTMLCanvasElement> => Promise.resolve({ step } as never);

it('video: steps 10 to 25 by 5 are four pictures; none where the end lies before the beginning', () => {
  expect(stepsOf(steps)).toEqual([10, 15, 20, 25]);
  expect(stepsOf({ ...steps, to: 24 })).toEqual([10, 15, 20]);
  expect(stepsOf({ ...steps, to: 9 })).toEqual([]);
});

it('video: a picture is pushed when the one before it was taken, at index/fps whatever the clock says', async () => {
  const { sink, log } = slowSink();
  const told: number[] = [];
  await makeVideo(steps, draw, sink, { tell: (done) => told.push(done), cancelled: () => false });
  expect(log).toEqual([
    'begin 10 of 10 at 0 for 0.04',
    'taken',
    'begin 15 of 15 at 0.04 for 0.04',
    'taken',
    'begin 20 of 20 at 0.08 for 0.04',
    'taken',
    'begin 25 of 25 at 0.12 for 0.04',
    'taken',
    'finish',
  ]);
  expect(told).toEqual([1, 2, 3, 4]);
});

it('video: given up, it takes no further picture and gives up what takes them', async () => {
  const { sink, log } = slowSink();
  let done = 0;
  const made = makeVideo(steps, draw, sink, { tell: (n) => (done = n), cancelled: () => done === 2 });
  await expect(made).rejects.toThrow('cancelled');
  expect(log.filter((line) => line === 'taken')).toHaveLength(2);
  expect(log.at(-1)).toBe('cancel');
});

it('video: a picture that cannot be drawn ends it with its reason', async () => {
  const { sink, log } = slowSink();
  const broken = (): Promise<never> => Promise.reject(new Error('no picture'));
  await expect(
    makeVideo(steps, broken, sink, { tell: () => undefined, cancelled: () => false }),
  ).rejects.toThrow('no picture');
  expect(log).toEqual(['cancel']);
});
