import { fileURLToPath } from 'node:url';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import react from '@vitejs/plugin-react';
import { runnerImport, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Plotly's registry imports the style sheet of a map library whose traces are never registered. */
const emptyMapStyles: Plugin = {
  name: 'empty-map-styles',
  enforce: 'pre',
  resolveId: (id) => (id === 'maplibre-gl/dist/maplibre-gl.css' ? '\0empty-map-styles' : null),
  load: (id) => (id === '\0empty-map-styles' ? '' : null),
};

const messages = (file: string): string => fileURLToPath(new URL(`src/messages/${file}`, import.meta.url));

/**
 * Compiles the catalogue of messages here, so that the page needs no parser of messages. A build puts those of parts
 * that are loaded later apart (src/messages/late.ts): the first load goes without them.
 */
function compiledMessages(): Plugin {
  let building = false;
  return {
    name: 'compiled-messages',
    enforce: 'pre',
    configResolved: ({ command }) => void (building = command === 'build'),
    async load(id) {
      const late = building && id === messages('compiledLate.ts');
      if (!late && id !== messages('compiled.ts')) return null;
      const options = { configFile: false } as const;
      const english = await runnerImport<{ english: Record<string, string> }>(messages('en.ts'), options);
      const rule = await runnerImport<{ isLate: (id: string) => boolean }>(messages('late.en.ts'), options);
      for (const { dependencies } of [english, rule])
        for (const file of dependencies) this.addWatchFile(file);
      for (const file of ['en.ts', 'late.en.ts']) this.addWatchFile(messages(file));
      const wanted = Object.entries(english.module.english).filter(
        ([key]) => !building || rule.module.isLate(key) === late,
      );
      const compiled = wanted.map(([key, text]) => [key, compileMessage(text)]);
      const name = late ? 'compiledLate' : 'compiled';
      return `export const ${name} = ${JSON.stringify(Object.fromEntries(compiled))};`;
    },
  };
}

/** What three puts before every shader, also before those that bring all of their own. */
const usedShaders = ['colorspace_pars_fragment', 'tonemapping_pars_fragment'];

/** Classes of three that the pictures never use and no bundler can shake out, and what stands in their place. */
const unusedClasses: Readonly<Record<string, string>> = {
  // No headset is ever entered: what the renderer asks of it, answered with no.
  WebXRManager: `class WebXRManager extends EventDispatcher {
    constructor() { super(); this.enabled = false; this.isPresenting = false; this.cameraAutoUpdate = false; }
    getEnvironmentBlendMode() {}
    hasDepthSensing() { return false; }
    setAnimationLoop() {}
    dispose() {}
  }`,
  // Made for environment maps alone: the materials are unlit.
  PMREMGenerator: 'class PMREMGenerator { constructor() { throw new Error("no environment maps here"); } }',
};

/** The text of a class in source that is formatted as three's is: its closing brace stands at the line's start. */
function classIn(code: string, name: string): string | null {
  const start = code.indexOf(`\nclass ${name} `) + 1;
  const end = start === 0 ? -1 : code.indexOf('\n}\n', start);
  return end < 0 ? null : code.slice(start, end + 2);
}

/**
 * Empties three's library of shaders and its unused classes: they are an eighth of the first load, no bundler can
 * shake them out, and every material of the pictures brings shaders of its own (lint forbids the others in
 * src/views).
 */
const lighterThree: Plugin = {
  name: 'lighter-three',
  apply: 'build',
  transform: {
    filter: { id: /\/three\/build\/three\.module\.js$/ },
    handler(code) {
      let emptied = 0;
      let shorter = code.replace(
        /^(?:var|const) ([\w$]+) = "(?:[^"\\\n]|\\.)*";$/gm,
        (line, name: string) => {
          if (usedShaders.includes(name)) return line;
          emptied++;
          return `const ${name} = '';`;
        },
      );
      if (emptied < 100) this.error(`three writes its shaders otherwise: only ${emptied} of them were found`);
      for (const [name, stub] of Object.entries(unusedClasses)) {
        const found = classIn(shorter, name);
        if (found === null) this.error(`three writes its class ${name} otherwise: it was not found`);
        shorter = shorter.replace(found, () => stub);
      }
      return { code: shorter, map: null };
    },
  },
};

/** The development server needs an inline script and a web socket; the built page keeps its strict policy. */
const relaxPolicyInDevelopment: Plugin = {
  name: 'relax-policy-in-development',
  apply: 'serve',
  transformIndexHtml: (html) =>
    html.replace("script-src 'self'", "connect-src 'self' ws:; script-src 'self' 'unsafe-inline'"),
};

export default defineConfig({
  base: './',
  plugins: [emptyMapStyles, compiledMessages(), lighterThree, react(), relaxPolicyInDevelopment],
  define: { global: 'globalThis' },
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0, manifest: true, chunkSizeWarningLimit: 1500 },
  server: { port: 5173 },
  // Frames of no origin (sandboxed articles) ask for modules and fonts as strangers; there is nothing here but the lab.
  preview: { port: 4173, cors: { origin: '*' } },
  test: {
    environment: 'node',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/browser/**'],
    // Every core: left to itself a machine of two cores runs one file at a time.
    maxWorkers: '100%',
    testTimeout: 30_000,
  },
});
