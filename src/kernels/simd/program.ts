import { binary } from './binary.ts';

/** What the compiled kernels offer; addresses are bytes in the memory of an instance. */
export interface Program {
  plan(E2: number, c2: number, E1: number, c1: number, h: number, stiffness: number): void;
  closedSum(): number;
  openedSum(): number;
  ring64: RingPass;
  ring32: RingPass;
  torus64: TorusPass;
  torus32: TorusPass;
}
type RingPass = (w: number, v: number, K: number, J: number, f: number, n: number) => void;
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
  atob(text: string): string;
}
const platform = globalThis as unknown as Platform;

/** Bytes of one page of memory. */
const PAGE = 65_536;
/** The program's own data lie below: it has none yet. */
const BASE = 1024;

let module: object | null | undefined;

/** The compiled program; null where there is none, or no WebAssembly with SIMD. */
function compiled(): object | null {
  if (module !== undefined) return module;
  module = null;
  try {
    if (binary !== '') {
      const program = Uint8Array.from(platform.atob(binary), (sign) => sign.charCodeAt(0));
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
