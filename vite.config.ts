import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compiledKernels } from './src/cli/compileKernels.mjs';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { singleFile } from './src/offline/build/singleFile.ts';
import { textsBeside } from './src/offline/build/texts.ts';
import { VitePWA } from 'vite-plugin-pwa';
import react from '@vitejs/plugin-react';
import { mergeConfig, runnerImport, type Plugin, type UserConfig } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** Plotly's registry imports the style sheet of a map library whose traces are never registered. */
const emptyMapStyles: Plugin = {
  name: 'empty-map-styles',
  enforce: 'pre',
  resolveId: (id) => (id === 'maplibre-gl/dist/maplibre-gl.css' ? '\0empty-map-styles' : null),
  load: (id) => (id === '\0empty-map-styles' ? '' : null),
};

/** The two catalogues: of the first load, and of the parts that are loaded later. */
const catalogues = ['src/messages/', 'src/messages/late/'].map((folder) =>
  fileURLToPath(new URL(folder, import.meta.url)),
);

/** Compiles the catalogues of messages here, so that the page needs no parser of messages. */
const compiledMessages: Plugin = {
  name: 'compiled-messages',
  enforce: 'pre',
  async load(id) {
    const folder = catalogues.find((path) => id === `${path}compiled.ts`);
    if (folder === undefined) return null;
    const source = `${folder}en.ts`;
    const { module, dependencies } = await runnerImport<Record<string, Record<string, string>>>(source, {
      configFile: false,
    });
    for (const file of [source, ...dependencies]) this.addWatchFile(file);
    const [english] = Object.values(module);
    const compiled = Object.entries(english).map(([key, text]) => [key, compileMessage(text)]);
    return `export const compiled = ${JSON.stringify(Object.fromEntries(compiled))};`;
  },
};

const shipped = fileURLToPath(new URL('public/', import.meta.url));

/** Puts the texts of all that the page fetches into one module (src/ui/files/shippedTexts.ts). */
const shippedTexts: Plugin = {
  name: 'shipped-texts',
  enforce: 'pre',
  load(id) {
    if (id !== fileURLToPath(new URL('src/ui/files/shippedTexts.ts', import.meta.url))) return null;
    const texts = textsBeside(shipped);
    for (const file of Object.keys(texts)) this.addWatchFile(shipped + file.slice(2));
    // Browsers read a long text faster than a long object.
    return `export const shippedTexts = JSON.parse(${JSON.stringify(JSON.stringify(texts))});`;
  },
};

/** reveal.js beside the example of slides (public/embed/slides.html), so that it runs as it stands, without a network. */
const revealForSlides: Plugin = {
  name: 'reveal-for-slides',
  apply: 'build',
  generateBundle() {
    for (const name of ['reveal.esm.js', 'reveal.css']) {
      const file = fileURLToPath(new URL(`node_modules/reveal.js/dist/${name}`, import.meta.url));
      if (existsSync(file))
        this.emitFile({ type: 'asset', fileName: `embed/reveal/${name}`, source: readFileSync(file) });
      else this.warn(`reveal.js is not installed: embed/slides.html is left without ${name}`);
    }
  },
};

/**
 * Leaves out the texts of three's own shaders, a twentieth of the first load: every material here is a
 * `ShaderMaterial` with a text of its own (test/tools/shaders.test.ts). The two that three puts before any
 * text stay.
 */
const ownShadersOnly: Plugin = {
  name: 'own-shaders-only',
  apply: 'build',
  transform(code, id) {
    if (!id.endsWith('three/build/three.module.js')) return null;
    const [, list = ''] = /const ShaderChunk = \{([^}]*)\};/.exec(code) ?? [];
    const kept = ['tonemapping_pars_fragment', 'colorspace_pars_fragment'];
    const unused = new Set([...list.matchAll(/: ([\w$]+)/g)].map(([, name]) => name));
    for (const name of kept) unused.delete(name);
    let emptied = 0;
    const short = code.replace(
      /((?:var|const) ([\w$]+) = )"(?:[^"\\]|\\.)*"/g,
      (all, start: string, name: string) => {
        if (!unused.has(name)) return all;
        emptied++;
        return `${start}""`;
      },
    );
    if (emptied < 100 || emptied !== unused.size)
      this.error(`three: ${emptied} of ${unused.size} shaders found, its file is no longer what it was`);
    return { code: short, map: null };
  },
};

