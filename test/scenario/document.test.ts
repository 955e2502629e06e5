import { describe, expect, it } from 'vitest';
import {
  currentDocument,
  defaultTracks,
  parseDocument,
  parseRunDocument,
  serializeRunDocument,
} from '../../src/scenario/document.ts';
import { currentScenario } from '../../src/scenario/patch.ts';
import { sectionNames } from '../../src/scenario/types.ts';
import { refusal } from './refusal.ts';

const bare = { version: 1, system: { kind: 'ring-shared', N: 8 } };
const set = (step: number, path: string, value: unknown): object => ({
  step,
  command: { kind: 'set', path, value },
});
const wrapped = (body: object): object => ({ version: 1, scenario: bare, ...body });

describe('run document: a text that is not JSON is refused with line and column', () => {
  const table: [string, RegExp, unknown][] = [
    ['', /a value at line 1, column 1/, 'end of text'],
    ['{"version": 1,}', /a name in double quotes at line 1, column 15/, '}'],
    ['{\n  "version": 1\n  "seed": 2\n}', /',' or a closing bracket at line 3, column 3/, '"seed": 2\n}'],
    ['{"a": [1, 2}', /',' or a closing bracket at line 1, column 12/, '}'],
    ['{"a" 1}', /':' at line 1, column 6/, '1}'],
    ['{"a": "x\n"}', /a value at line 1, column 9/, '\n"}'],
    ['{"a": "\\x"}', /a value at line 1, column 8/, '\\x"}'],
    ['{"a": 01}', /',' or a closing bracket at line 1, column 8/, '1}'],
    ['{"a": NaN}', /a finite number at line 1, column 7; JSON has no NaN/, 'NaN'],
    ['{} {}', /nothing more at line 1, column 4/, '{}'],
    ['[1, 2', /',' or a closing bracket at line 1, column 6/, 'end of text'],
    ["{'a': 1}", /a name in double quotes or '}' at line 1, column 2/, "'a': 1}"],
  ];
  it.each(table)('%j', (text, expected, found) => {
    const error = refusal(() => parseRunDocument(text));
    expect(error.path).toBe('$');
    expect(error.expected).toMatch(/^JSON: /);
    expect(error.expected).toMatch(expected);
    expect(error.value).toBe(found);
  });

  it('a text of more than 8 MB is refused unread', () => {
    const error = refusal(() => parseRunDocument(' '.repeat(8 * 1024 * 1024 + 1)));
    expect([error.path, error.value]).toEqual(['$', 8 * 1024 * 1024 + 1]);
  });

  it('a million open brackets are refused, not a stack overflow', () => {
    expect(refusal(() => parseRunDocument('['.repeat(1_000_000))).path).toBe('$');
    const closed = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(refusal(() => parseRunDocument(closed)).expected).toMatch(/32 levels/);
  });

  it('a byte order mark is skipped', () => {
    expect(parseRunDocument(`\uFEFF${JSON.stringify(bare)}`).scenario.system.N).toBe(8);
  });
});

