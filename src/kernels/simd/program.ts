import type { Reals } from '../types.ts';
import { binary } from './binary.ts';

/** What the compiled kernels offer; addresses are bytes in the memory of an instance. */
export interface Program {
  plan(E2: number, c2: number, E1: number, c1: number, h: number, stiffness: number): void;
  closedSum(): number;
  openedSum(): number;
  flowPlan(mode: number, c: number, alpha: number, beta: number, share: number): void;
  flowProduct(): number;
  flowSquares(): number;
  flow64: FlowPass;
  flow32: FlowPass;
  ring64: RingPass;
  ring32: RingPass;
  torus64: TorusPass;
  torus32: TorusPass;
  energy64: Energy;
  energy32: Energy;
  readonly largest64: (x: number, n: number) => number;
  readonly largest32: (x: number, n: number) => number;
  ringShared64: SamplePass;
  ringShared32: SamplePass;
  ringPerceptron64: SamplePass;
  ringPerceptron32: SamplePass;
  torusShared(
    adds: number,
    w: number,
    x: number,
    y: number,
    rows: number,
    columns: number,
    p: number,
    q: number,
    out: number,
    errors: number,
  ): void;
  twoFieldCell(
    w: number,
    x: number,
    y: number,
    step: number,
    list: number,
    count: number,
    points: number,
    p: number,
    q: number,
    r: number,
    out: number,
  ): void;
  twoFieldSources(sums: number, step: number, points: number, q: number, r: number, rows: number): void;
  twoFieldQuadratic(
    w: number,
    rows: number,
    step: number,
    points: number,
    mass: number,
    slope: number,
    bend: number,
    scratch: number,
    out: number,
  ): void;
  fourField(
    w: number,
    x: number,
    y: number,
    points: number,
    reach: number,
    step: number,
    p: number,
    q: number,
    r: number,
    scratch: number,
    out: number,
  ): void;
  setStream(s01: number, s00: number, s11: number, s10: number, waits: number, spare: number): void;
  streamPart(n: number): number;
  push(w: number, v: number, g: number, n: number, c: number, h: number, floors: number): number;
  stir(w: number, v: number, n: number, E: number, spread: number, h: number): number;
  ringForce(w: number, K: number, J: number, f: number, n: number, stiffness: number, out: number): void;
  torusForce(
    w: number,
    K: number,
    J: number,
    f: number,
    rows: number,
    columns: number,
    stiffness: number,
    out: number,
  ): void;
  kick64: KickPass;
  kick32: KickPass;
  combine64: CombinePass;
  combine32: CombinePass;
  readonly floorSmall64: (x: number, n: number) => void;
  readonly floorSmall32: (x: number, n: number) => void;
  readonly sumOfSquares64: (x: number, n: number) => number;
  readonly sumOfSquares32: (x: number, n: number) => number;
  multiply(
    flat: number,
    rowStep: number,
    columnStep: number,
    rows: number,
    columns: number,
    scale: number,
    source: number,
    width: number,
    target: number,
  ): void;
  addOuter(
    delta: number,
    rows: number,
    value: number,
    columns: number,
    width: number,
    scale: number,
    out: number,
  ): void;
  addSums(row: number, rows: number, width: number, scale: number, out: number, step: number): void;
  fillRows(flat: number, rows: number, scale: number, width: number, target: number): void;
  product(a: number, b: number, count: number, out: number): void;
  doubleErrors(a: number, b: number, count: number, out: number): void;
  gather(source: number, count: number, width: number, target: number): void;
  fill(value: number, count: number, target: number): void;
  copy(from: number, count: number, to: number): void;
  accumulate(a: number, count: number, target: number): void;
  tanhRows(z: number, count: number, value: number, slope: number, bend: number): void;
  sigmoidRows(z: number, count: number, value: number, slope: number, bend: number): void;
  quadraticRows(
    z: number,
    count: number,
    p: number,
    q: number,
    r: number,
    value: number,
    slope: number,
  ): void;
  reluRows(z: number, count: number, value: number, slope: number): void;
  affineRows(z: number, count: number, p: number, q: number, value: number, slope: number): void;
  stencilSites(
    flat: number,
    fan: number,
    taps: number,
    biased: number,
    sites: number,
    source: number,
    width: number,
    target: number,
  ): void;
  stencilBack(
    flat: number,
    fan: number,
    taps: number,
    sites: number,
    source: number,
    width: number,
    target: number,
    tap: number,
  ): void;
  stencilShared(
    tap: number,
    step: number,
    taps: number,
    source: number,
    width: number,
    count: number,
    target: number,
  ): void;
  addStencilSlopes(
    delta: number,
    sites: number,
    length: number,
    source: number,
    width: number,
    taps: number,
    out: number,
    fan: number,
  ): void;
  pairSums(a: number, h: number, count: number, out: number): void;
  pairNeurons(
    a: number,
    h: number,
    count: number,
    p: number,
    q: number,
    r: number,
    value: number,
    slope: number,
  ): void;
  pairsBack(a: number, x: number, h: number, slope: number, d: number, count: number, out: number): void;
  /** Takes the loops of a tape in turn, with the addresses of weights and of what is added to (tape.ts). */
  play(tape: number, end: number, weights: number, out: number): void;
}
type FlowPass = (
  b: number,
  g: number,
  old: number,
  out: number,
  K: number,
  J: number,
  rows: number,
  columns: number,
) => void;
type RingPass = (w: number, v: number, K: number, J: number, f: number, n: number) => void;
type SamplePass = (
  adds: number,
  w: number,
  x: number,
  y: number,
  n: number,
  p: number,
  q: number,
  out: number,
) => void;
type KickPass = (w: number, v: number, g: number, n: number, whole: number) => void;
type CombinePass = (x: number, s: number, y: number, out: number, n: number) => void;
type Energy = (
  w: number,
  K: number,
  J: number,
  f: number,
  rows: number,
  columns: number,
  stiffness: number,
) => number;
type TorusPass = (
  w: number,
  v: number,
  K: number,
  J: number,
  f: number,
  pulls: number,
  top: number,
  rows: number,
  columns: number,
) => void;

