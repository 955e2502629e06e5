/** Links of version 1 as they were made on 2026-11-29, and what they are of. Never to be changed: they are in the world. */

import { parseDocument, parseRunDocument } from '../../../src/scenario/document.ts';
import type { RunDocument } from '../../../src/scenario/types.ts';

/** The shipped scenario that the short one builds on, as it was then. */
export const goldenBase = `{
  "version": 1,
  "scenario": {
    "version": 1,
    "title": "A bump runs round the ring: Small mass",
    "seed": 1,
    "system": { "kind": "ring-shared", "N": 96, "p": 0.8, "q": 0 },
    "data": { "kind": "uniform-bonds", "K": 4, "J": 0.02 },
    "batch": { "kind": "full" },
    "initial": { "kind": "bump", "center": 48, "width": 4, "amplitude": 1 },
    "dynamics": { "kind": "second-order", "dt": "auto" },
    "expansion": { "kind": "de-sitter", "gamma": 0.12 }
  },
  "view": { "controls": ["data.J"], "play": true, "drift": true }
}`;

/** Three edits, numbers that need all of their digits, a negative zero, the screen, a lesson. */
export const goldenRun = `{
  "version": 1,
  "scenario": {
    "version": 1,
    "title": "A bump runs round the ring: Small mass",
    "seed": 1,
    "system": { "kind": "ring-shared", "N": 96, "p": 0.8, "q": 0 },
    "data": { "kind": "uniform-bonds", "K": 4, "J": 0.02 },
    "batch": { "kind": "full" },
    "initial": { "kind": "bump", "center": 48, "width": 4, "amplitude": 1 },
    "dynamics": { "kind": "second-order", "dt": 0.0625, "substeps": 1, "precision": "f64" },
    "expansion": { "kind": "de-sitter", "gamma": 0.12, "t0": 0 },
    "noise": { "temperature": 0 }
  },
  "edits": [
    { "step": 7, "command": { "kind": "set", "path": "expansion.gamma", "value": 0.30000000000000004 } },
    { "step": 40, "command": { "kind": "poke", "target": "weights", "profile": { "at": [3, 4], "add": [1e-300, -0] } } },
    { "step": 41, "command": { "kind": "set", "path": "data.J", "value": 0.1 } }
  ],
  "tracks": [
    {
      "id": "ghost",
      "role": "ghost",
      "sections": {
        "dynamics": { "kind": "gradient-flow", "dt": 0.0625, "substeps": "auto", "precision": "f64" }
      }
    }
  ],
  "view": {
    "controls": ["data.J"],
    "step": 250,
    "scene": "universe",
    "charts": { "left": "cost", "right": "space-time" },
    "camera": { "preset": "home", "yaw": 0.123456789, "pitch": -0.5, "dolly": 1.25, "target": [0, 0.1, 0] },
    "selection": { "weight": 12, "sample": 0 },
    "lesson": { "id": "propagation", "step": "waves" }
  },
  "kernel": "typescript"
}`;

/** The shipped scenario with one edit, at step 250. */
export function goldenShortRun(): RunDocument {
  const document = parseRunDocument(goldenBase);
  const edits = [{ step: 7, command: { kind: 'set', path: 'expansion.gamma', value: 0.30000000000000004 } }];
  return parseDocument({ ...document, edits, view: { ...document.view, step: 250 }, kernel: 'typescript' });
}

export const goldenLink =
  '#v1.AADSxZdbDoIwEEW3wgLUqC2ibsMVNNH4g49g0C_27p1pwSHQSmgILIB20jlzz8RwystPUWJ9KR7l_ZwgEpjdY3K6mTzHpvLikeXluIMa8RlGrYcpdOwYpiZBYFYAau3NYqxXrdufZom1P9a9Pj1cj9WCdi4ryJvLEkfBOp0muxNY64J3dxSJK0NuJ2W_-64x7NtCt6lAXIT5P8SFQZCShEOdOkjpdJftD022I-hRSh3uK6pL5juS35_w1I-_iCdBackVnvtprlapG6_6mDdml28eVdUXRKVWAwz';
export const goldenShortLink =
  '#v1.AABEA7oQuX2G0YQyp6QFZWyACkyAQQNuqYFDB-rbWB0jU2C7CSgKdRooHhEuhjSNUVqa5YlloFQNbWMmG6RZGKQmJSvVAgBRAD5iz';
