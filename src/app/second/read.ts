/**
 * Only pages of this site reach a channel, yet any of its pages does: what comes is looked at before it is used. What is no
 * message is passed over; of a message of another version its version alone is told.
 */
import { frameBytes, type FrameShape } from '../../engine/frame.ts';
import { traceColumns, type RunInfo } from '../../engine/protocol.ts';
import { parseDocument } from '../../scenario/document.ts';
import { ScenarioError } from '../../scenario/types.ts';
import { VERSION, type Envelope, type FromLaptop, type FromWindow } from './protocol.ts';

type Members = Readonly<Record<string, unknown>>;
/** A message and who sent it; `version` where it is one that this page cannot read. */
export type Heard<M> = { readonly from: string; readonly message: M } | { readonly version: number };

/** Watches of one window, and characters of a question: pictures ask some ten short ones. */
const MOST_WATCHES = 40;
const LONGEST_QUESTION = 2000;
const LONGEST_NAME = 120;
/** Largest frame, 1024² sites with their couplings many times over. */
const MOST_BYTES = 2 ** 29;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isName = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST_NAME;
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isFinite = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);

const isStand = (value: unknown): boolean => isObject(value) && isFlag(value.frozen) && isFlag(value.blank);

/** Pictures read the members that a blow-up has; of what it says the step alone is shown here. */
const isNow = (value: unknown): boolean =>
  isObject(value) &&
  isFlag(value.playing) &&
  isFlag(value.settled) &&
  (value.blowUp === null || (isObject(value.blowUp) && isCount(value.blowUp.step)));

const isFacts = (value: unknown): boolean =>
  isObject(value) && isCount(value.applied) && isFinite(value.dt) && Array.isArray(value.tracks);

function isShape(value: unknown): value is FrameShape {
  if (!isObject(value)) return false;
  const { tracks, siteCount, bondCount, layerCount, drawn } = value;
  if (![siteCount, bondCount, layerCount, drawn].every(isCount)) return false;
  if (!Array.isArray(tracks) || tracks.length === 0) return false;
  if (!tracks.every((track) => isObject(track) && isCount(track.weightCount) && isCount(track.neuronCount)))
    return false;
  return frameBytes(value as unknown as FrameShape) <= MOST_BYTES;
}

function isLayout(value: unknown, { tracks, siteCount, bondCount }: FrameShape): boolean {
  if (!isObject(value)) return false;
  const { neurons, synapses, sheets, bonds } = value;
  return (
    isObject(neurons) &&
    isCount(neurons.count) &&
    [neurons.x, neurons.y].every((at) => at instanceof Float32Array && at.length === neurons.count) &&
    isObject(synapses) &&
    isCount(synapses.count) &&
    [synapses.weight, synapses.from, synapses.to].every(
      (ends) => ends instanceof Int32Array && ends.length === synapses.count,
    ) &&
    Array.isArray(sheets) &&
    bonds instanceof Int32Array &&
    bonds.length === 2 * bondCount &&
    tracks[0].weightCount === siteCount
  );
}

function isData(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { sampleCount, inputCount, outputCount, inputs, targets } = value;
  if (![sampleCount, inputCount, outputCount].every(isCount)) return false;
  return inputs instanceof Float64Array && targets instanceof Float64Array;
}

function isInfo(value: unknown): value is RunInfo {
  if (!isFacts(value) || !isObject(value) || !isShape(value.shape)) return false;
  const { shape, layout, data, tracks, document } = value;
  if ((tracks as readonly unknown[]).length !== shape.tracks.length) return false;
  if (!isLayout(layout, shape) || !isData(data)) return false;
  try {
    parseDocument(document);
    return true;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return false;
  }
}

const isSeen = (value: unknown): boolean =>
  isObject(value) && isName(value.name) && isName(value.id) && isCount(value.step) && isFinite(value.time);

function isWatch(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [name, question] = value as readonly unknown[];
  // Studies take minutes, and are made once for whom they were asked.
  if (!isName(name) || !isObject(question) || !isName(question.id) || question.once === true) return false;
  if (!isObject(question.query)) return false;
  try {
    return JSON.stringify(question.query).length <= LONGEST_QUESTION;
  } catch {
    return false;
  }
}

type Checks<M extends { readonly kind: string }> = {
  readonly [Kind in M['kind']]: (message: Members) => boolean;
};

const laptopChecks: Checks<FromLaptop> = {
  here: ({ stand }) => isStand(stand),
  claim: () => true,
  taken: ({ to }) => isName(to),
  run: ({ to, run, info, now, rows, screen }) =>
    (to === null || isName(to)) &&
    isName(run) &&
    isNow(now) &&
    isObject(screen) &&
    isInfo(info) &&
    rows instanceof Float64Array &&
    rows.length % traceColumns(info.tracks.length) === 0,
  changed: ({ run, changed }) =>
    isName(run) &&
    isObject(changed) &&
    isFacts(changed.facts) &&
    isCount(changed.kept) &&
    Array.isArray(changed.edits) &&
    changed.edits.every((edit) => isObject(edit) && isCount(edit.step) && isObject(edit.command)) &&
    (changed.data === null || isData(changed.data)) &&
    isFlag(changed.edited),
  frame: ({ run, serial, buffer }) => isName(run) && isCount(serial) && buffer instanceof ArrayBuffer,
  rows: ({ run, rows }) => isName(run) && rows instanceof Float64Array,
  now: ({ run, now }) => isName(run) && isNow(now),
  seen: ({ to, run, seen }) => isName(to) && isName(run) && isSeen(seen),
  screen: ({ screen }) => isObject(screen),
  close: () => true,
};

const windowChecks: Checks<FromWindow> = {
  hello: () => true,
  here: () => true,
  got: ({ serial }) => isCount(serial),
  watch: ({ watches }) => Array.isArray(watches) && watches.length <= MOST_WATCHES && watches.every(isWatch),
  bye: () => true,
};

function read<M extends { readonly kind: string }>(
  data: unknown,
  side: Envelope<M>['side'],
  checks: Checks<M>,
): Heard<M> | null {
  if (!isObject(data) || data.lab !== 'audience' || data.side !== side || !isName(data.from)) return null;
  const { version, from, message } = data;
  if (version !== VERSION) return isCount(version) ? { version } : null;
  if (!isObject(message) || typeof message.kind !== 'string' || !Object.hasOwn(checks, message.kind))
    return null;
  return checks[message.kind as M['kind']](message) ? { from, message: message as unknown as M } : null;
}

export const heardOfLaptop = (data: unknown): Heard<FromLaptop> | null => read(data, 'laptop', laptopChecks);
export const heardOfWindow = (data: unknown): Heard<FromWindow> | null => read(data, 'window', windowChecks);
