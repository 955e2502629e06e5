import type { Program } from './program.ts';

/** The loops that a tape may hold, by their numbers in assembly/tape.ts. */
const tapedLoops = [
  'multiply',
  'addOuter',
  'addSums',
  'fillRows',
  'product',
  'doubleErrors',
  'fill',
  'copy',
  'accumulate',
  'tanhRows',
  'sigmoidRows',
  'quadraticRows',
  'reluRows',
  'affineRows',
  'stencilSites',
  'stencilBack',
  'stencilShared',
  'addStencilSlopes',
  'pairSums',
  'pairNeurons',
  'pairsBack',
  'gather',
] as const satisfies readonly (keyof Program)[];

export type TapedProgram = Pick<Program, (typeof tapedLoops)[number]>;

/** Bytes of a place: a whole number, its origin, a real number. */
const PLACE = 16;
/** Beyond every address: what is counted from the weights of a call, and from what it adds to. */
export const FROM_WEIGHTS = 0x100_0000_0000;
export const FROM_OUT = 0x200_0000_0000;

/** Loops that are noted down instead of run. */
export interface Recorder {
  readonly program: TapedProgram;
  /** Forgets what was noted. */
  clear(): void;
  /** Writes what was noted to a piece of memory. @returns bytes that it took; 0 where it is too long */
  write(buffer: ArrayBuffer, at: number, room: number): number;
}

export function createRecorder(): Recorder {
  const noted: number[][] = [];
  const program = Object.fromEntries(
    tapedLoops.map((name, n) => [name, (...args: number[]) => void noted.push([n, ...args])]),
  ) as unknown as TapedProgram;
  return {
    program,
    clear() {
      noted.length = 0;
    },
    write(buffer, at, room) {
      const places = noted.flatMap(([loop, ...args]) => [
        [loop, PLACE * (1 + args.length), 0],
        ...args.map(placeOf),
      ]);
      const bytes = PLACE * places.length;
      if (bytes > room) return 0;
      const view = new DataView(buffer, at, bytes);
      places.forEach(([whole, origin, real], n) => {
        view.setInt32(PLACE * n, whole, true);
        view.setInt32(PLACE * n + 4, origin, true);
        view.setFloat64(PLACE * n + 8, real, true);
      });
      return bytes;
    },
  };
}

/** An argument both as a whole number with its origin and as a real one: the loop knows which it is. */
function placeOf(arg: number): [number, number, number] {
  if (arg >= FROM_OUT) return [arg - FROM_OUT, 8, arg];
  if (arg >= FROM_WEIGHTS) return [arg - FROM_WEIGHTS, 4, arg];
  return [arg, 0, arg];
}
