import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { textsBeside } from './texts.ts';

/** The one file that `npm run build:single` makes. */
export const SINGLE = 'synaptic-field-lab.html';

/** Text for the inside of a script of HTML: nothing in it ends that script or opens another. */
export const insideScript = (code: string): string =>
  code.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '\\x3C!--');

/** JSON for the inside of a script of HTML. */
export const insideJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** Fonts for browsers that know no woff2: every browser that runs the lab does. */
const oldFonts = /,\s*url\([^)]*\)\s*format\(["']?(?:woff|truetype)["']?\)/g;

const hashOf = (code: string): string => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

/** What a page may do that has everything in itself: run its one script, and workers made of its own texts. */
const policyOf = (script: string): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
    'worker-src blob:',
    'img-src data: blob:',
    'media-src blob:',
    'font-src data:',
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
  ].join('; ');

interface Parts {
  readonly page: string;
  readonly script: string;
  readonly style: string;
  readonly icon: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Puts a built page, its one script and style sheet, and all that it would fetch, into one text of HTML. @throws Error */
export function joined({ page, script, style, icon, files }: Parts): string {
  const code = insideScript(script);
  const body = [
    `<script type="application/json" id="lab-files">${insideJson(files)}</script>`,
    `<script type="module">${code}</script>`,
  ].join('\n');
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policyOf(code)}" />`,
    `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}" />`,
    `<style>${style.replaceAll(oldFonts, '')}</style>`,
  ].join('\n');
  const bare = page
    .replaceAll(/<script\b[^>]*\bsrc=[^>]*><\/script>/g, '')
    .replaceAll(/<link\b[^>]*>/g, '')
    .replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '');
  // Functions: what stands in a script is no pattern of a replacement.
  const whole = bare
    .replace('</title>', () => `</title>\n${head}`)
    .replace('</body>', () => `${body}\n</body>`);
  const left = /<(?:script|link|img)\b[^>]*\b(?:src|href)="(?!data:)[^"]*"/.exec(whole.replace(body, ''));
  if (left !== null) throw new Error(`the single file still asks for ${left[0]}`);
  return whole;
}

/** Makes one HTML file of the whole build, that runs from a folder without a server. @param shipped  the folder `public` */
export function singleFile(shipped: string): Plugin {
  return {
    name: 'single-file',
    enforce: 'post',
    transformIndexHtml: {
      order: 'pre',
      // Before the program, which fetches at once.
      handler: (html) =>
        html.replace(
          '<script type="module"',
          '<script type="module" src="/src/offline/single.ts"></script>\n    <script type="module"',
        ),
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files: Record<string, string> = { ...textsBeside(shipped) };
        const scripts: string[] = [];
        const styles: string[] = [];
        let page = '';
        for (const [name, part] of Object.entries(bundle)) {
          if (part.type === 'chunk') scripts.push(part.code);
          else {
            const text = typeof part.source === 'string' ? part.source : Buffer.from(part.source).toString();
            if (name.endsWith('.html')) page = text;
            else if (name.endsWith('.css')) styles.push(text);
            // The script asks for them beside itself, and it is now in the page.
            else if (/worker[^/]*\.js$/.test(name)) files[`./${basename(name)}`] = text;
          }
          delete bundle[name];
        }
        if (scripts.length !== 1) this.error(`expected one script, got ${scripts.length}`);
        const icon = readFileSync(`${shipped}favicon.svg`, 'utf8');
        const [script] = scripts;
        const source = joined({ page, script, style: styles.join('\n'), icon, files });
        this.emitFile({ type: 'asset', fileName: SINGLE, source });
      },
    },
  };
}
