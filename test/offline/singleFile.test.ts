import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { joined } from '../../src/offline/build/singleFile.ts';
import { textsBeside } from '../../src/offline/build/texts.ts';

const page = `<!doctype html><html><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'self'" />
<title>Lab</title><link rel="manifest" href="./manifest.webmanifest" />
<script type="module" crossorigin src="./assets/index.js"></script>
<link rel="stylesheet" href="./assets/index.css"></head><body><div id="app"></div></body></html>`;
const parts = { page, script: 'run()', style: 'body{}', icon: '<svg/>', files: {} };

describe('the single file', () => {
  it('holds its script, style and texts, asks for nothing, and its policy names its script by hash', () => {
    const html = joined(parts);
    expect(html).toContain('<script type="module">run()</script>');
    expect(html).toContain('<style>body{}</style>');
    expect(html).not.toMatch(/(?:src|href)="\.\//);
    expect(html.match(/Content-Security-Policy/g)).toHaveLength(1);
    const hash = createHash('sha256').update('run()').digest('base64');
    expect(html).toContain(`script-src 'sha256-${hash}' 'wasm-unsafe-eval'`);
  });

  it('is ended by nothing that stands in its script or its texts, and replaces no pattern in them', () => {
    const script = 'const a = "</script><!--", b = "$&$1";';
    const files = { './a.json': '{"text": "</script><script>alert(1)</script>"}' };
    const html = joined({ ...parts, script, files });
    expect(html).toContain('const a = "<\\/script>\\x3C!--", b = "$&$1";');
    expect(html.match(/<\/script>/g)).toHaveLength(2);
    const [, json = ''] = /id="lab-files">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(json)).toEqual(files);
  });

  it('keeps fonts of the newest kind alone', () => {
    const style =
      '@font-face{src:url(data:font/woff2;base64,AA) format("woff2"),url(./a.woff) format("woff"),url(./a.ttf) format("truetype")}';
    expect(joined({ ...parts, style })).toContain(
      '<style>@font-face{src:url(data:font/woff2;base64,AA) format("woff2")}</style>',
    );
  });

  it('is refused where something would still be asked for', () => {
    const asking = page.replace('<div id="app">', '<img src="./picture.png"><div id="app">');
    expect(() => joined({ ...parts, page: asking })).toThrow('<img src="./picture.png"');
  });
});

it('texts beside the page: every scenario and lesson of the lists is among them', () => {
  const texts = textsBeside('public/');
  for (const folder of ['scenarios', 'lessons']) {
    const list = readFileSync(`public/${folder}/index.json`, 'utf8');
    for (const [, id] of list.matchAll(/"id": "([^"]+)"/g)) {
      const scenario = JSON.parse(list) as { id: string; presets?: { id: string }[] }[];
      // What has presets is a name for the first of them.
      if (scenario.some((one) => one.id === id && (one.presets?.length ?? 0) > 0)) continue;
      expect(Object.keys(texts)).toContain(`./${folder}/${id}.json`);
    }
  }
});