/** What is used of the platform's WebAssembly: this folder knows neither a browser nor Node. */
interface Platform {
  readonly WebAssembly: {
    readonly Module: new (program: Uint8Array) => object;
    readonly Memory: new (pages: { readonly initial: number; readonly maximum: number }) => {
      readonly buffer: ArrayBuffer;
    };
    readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  };
}
const platform = globalThis as unknown as Platform;

/** Bytes of one page of memory. */
const PAGE = 65_536;
/** The program's own data lie below: the constants of its formulas. */
const BASE = 4096;

let module: object | null | undefined;

/** The compiled program; null where there is none, or no WebAssembly with SIMD. */
function compiled(): object | null {
  if (module !== undefined) return module;
  module = null;
  try {
    if (binary !== '') {
      const program = Uint8Array.from(binary.match(/../g) ?? [], (byte) => parseInt(byte, 16));
      module = new platform.WebAssembly.Module(program);
    }
  } catch {
    // An engine without SIMD refuses the program: the plain twin runs.
  }
  return module;
}

/** Whether the compiled kernels can run here. */
export function hasProgram(): boolean {
  return compiled() !== null;
}

/** The program of every memory. */
const programs = new WeakMap<ArrayBufferLike, Program>();

/** The program in whose memory an array lies; null where it lies elsewhere. */
export function programOf(array: Reals): Program | null {
  return programs.get(array.buffer) ?? null;
}

/** The program with a memory of its own, handed out piece by piece. Views stay good: it never grows. */
export class Arena {
  readonly program: Program;
  readonly memory: { readonly buffer: ArrayBuffer };
  private at = BASE;

  /** @throws RangeError where there is not so much memory; Error without a program */
  constructor(bytes: number) {
    const program = compiled();
    if (program === null) throw new Error('no compiled kernels');
    const pages = Math.ceil((BASE + bytes) / PAGE);
    this.memory = new platform.WebAssembly.Memory({ initial: pages, maximum: pages });
    const { exports } = new platform.WebAssembly.Instance(program, { env: { memory: this.memory } });
    this.program = exports as Program;
    programs.set(this.memory.buffer, this.program);
  }

  /** Address of so many bytes, or −1 where they do not fit. */
  take(bytes: number): number {
    const address = this.at;
    const end = address + padded(bytes);
    if (end > this.memory.buffer.byteLength) return -1;
    this.at = end;
    return address;
  }
}

/** Bytes that a piece takes: whole lines of the cache, and room to read one vector past its end. */
export function padded(bytes: number): number {
  return Math.ceil((bytes + 16) / 64) * 64;
}