describe('run document: bad input is refused with path, value and what was expected', () => {
  const ghost = { id: 'g', role: 'ghost', sections: { dynamics: { kind: 'gradient-flow' } } };
  const track = (change: object): object => wrapped({ tracks: [{ ...ghost, ...change }] });
  const table: [string, object, string, RegExp][] = [
    ['no version', { scenario: bare }, 'version', /^1/],
    ['a version of later', { version: 2, scenario: bare }, 'version', /this program/],
    ['no scenario', { version: 1, edits: [] }, 'scenario', /a scenario/],
    ['an unknown key', wrapped({ extra: 1 }), 'extra', /no such key/],
    ['a fault inside', wrapped({ scenario: { ...bare, seed: -1 } }), 'scenario.seed', /integer/],
    [
      'sections that do not fit',
      wrapped({ scenario: { ...bare, data: { kind: 'xor' } } }),
      'scenario.data.kind',
      /fits ring-shared/,
    ],
    ['edits that are no list', wrapped({ edits: {} }), 'edits', /list/],
    ['an edit without step', wrapped({ edits: [{ command: {} }] }), 'edits[0].step', /integer/],
    [
      'a step back in time',
      wrapped({ edits: [set(4, 'expansion.gamma', 1), set(3, 'expansion.gamma', 2)] }),
      'edits[1].step',
      /not before/,
    ],
    [
      'an unknown command',
      wrapped({ edits: [{ step: 0, command: { kind: 'paint', path: 'a', value: 1 } }] }),
      'edits[0].command.kind',
      /"set"/,
    ],
    ['an unknown path', wrapped({ edits: [set(0, 'expansion.speed', 1)] }), 'edits[0].command.path', /live/],
    ['a path of no section', wrapped({ edits: [set(0, 'constructor', 1)] }), 'edits[0].command.path', /live/],
    [
      'a path that restarts',
      wrapped({ edits: [set(0, 'system.N', 9)] }),
      'edits[0].command.path',
      /restarts/,
    ],
    [
      'a value out of range',
      wrapped({ edits: [set(0, 'expansion.gamma', -1)] }),
      'edits[0].command.value',
      /> 0/,
    ],
    [
      'a value that breaks the data',
      wrapped({ edits: [set(0, 'system.p', 0)] }),
      'edits[0].command.value',
      /slope/,
    ],
    [
      'an edit that leaves the ghost without learning rate',
      wrapped({
        scenario: { ...bare, expansion: { kind: 'power-law', t0: 1 } },
        edits: [set(0, 'expansion.n', 0)],
      }),
      'edits[0].command.value',
      /the track "ghost" follows eta/,
    ],
    ['tracks that are no list', wrapped({ tracks: {} }), 'tracks', /list/],
    ['too many tracks', wrapped({ tracks: Array.from({ length: 9 }, () => ghost) }), 'tracks', /at most 8/],
    ['a track named main', track({ id: 'main' }), 'tracks[0].id', /no other track/],
    ['an odd name', track({ id: 'a b' }), 'tracks[0].id', /letters/],
    ['an unknown role', track({ role: 'star' }), 'tracks[0].role', /"ghost"/],
    ['an unknown section', track({ sections: { noise: {} } }), 'tracks[0].sections.noise', /no such key/],
    [
      'an unknown kind',
      track({ sections: { dynamics: { kind: 'x' } } }),
      'tracks[0].sections.dynamics.kind',
      /gradient-flow/,
    ],
    [
      'a bad parameter',
      track({ sections: { dynamics: { kind: 'gradient-flow', eta: 0 } } }),
      'tracks[0].sections.dynamics.eta',
      /> 0/,
    ],
    [
      'another start',
      track({ sections: { expansion: { kind: 'de-sitter', t0: 3 } } }),
      'tracks[0].sections.expansion.t0',
      /one clock/,
    ],
    [
      'a system that the data do not fit',
      wrapped({
        scenario: { ...bare, data: { kind: 'uniform-bonds' } },
        tracks: [{ ...ghost, sections: { system: { kind: 'dense' } } }],
      }),
      'tracks[0].sections.data.kind',
      /fits dense/,
    ],
    ['a scenario that is a list', { version: 1, scenario: [] }, 'scenario', /a scenario/],
    ['sections that are a list', track({ sections: [] }), 'tracks[0].sections', /object of sections/],
    ['a view that is a list', wrapped({ view: [] }), 'view', /object/],
    ['a large view', wrapped({ view: { text: 'x'.repeat(70_000) } }), 'view', /65536/],
    ['kernels without a name', wrapped({ kernel: '' }), 'kernel', /name of a set of kernels/],
    ['kernels of a long name', wrapped({ kernel: 'x'.repeat(41) }), 'kernel', /name of a set of kernels/],
  ];
  it.each(table)('%s', (_name, input, path, expected) => {
    const error = refusal(() => parseDocument(input));
    expect(error.path).toBe(path);
    expect(error.expected).toMatch(expected);
  });
});