/** Folders of tests of what keeps no state: everything below the store. */
const stateless = [
  'cli',
  'contract',
  'engine',
  'fuzz',
  'kernels',
  'messages',
  'offline',
  'physics',
  'scenario',
];
const testsIn = (folders: readonly string[]): string[] =>
  folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);

let helps = 0;
/** Workers show nothing: they go without the sentences that explain parameters to a reader. */
const withoutHelp: Plugin = {
  name: 'without-help',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/physics\/.*\.ts$/.test(id)) return null;
    // Whole literals after the key alone: what is put together stays.
    const short = code.replace(/\bhelp:\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")(?=,)/g, () => {
      helps++;
      return "help: ''";
    });
    return { code: short, map: null };
  },
  buildEnd(error) {
    if (error === undefined && helps < 50) this.error(`${helps} sentences of help found in src/physics`);
  },
};

/** The development server needs an inline script and a web socket; the built page keeps its strict policy. */
const relaxPolicyInDevelopment: Plugin = {
  name: 'relax-policy-in-development',
  apply: 'serve',
  transformIndexHtml: (html) =>
    html.replace("script-src 'self'", "connect-src 'self' ws:; script-src 'self' 'unsafe-inline'"),
};

/** The service worker, told of every file of the build but examples for other pages and fonts of old browsers. */
const keptOffline = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src/offline',
  filename: 'sw.ts',
  // The page registers it itself, once its first picture stands; the manifest is a file of public.
  injectRegister: false,
  manifest: false,
  injectManifest: {
    globPatterns: ['**/*.{js,css,html,json,csv,svg,png,webmanifest,woff2}'],
    globIgnores: ['embed/**', 'sw.js'],
    maximumFileSizeToCacheInBytes: 4_000_000,
    dontCacheBustURLsMatching: /^assets\//,
  },
});

/** `npm run build:single`: everything in one file. */
const inOneFile: UserConfig = {
  publicDir: false,
  build: {
    outDir: 'dist-single',
    assetsInlineLimit: (file) => file.endsWith('.woff2'),
    cssCodeSplit: false,
    manifest: false,
    modulePreload: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
  plugins: [singleFile(shipped)],
};
const beside: UserConfig = { plugins: [shippedTexts, revealForSlides, keptOffline] };

const common: ViteUserConfig = {
  base: './',
  plugins: [
    emptyMapStyles,
    compiledMessages,
    compiledKernels(),
    react(),
    ownShadersOnly,
    relaxPolicyInDevelopment,
  ],
  define: { global: 'globalThis' },
  worker: { format: 'es', plugins: () => [compiledKernels(), withoutHelp] },
  build: { target: 'es2022', assetsInlineLimit: 0, manifest: true, chunkSizeWarningLimit: 1500 },
  server: { port: 5173 },
  // Frames of no origin (sandboxed articles) ask for modules and fonts as strangers; there is nothing here but the lab.
  preview: { port: 4173, cors: { origin: '*' } },
  test: {
    environment: 'node',
    // What keeps no state of its own shares its modules: reading them is half of the work of small tests.
    projects: [
      {
        extends: true,
        test: { name: 'engine', include: testsIn(stateless), isolate: false, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        test: {
          name: 'app',
          include: testsIn(['*']),
          exclude: ['test/browser/**', ...testsIn(stateless)],
          sequence: { groupOrder: 0 },
        },
      },
    ],
    // Tests ask for words of parts that the page loads later.
    setupFiles: ['src/messages/late.ts'],
    // Every core: left to itself a machine of two cores runs one file at a time.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
};

export default defineConfig(({ mode }) => mergeConfig(common, mode === 'single' ? inOneFile : beside));
