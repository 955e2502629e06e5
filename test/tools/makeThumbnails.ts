import { textHash } from '../../src/engine/hash.ts';
import { createSimulation, type Simulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { sections, partOf, valuesOf } from '../../src/scenario/sections.ts';
import { sectionNames, type RunDocument } from '../../src/scenario/types.ts';
import { serializeRunDocument } from '../../src/scenario/document.ts';
import { storedTrajectories } from '../../src/engine/verify/trajectories.ts';
import { BYTES } from '../../src/ui/gallery/thumbnail.ts';
import { shippedDocuments } from '../helpers/shipped.ts';

/** Moments of a picture that moves, and time that it covers unless its history plans an end. */
const FRAMES = 24;
const SECONDS = 14;
/** A wave on a torus has gone round by then. */
const WAVE_SECONDS = 9;
/** Networks of layers take longer to learn than waves to run round. */
const LEARNING_SECONDS = 24;
/** Most columns of a ring, sites of a side of a sheet, and points of a side of a map. */
const MOST_COLUMNS = 96;
const MOST_SIDE = 24;
const MAP = 20;
const CURVE = 48;
const SHEET_FRAMES = 10;
/** Moments of a path: it must not cut its own corners. */
const PATH_FRAMES = 192;

/** A thumbnail with plain numbers, before they are bytes. */
type Made = { readonly [key: string]: unknown };

/** Parts of the largest, as bytes. */
function bytes(values: readonly number[], largest = Math.max(...values.map(Math.abs))): Int8Array {
  return Int8Array.from(values, (value) =>
    largest > 0 ? Math.round(127 * Math.max(-1, Math.min(1, value / largest))) : 0,
  );
}

/** What the whole picture is made of: another document, or another trajectory, is another picture. */
export function stampOf(id: string, document: RunDocument): string {
  return textHash(`${serializeRunDocument(document)}${storedTrajectories[id]?.hash ?? ''}`);
}

/** What a run is made of. */
function kindsOf({ scenario }: RunDocument): string[] {
  return sectionNames.filter((name) => name in sections).map((name) => `${name}.${scenario[name].kind}`);
}

/** Calls back at every moment, the start first. */
function watch(simulation: Simulation, frames: number, seconds: number, look: (frame: number) => void): void {
  const first = simulation.step;
  const steps = Math.max(frames - 1, Math.round(seconds / simulation.dt));
  for (let frame = 0; frame < frames; frame++) {
    const until = first + Math.round((frame * steps) / (frames - 1));
    if (until > simulation.step) simulation.advance(until - simulation.step);
    look(frame);
  }
}

/** Every k-th of so many, at most `most`. */
function thinned(count: number, most: number): number[] {
  const every = Math.ceil(count / most);
  return Array.from({ length: Math.ceil(count / every) }, (_, n) => n * every);
}

/** Tracks that stand on the main run's lattice, at most two. */
function shownTracks(simulation: Simulation): number[] {
  const { tracks } = simulation;
  const [main] = tracks;
  return tracks.flatMap((track, n) => (track.shown.count === main.shown.count ? [n] : [])).slice(0, 2);
}

function ringsOf(simulation: Simulation): Made {
  const { sheets } = simulation.tracks[0].system.layout;
  const columns = thinned(sheets[0].columns, MOST_COLUMNS);
  const tracks = shownTracks(simulation);
  const values: number[] = [];
  const sources = { J: [] as number[], K: [] as number[] };
  const flickers = simulation.tracks[0].batchAtWork !== null;
  watch(simulation, FRAMES, SECONDS, (frame) => {
    for (const n of tracks) {
      const weights = simulation.tracks[n].shown.read();
      for (const { weight } of sheets) for (const column of columns) values.push(weights[weight[column]]);
    }
    const [{ system, batchAtWork }] = simulation.tracks;
    const found = frame === 0 || flickers ? system.couplings(batchAtWork) : null;
    // Bonds of a chain are numbered as their first site; others have no place on the ring.
    if (found === null || found.bonds !== undefined || found.K.length !== sheets[0].columns) return;
    for (const column of columns) {
      sources.J.push(found.J[column]);
      sources.K.push(found.K[column]);
    }
  });
  return {
    draw: 'rings',
    frames: FRAMES,
    rings: sheets.length,
    columns: columns.length,
    closed: sheets[0].periodicColumns,
    tracks: tracks.map((n) => simulation.tracks[n].role),
    values: bytes(values),
    J: bytes(sources.J),
    K: bytes(sources.K),
  };
}

function sheetsOf(simulation: Simulation): Made {
  const { sheets } = simulation.tracks[0].system.layout;
  const side = sheets.length > 3 ? MOST_SIDE / 2 : MOST_SIDE;
  const places = sheets.map(({ rows, columns, weight }) => {
    const [down, across] = [thinned(rows, side), thinned(columns, side)];
    const sites = down.flatMap((row) => across.map((column) => weight[row * columns + column]));
    return { rows: down.length, columns: across.length, sites };
  });
  const values: number[] = [];
  const [{ data }] = simulation.tracks;
  const seconds = sheets.length > 1 && data.sampleCount > 0 ? LEARNING_SECONDS : WAVE_SECONDS;
  watch(simulation, SHEET_FRAMES, seconds, () => {
    const weights = simulation.tracks[0].shown.read();
    for (const { sites } of places) for (const site of sites) values.push(site < 0 ? 0 : weights[site]);
  });
  return {
    draw: 'sheets',
    frames: SHEET_FRAMES,
    sheets: places.map(({ rows, columns }) => ({ rows, columns })),
    values: bytes(values),
  };
}

/** Least and largest of every k-th number, with room around them. */
function windowOf(values: ArrayLike<number>, every: number, from: number): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let i = from; i < values.length; i += every) {
    low = Math.min(low, values[i]);
    high = Math.max(high, values[i]);
  }
  const room = 0.1 * (high - low || 1);
  return [low - room, high + room];
}