describe('run document: what is left out', () => {
  it.each([
    [
      { version: 1, kind: 'leson', steps: [] },
      'leson',
      '"lesson" or "talk"; or a run, or a sweep, which have no "kind"',
    ],
    [{ version: 1, kind: 7 }, 7, '"lesson" or "talk"; or a run, or a sweep, which have no "kind"'],
    [
      { kind: 'ring-shared', N: 8 },
      'ring-shared',
      '"lesson" or "talk"; or a run, or a sweep, which have no "kind"',
    ],
    [{ version: 1, kind: 'talk', states: [] }, 'talk', 'a run, which has no "kind"'],
    [
      { version: 1, kind: 'toString' },
      'toString',
      '"lesson" or "talk"; or a run, or a sweep, which have no "kind"',
    ],
    [{ version: 1, id: 'mine', steps: [] }, undefined, '"lesson", for a file with steps'],
    [{ version: 1, title: 'Mine', states: [] }, undefined, '"talk", for a file with states'],
  ])('a file of another kind, %j, is told by its kind and which there are', (file, value, expected) => {
    expect(refusal(() => parseDocument(file))).toMatchObject({ path: 'kind', value, expected });
  });

  it('a bare scenario is a document without edits, with the first-order ghost', () => {
    const document = parseDocument(bare);
    expect(document.edits).toEqual([]);
    expect(document.view).toEqual({});
    expect(document.tracks).toEqual([
      {
        id: 'ghost',
        role: 'ghost',
        sections: { dynamics: { kind: 'gradient-flow', dt: 'auto', substeps: 'auto', precision: 'f64' } },
      },
    ]);
  });

  it('tracks: [] means none, and neither flat space nor first-order runs have a ghost', () => {
    expect(parseDocument(wrapped({ tracks: [] })).tracks).toEqual([]);
    expect(parseDocument({ ...bare, expansion: { kind: 'flat' } }).tracks).toEqual([]);
    expect(parseDocument({ ...bare, dynamics: { kind: 'gradient-flow' } }).tracks).toEqual([]);
    expect(parseDocument({ ...bare, expansion: { kind: 'power-law' } }).tracks).toHaveLength(1);
  });

  it("the document's version holds for its scenario", () => {
    const { version: _version, ...rest } = bare;
    expect(parseDocument({ version: 1, scenario: rest })).toEqual(
      parseDocument({ version: 1, scenario: bare }),
    );
  });

  it('a track that names its own expansion starts when the main run does', () => {
    const scenario = { ...bare, expansion: { kind: 'power-law', t0: 2 } };
    const sections = { expansion: { kind: 'de-sitter' } };
    const { tracks } = parseDocument({
      version: 1,
      scenario,
      tracks: [{ id: 'a', role: 'other', sections }],
    });
    expect(tracks[0].sections.expansion).toEqual({ kind: 'de-sitter', gamma: 0.3, t0: 2 });
  });
});

describe('run document: printing and reading give the same document', () => {
  const full = parseDocument(
    wrapped({
      scenario: {
        ...bare,
        title: 'Ünïcode "quotes"\n',
        seed: 4294967295,
        data: { kind: 'explicit', X: [[0.1, 1e-300, -1 / 3, 5e-324, 1234567.890123456, 1, 2, 3]] },
        expansion: { kind: 'de-sitter', gamma: 0.1 + 0.2, d: 3 },
      },
      edits: [set(0, 'expansion.gamma', 1 / 3), set(7, 'system.p', 0.7), set(7, 'expansion.d', 2)],
      view: { unrolled: true, 'a b': [1, { c: null }] },
    }),
  );

  it('numbers to the last bit, keys in the order of the format', () => {
    const text = serializeRunDocument(full);
    const again = parseRunDocument(text);
    expect(again).toEqual(full);
    expect(serializeRunDocument(again)).toBe(text);
    expect(Object.keys(JSON.parse(text))).toEqual(['version', 'scenario', 'edits', 'tracks', 'view']);
    expect(Object.keys(JSON.parse(text).scenario)).toEqual([
      'version',
      'title',
      'seed',
      ...sectionNames,
      'noise',
    ]);
  });

  it('the order of keys in the input does not matter', () => {
    const backwards = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      if (Array.isArray(value)) return value.map(backwards);
      return Object.fromEntries(
        Object.entries(value)
          .map(([key, member]) => [key, backwards(member)])
          .reverse(),
      );
    };
    const { view: _view, ...rest } = full;
    const turned = parseDocument(backwards({ ...rest, view: {} }));
    expect(serializeRunDocument(turned)).toBe(serializeRunDocument({ ...full, view: {} }));
  });

  it('edits are folded in order into the scenario as it stands', () => {
    const { expansion, system } = currentScenario(full);
    expect([expansion.gamma, expansion.d, system.p]).toEqual([1 / 3, 2, 0.7]);
    const now = currentDocument(full);
    expect(now.edits).toEqual([]);
    expect(now.scenario).toEqual(currentScenario(full));
  });

  it('sections that no edit changes stay the same objects, and so does the whole when nothing is new', () => {
    const now = currentScenario(full);
    expect(now.data).toBe(full.scenario.data);
    expect(now.initial).toBe(full.scenario.initial);
    expect(currentScenario(full)).toBe(now);
  });

  it('default tracks depend on the scenario alone', () => {
    expect(defaultTracks(full.scenario)).toEqual(full.tracks);
  });
});
