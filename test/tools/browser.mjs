/**
 * Finds a Chromium for the browser tests, installing one only when the machine has none.
 * Order: $CHROMIUM, Playwright's own, an installed Chrome/Chromium/Edge, apt (as root), Playwright's
 * download, the npm package @sparticuz/chromium. The answer is kept in node_modules/.cache.
 */
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

/** @typedef {{ executablePath: string, env: Record<string, string>, source: string }} Browser */

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'synaptic-field-lab');
const cacheFile = join(cache, 'browser.json');
const isRoot = process.getuid?.() === 0;
const onWindows = process.platform === 'win32';

/** Runs a program in sight of the user (on standard error) and tells whether it succeeded. */
function run(
  /** @type {string} */ command,
  /** @type {string[]} */ args,
  /** @type {Record<string, string>} */ env = {},
) {
  const options = { cwd: root, env: { ...process.env, ...env }, shell: onWindows };
  return spawnSync(command, args, { ...options, stdio: ['ignore', 2, 2] }).status === 0;
}

/** Tells whether a browser starts at all (its libraries may be missing). */
function works(/** @type {string} */ path, /** @type {Record<string, string>} */ env = {}) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  if (onWindows) return true; // `--version` opens a window there
  const { status, stdout } = spawnSync(path, ['--version'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 30_000,
  });
  return status === 0 && /\d+\.\d+/.test(stdout);
}

function fromEnvironment() {
  const path = process.env.CHROMIUM;
  if (!path) return null;
  if (works(path)) return found(path, '$CHROMIUM');
  throw new Error(`$CHROMIUM names ${path}, which does not start as a browser.`);
}

function fromCache() {
  try {
    const browser = /** @type {Browser} */ (JSON.parse(readFileSync(cacheFile, 'utf8')));
    return works(browser.executablePath, browser.env) ? browser : null;
  } catch {
    return null;
  }
}

function fromPlaywright() {
  const path = chromium.executablePath();
  return path && works(path) ? found(path, "Playwright's own browser") : null;
}

function fromMachine() {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = [...names, 'microsoft-edge-stable', 'microsoft-edge'].flatMap((name) =>
    folders.map((folder) => join(folder, name)),
  );
  const onMac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) =>
    join('/Applications', `${name}.app`, 'Contents', 'MacOS', name),
  );
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  const inPrograms = programs
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
  const candidates = onWindows ? inPrograms : process.platform === 'darwin' ? [...onMac, ...onPath] : onPath;
  const path = candidates.find((candidate) => existsSync(candidate) && works(candidate));
  return path ? found(path, 'installed on this machine') : null;
}

function byApt() {
  if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) return null;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const patient = ['-o', 'DPkg::Lock::Timeout=600'];
  const install = [...patient, 'install', '-y', '--no-install-recommends', 'chromium'];
  if (!run('apt-get', [...patient, 'update'], env) || !run('apt-get', install, env)) return null;
  return fromMachine();
}

function byPlaywright() {
  return run('npx', ['playwright', 'install', 'chromium']) ? fromPlaywright() : null;
}

/** Its binary and the libraries that it needs ship inside the package, packed; they are unpacked into TMPDIR. */
async function bySparticuz() {
  if (process.platform !== 'linux') return null;
  const folder = join(cache, 'sparticuz');
  const unpacked = join(folder, 'unpacked');
  mkdirSync(unpacked, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const install = [
    'install',
    '--no-save',
    '--no-package-lock',
    '--prefix',
    folder,
    '@sparticuz/chromium@147.0.0',
  ];
  if (!run('npm', install)) return null;
  const shipped = join(folder, 'node_modules', '@sparticuz', 'chromium');
  const previous = process.env.TMPDIR;
  try {
    process.env.TMPDIR = unpacked;
    const { inflate } = await import(pathToFileURL(join(shipped, 'build', 'esm', 'lambdafs.js')).href);
    for (const name of readdirSync(join(shipped, 'bin'))) await inflate(join(shipped, 'bin', name));
    const path = join(unpacked, 'chromium');
    const env = {
      LD_LIBRARY_PATH: [join(unpacked, 'al2023', 'lib'), unpacked].join(delimiter),
      FONTCONFIG_PATH: join(unpacked, 'fonts'),
    };
    return works(path, env) ? found(path, '@sparticuz/chromium', env) : null;
  } catch (error) {
    console.error('@sparticuz/chromium could not be unpacked:', error);
    return null;
  } finally {
    if (previous === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = previous;
  }
}

/** @returns {Browser} */
function found(
  /** @type {string} */ executablePath,
  /** @type {string} */ source,
  /** @type {Record<string, string>} */ env = {},
) {
  return { executablePath, env, source };
}

/** Returns a browser that starts, or throws with what to do. */
export async function findBrowser() {
  const chosen = fromEnvironment();
  if (chosen) return chosen;
  const browser =
    fromCache() ?? fromPlaywright() ?? fromMachine() ?? byApt() ?? byPlaywright() ?? (await bySparticuz());
  if (!browser) {
    throw new Error(
      `No Chromium was found in or could be installed on this machine. ` +
        'Install Chrome, Chromium or Edge, or set CHROMIUM to the path of its executable.',
    );
  }
  mkdirSync(cache, { recursive: true });
  writeFileSync(cacheFile, JSON.stringify(browser, null, 2));
  return browser;
}

/**
 * Launch options for Playwright: WebGL without a GPU, nothing that calls home. The page itself is put together by the
 * processor as well: through WebGL's software it takes some third more of it.
 */
export async function launchOptions() {
  const { executablePath, env } = await findBrowser();
  return {
    executablePath,
    env: { ...process.env, ...env },
    chromiumSandbox: false,
    args: [
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
      '--disable-gpu-compositing',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { executablePath, source } = await findBrowser();
  console.log(`${executablePath} (${source})`);
}