const between = (value: number, [low, high]: readonly [number, number]): number =>
  (2 * (value - low)) / (high - low) - 1;
const along = ([low, high]: readonly [number, number], n: number, count: number): number =>
  low + ((high - low) * n) / (count - 1);

function mapOf(simulation: Simulation): Made {
  const [{ data, system }] = simulation.tracks;
  const [x, y] = [windowOf(data.inputs, 2, 0), windowOf(data.inputs, 2, 1)];
  const probe = new Float64Array(2 * MAP * MAP);
  for (let n = 0; n < MAP * MAP; n++) {
    probe.set([along(x, n % MAP, MAP), along(y, Math.floor(n / MAP), MAP)], 2 * n);
  }
  const values: number[] = [];
  watch(simulation, SHEET_FRAMES, LEARNING_SECONDS, () => {
    const [track] = simulation.tracks;
    values.push(...track.system.evaluate(track.weights, probe));
  });
  const largest = Math.max(...Array.from(data.targets, Math.abs));
  const points = Array.from({ length: system.sampleCount }, (_, n) => [
    between(data.inputs[2 * n], x),
    between(data.inputs[2 * n + 1], y),
    data.targets[n] / largest,
  ]).flat();
  // Outputs beyond the targets are as strong a colour as these.
  return {
    draw: 'map',
    frames: SHEET_FRAMES,
    size: MAP,
    values: bytes(values, largest),
    points: bytes(points, 1),
  };
}

function curveOf(simulation: Simulation): Made {
  const [{ data, system }] = simulation.tracks;
  const x = windowOf(data.inputs, 1, 0);
  const probe = Float64Array.from({ length: CURVE }, (_, n) => along(x, n, CURVE));
  const tracks = simulation.tracks
    .flatMap((track, n) => (track.system.outputCount === 1 ? [n] : []))
    .slice(0, 2);
  const values: number[] = [];
  watch(simulation, FRAMES, LEARNING_SECONDS, () => {
    for (const n of tracks) {
      const track = simulation.tracks[n];
      values.push(...track.system.evaluate(track.weights, probe));
    }
  });
  const largest = 1.25 * Math.max(...Array.from(data.targets, Math.abs));
  const points = Array.from({ length: system.sampleCount }, (_, n) => [
    between(data.inputs[n], x),
    data.targets[n] / largest,
  ]).flat();
  return {
    draw: 'curve',
    frames: FRAMES,
    size: CURVE,
    tracks: tracks.map((n) => simulation.tracks[n].role),
    values: bytes(values, largest),
    points: bytes(points, 1),
  };
}

