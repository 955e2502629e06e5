import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPlot, type Shape } from '../../../src/views/charts/shapes.ts';

/** As much of an element as drawings touch; what is done to it is written down. */
const done: string[] = [];
class Node {
  readonly tag: string;
  readonly kept: Node[] = [];
  readonly attributes = new Map<string, string>();
  parent: Node | null = null;
  words = '';
  constructor(tag: string) {
    this.tag = tag;
  }
  readonly children = {
    item: (at: number): Node | null => this.kept[at] ?? null,
    length: 0,
  };
  get lastElementChild(): Node | null {
    return this.kept.at(-1) ?? null;
  }
  private counted(): void {
    this.children.length = this.kept.length;
  }
  setAttribute(name: string, value: string): void {
    done.push(`${this.tag} ${name}=${value}`);
    this.attributes.set(name, value);
  }
  removeAttribute(name: string): void {
    done.push(`${this.tag} -${name}`);
    this.attributes.delete(name);
  }
  append(node: Node): void {
    done.push(`+${node.tag}`);
    node.parent = this;
    this.kept.push(node);
    this.counted();
  }
  replaceWith(node: Node): void {
    const { parent } = this;
    if (parent === null) throw new Error('stands nowhere');
    done.push(`${this.tag} → ${node.tag}`);
    parent.kept[parent.kept.indexOf(this)] = node;
    node.parent = parent;
  }
  remove(): void {
    done.push(`-${this.tag}`);
    this.parent?.kept.splice(this.parent.kept.indexOf(this), 1);
    this.parent?.counted();
  }
  replaceChildren(): void {
    done.push('emptied');
    this.kept.length = 0;
    this.counted();
  }
  set textContent(words: string) {
    done.push(`${this.tag} “${words}”`);
    this.words = words;
    this.kept.length = 0;
    this.counted();
  }
  written(): string {
    const attributes = [...this.attributes].map(([name, value]) => ` ${name}=${value}`).sort();
    return `<${this.tag}${attributes.join('')}>${this.words}${this.kept.map((one) => one.written()).join('')}`;
  }
}

beforeAll(() => {
  vi.stubGlobal('document', { createElementNS: (_: string, tag: string) => new Node(tag) });
});
afterAll(() => vi.unstubAllGlobals());

const text = (x: number, inside: string): Shape => ({ tag: 'text', attributes: { x }, inside });
const path = (d: string, more: object = {}): Shape => ({ tag: 'path', attributes: { d, ...more } });
const panel = (...inside: Shape[]): Shape => ({ tag: 'svg', attributes: { width: 5 }, inside });

describe('shapes on the page', () => {
  let host: Node;
  let draw: (...shapes: Shape[]) => void;
  beforeEach(() => {
    host = new Node('div');
    const plot = createPlot(host as unknown as Element);
    draw = (...shapes) => plot.draw(shapes, { width: 10, height: 5 }, { font: 'f', size: 12 });
  });
  /** The same, drawn into an empty element. */
  const anew = (...shapes: Shape[]): string => {
    const fresh = new Node('div');
    const plot = createPlot(fresh as unknown as Element);
    plot.draw(shapes, { width: 10, height: 5 }, { font: 'f', size: 12 });
    return fresh.written();
  };

  it('a drawing like the last one touches nothing; one other number writes one attribute', () => {
    draw(text(1, 'a'), panel(path('M0'), path('M1')));
    done.length = 0;
    draw(text(1, 'a'), panel(path('M0'), path('M1')));
    expect(done).toEqual([]);
    draw(text(1, 'a'), panel(path('M0'), path('M2')));
    expect(done).toEqual(['path d=M2']);
    done.length = 0;
    draw(text(1, 'b'), panel(path('M0'), path('M2')));
    expect(done).toEqual(['text “b”']);
  });

  it('whatever was drawn before, the page shows what a first drawing of it would', () => {
    const drawings: Shape[][] = [
      [],
      [text(1, 'a'), path('M0', { opacity: 1 }), panel(path('M0'))],
      [path('M0'), text(1, 'a'), panel(path('M0'), path('M1'), text(2, 'b'))],
      [panel(), text(3, 'c')],
      [panel(path('M5', { fill: 'red' })), text(3, '')],
      [text(3, ''), path('M9')],
    ];
    for (const before of drawings) {
      for (const after of drawings) {
        draw(...before);
        draw(...after);
        expect(host.written()).toBe(anew(...after));
      }
    }
  });
});
