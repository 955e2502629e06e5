import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.csv': 'text/csv',
};

/** A static host that tests can stop, hold up, and give another version: serves `dist` under a path of its own. */
export class Host {
  /** Changes of what files say, by their names: another version. */
  readonly changed = new Map<string, (text: string) => string>();
  /** Files that are answered when this promise is kept. */
  heldUp: { readonly name: RegExp; readonly until: Promise<void> } | null = null;
  address = '';
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      void this.answer(request.url ?? '').then(
        ([type, body]) => response.writeHead(200, { 'content-type': type }).end(body),
        () => response.writeHead(404).end(),
      );
    });
  }

  static async start(): Promise<Host> {
    const host = new Host();
    await new Promise<void>((resolve) => host.server.listen(0, '127.0.0.1', resolve));
    host.address = `http://127.0.0.1:${(host.server.address() as AddressInfo).port}/course/lab/`;
    return host;
  }

  /** Ends it; its address stays what it was. */
  async stop(): Promise<void> {
    this.server.closeAllConnections();
    if (this.server.listening) await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(url: string): Promise<[string, Buffer | string]> {
    // Another page of the same host, which is not the lab's.
    if (url === '/course/article.html') return [types['.html'], '<!doctype html><title>Course</title>'];
    const [, path] = /^\/course\/lab\/([^?]*)/.exec(url) ?? [];
    if (path === undefined || path.includes('..')) throw new Error(`nothing at ${url}`);
    const name = path === '' ? 'index.html' : path;
    if (this.heldUp?.name.test(name) === true) await this.heldUp.until;
    const body = await readFile(join('dist', name));
    const change = this.changed.get(name);
    const type = types[extname(name)] ?? 'application/octet-stream';
    return [type, change === undefined ? body : change(body.toString())];
  }
}