function hornOf(simulation: Simulation, { scenario: { expansion } }: RunDocument): Made {
  const rows = 2 * FRAMES;
  const [main] = simulation.tracks;
  const [sheet] = main.system.layout.sheets;
  const columns = thinned(sheet.columns, 64);
  const planned = partOf('expansion', expansion.kind).plannedEnd?.(valuesOf(expansion), simulation.time);
  const until = planned !== undefined && Number.isFinite(planned) ? planned - simulation.time : 20;
  const logs: number[] = [];
  const fields: number[][] = [];
  watch(simulation, rows, until, () => {
    const weights = main.shown.read();
    logs.push(simulation.logScaleFactor());
    fields.push(columns.map((column) => weights[sheet.weight[column]]));
  });
  const end = logs[rows - 1];
  const { dimension } = main.expansion;
  return {
    draw: 'horn',
    frames: rows,
    columns: columns.length,
    values: bytes(
      fields.flatMap((field, row) => field.map((w) => w * Math.exp((dimension * (logs[row] - end)) / 2))),
    ),
    radius: bytes(
      logs.map((log) => Math.exp(log - end)),
      1,
    ),
  };
}

function pathsOf(simulation: Simulation): Made {
  const tracks = shownTracks(simulation);
  const places: number[][] = [];
  const { system } = simulation.tracks[0];
  watch(simulation, PATH_FRAMES, SECONDS, () => {
    for (const n of tracks) places.push(Array.from(simulation.tracks[n].weights));
  });
  const all = places.flat();
  const [x, y] = [windowOf(all, 2, 0), windowOf(all, 2, 1)];
  const size = 32;
  const costs = Array.from({ length: size * size }, (_, n) =>
    Math.sqrt(
      system.cost(
        Float64Array.of(along(x, n % size, size), along(y, Math.floor(n / size), size)),
        null,
        simulation.tracks[0].stiffness,
      ),
    ),
  );
  const least = Math.min(...costs);
  return {
    draw: 'paths',
    frames: PATH_FRAMES,
    size,
    costs: bytes(costs.map((cost) => cost - least)),
    tracks: tracks.map((n) => simulation.tracks[n].role),
    values: bytes(
      places.flatMap(([a, b]) => [between(a, x), between(b, y)]),
      1,
    ),
  };
}

function pictureOf(document: RunDocument): Made {
  const simulation = createSimulation(document, typescriptKernels);
  const [{ data, system }] = simulation.tracks;
  const inputs = data.sampleCount === 0 ? 0 : data.inputs.length / data.sampleCount;
  const { sheets, shape } = system.layout;
  const step = Number(document.view.step ?? 0);
  if (step > 0) simulation.advance(step);
  if (document.view.scene === 'universe') return hornOf(simulation, document);
  if (shape === 'layers' && system.outputCount === 1 && inputs === 1) return curveOf(simulation);
  if (shape === 'layers' && system.outputCount === 1 && inputs === 2) return mapOf(simulation);
  if (system.weightCount === 2) return pathsOf(simulation);
  const rings = sheets.length < 3 && sheets.every(({ rows, columns }) => rows === 1 && columns > 5);
  return rings ? ringsOf(simulation) : sheetsOf(simulation);
}

/** The picture of a document, as its file holds it. */
export function thumbnailOf(id: string, document: RunDocument): Readonly<Record<string, unknown>> {
  const made = pictureOf(document);
  const entries = Object.entries(made).map(([key, value]) => [
    key,
    (BYTES as readonly string[]).includes(key)
      ? Buffer.from((value as Int8Array).buffer).toString('base64')
      : value,
  ]);
  return { stamp: stampOf(id, document), kinds: kindsOf(document), ...Object.fromEntries(entries) };
}

/** The file of the pictures of everything that is shipped: one a line, by id. */
export function thumbnailsText(): string {
  const lines = shippedDocuments()
    .map(({ id, document }) => `${JSON.stringify(id)}:${JSON.stringify(thumbnailOf(id, document))}`)
    .join(',\n');
  return `{\n${lines}\n}\n`;
}
