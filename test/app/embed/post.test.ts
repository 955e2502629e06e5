import { describe, expect, it } from 'vitest';
import { Post, type Holder } from '../../../src/app/embed/post.ts';

const A = 'https://a.example';
const B = 'https://b.example';

class Page implements Holder {
  readonly heard: (readonly [unknown, string])[] = [];
  postMessage(message: unknown, targetOrigin: string): void {
    this.heard.push([message, targetOrigin]);
  }
  get targets(): readonly string[] {
    return this.heard.map(([, target]) => target);
  }
}

describe('post of an embed', () => {
  it('hears the page that holds the frame, and nobody else', () => {
    const page = new Page();
    const post = new Post(page, null);
    expect(post.hears({ data: 1, origin: A, source: page })).toBe(true);
    expect(post.hears({ data: 1, origin: A, source: new Page() })).toBe(false);
    expect(post.hears({ data: 1, origin: A, source: null })).toBe(false);
  });

  it('answers the origin that asked; before that, what it says of itself is for whoever holds it', () => {
    const page = new Page();
    const post = new Post(page, null);
    post.send('ready');
    post.hears({ data: 1, origin: A, source: page });
    post.send('answer');
    expect(page.targets).toEqual(['*', A]);
  });

  it('a page that is not declared is not heard, and nothing is sent to it', () => {
    const page = new Page();
    const post = new Post(page, [A, B]);
    expect(post.hears({ data: 1, origin: 'https://c.example', source: page })).toBe(false);
    expect(post.hears({ data: 1, origin: 'null', source: page })).toBe(false);
    post.send('ready');
    expect(page.targets).toEqual([A, B]);
    expect(post.hears({ data: 1, origin: B, source: page })).toBe(true);
    post.send('answer');
    expect(page.targets).toEqual([A, B, B]);
  });

  it('a page without an origin is spoken to by *, where it is let in', () => {
    const page = new Page();
    const post = new Post(page, ['null']);
    expect(post.hears({ data: 1, origin: A, source: page })).toBe(false);
    expect(post.hears({ data: 1, origin: 'null', source: page })).toBe(true);
    post.send('answer');
    expect(page.targets).toEqual(['*']);
  });

  it('declared and unreadable is nobody', () => {
    const page = new Page();
    const post = new Post(page, []);
    expect(post.hears({ data: 1, origin: A, source: page })).toBe(false);
    post.send('ready');
    expect(page.heard).toEqual([]);
  });
});
