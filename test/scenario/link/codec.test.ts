import { describe, expect, it } from 'vitest';
import { createSimulation } from '../../../src/engine/simulation.ts';
import { bitsHash } from '../../../src/engine/hash.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { parseDocument, parseRunDocument } from '../../../src/scenario/document.ts';
import { decodeLink, encodeLink, type Linked } from '../../../src/scenario/link/codec.ts';
import { pack } from '../../../src/scenario/link/packed.ts';
import { ScenarioError, type RunDocument } from '../../../src/scenario/types.ts';
import { shipped } from '../../helpers/shipped.ts';
import { goldenBase, goldenLink, goldenRun, goldenShortLink, goldenShortRun } from './golden.ts';

const resolve = (id: string): string => {
  if (!Object.hasOwn(shipped, id)) throw new ScenarioError('link.shipped', id, 'a shipped scenario');
  return shipped[id];
};
const ofBase = (): string => goldenBase;
const neverAsked = (id: string): string => {
  throw new Error(`asked for ${id}`);
};

async function refusalOf(text: string): Promise<ScenarioError> {
  const thrown: unknown = await decodeLink(text, ofBase).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof ScenarioError)) throw new Error(`not refused: ${text}`, { cause: thrown });
  return thrown;
}

/** Hash of the weights and velocities of all tracks after so many steps. */
function hashAt(document: RunDocument, step: number): string {
  const simulation = createSimulation(document, typescriptKernels);
  simulation.advance(step);
  return simulation.tracks
    .flatMap(({ weights, velocity }) => [weights, velocity])
    .map((part) => bitsHash(Float64Array.from(part)))
    .join(' ');
}

describe('links: what they carry', () => {
  it('every shipped scenario comes back whole and as changes; no link of one is longer than 150 characters', async () => {
    for (const [id, text] of Object.entries(shipped)) {
      const document = parseRunDocument(text);
      const view = {
        ...document.view,
        step: 1234,
        scene: 'pictures',
        charts: { left: 'cost', right: 'learned' },
      };
      const run = { ...document, view, kernel: 'simd' };
      const short = encodeLink(run, { id, text });
      expect(short.length, id).toBeLessThanOrEqual(150);
      expect(await decodeLink(short, resolve)).toEqual({ document: run, shippedId: id, since: null });
      const whole = encodeLink(run);
      expect((await decodeLink(whole, neverAsked)).document).toEqual(run);
      if (JSON.stringify(run).length < 1200) expect(whole.length, id).toBeLessThanOrEqual(400);
    }
  }, 120_000);

  it('a run with edits, a poke and a comparison has the same bits after 300 steps', async () => {
    const run = parseRunDocument(goldenRun);
    const { document } = await decodeLink(encodeLink(run), neverAsked);
    const hash = hashAt(document, 300);
    expect(hash).toBe(hashAt(run, 300));
    expect(hash).not.toBe(hashAt({ ...run, edits: run.edits.slice(1) }, 300));
  });

  it('numbers come back to the last bit, −0 and the smallest and largest ones as well', async () => {
    const weights = [-0, 0, 5e-324, -1.7976931348623157e308, 0.1 + 0.2, 1 / 3, -2.2250738585072014e-308];
    const base = parseRunDocument(goldenBase);
    const full = Array.from({ length: 96 }, (_, index) => weights[index % weights.length]);
    const command = { kind: 'state', weights: full, velocity: [...full].reverse() } as const;
    const run = { ...base, edits: [{ step: 3, command }] };
    for (const link of [encodeLink(run), encodeLink(run, { id: 'ring-wave', text: goldenBase })]) {
      const [edit] = (await decodeLink(link, ofBase)).document.edits;
      if (edit.command.kind !== 'state') throw new Error(edit.command.kind);
      expect(edit.command.weights.every((value, index) => Object.is(value, full[index]))).toBe(true);
    }
  });

  it('where the whole is shorter than the changes, it is the whole that is written, and its scenario is named', async () => {
    const other = parseRunDocument(shipped.digits);
    const run = { ...parseRunDocument(goldenBase), view: { step: 2 } };
    const link = encodeLink(run, { id: 'digits', text: shipped.digits });
    expect(await decodeLink(link, neverAsked)).toEqual({
      document: run,
      shippedId: 'digits',
      since: null,
    });
    expect(other.scenario.title).not.toBe(run.scenario.title);
  });
});

describe('links: versions', () => {
  it('the golden links of version 1 open as they did on 2026-11-29', async () => {
    expect((await decodeLink(goldenLink, neverAsked)).document).toEqual(parseRunDocument(goldenRun));
    const short = await decodeLink(goldenShortLink, ofBase);
    expect(short).toEqual({ document: goldenShortRun(), shippedId: 'ring-wave', since: null });
  });

  it('version 1 writes what it wrote', () => {
    expect(encodeLink(parseRunDocument(goldenRun))).toBe(goldenLink);
    expect(encodeLink(goldenShortRun(), { id: 'ring-wave', text: goldenBase })).toBe(goldenShortLink);
  });

  it('a link of a later version is told as one', async () => {
    const { value, expected } = await refusalOf(goldenLink.replace('v1', 'v2'));
    expect(value).toBe('v2');
    expect(expected).toContain('newer lab');
    expect((await refusalOf(goldenLink.replace('v1', 'v0'))).expected).toContain('some letter was changed');
  });
});

describe('links: damage', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

  for (const link of [goldenLink, goldenShortLink]) {
    it(`every one of ${link.length} characters that is changed, lost or doubled is found`, async () => {
      const whole = await decodeLink(link, ofBase);
      for (let at = 0; at < link.length; at++) {
        const letter = link[at];
        const others = [
          letters[(letters.indexOf(letter) + 1 + at) % 64],
          letters[(letters.indexOf(letter) + 33) % 64],
          '*',
        ];
        for (const other of others.filter((one) => one !== letter)) {
          const { path } = await refusalOf(link.slice(0, at) + other + link.slice(at + 1));
          expect(path).toBe('link');
        }
        const lost = link.slice(0, at) + link.slice(at + 1);
        // Without its # a link is still a link.
        if (at === 0) expect(await decodeLink(lost, ofBase)).toEqual(whole);
        else expect((await refusalOf(lost)).path).toBe('link');
        // Behind its end a link may have anything.
        const doubled = link.slice(0, at) + letter + link.slice(at);
        if (at === 0 || at === link.length - 1) expect(await decodeLink(doubled, ofBase)).toEqual(whole);
        else expect((await refusalOf(doubled)).path).toBe('link');
      }
    });
  }

  it('a link that was cut anywhere says how much of it came', async () => {
    for (let length = 0; length < goldenLink.length; length++) {
      const { path, expected } = await refusalOf(goldenLink.slice(0, length));
      expect(path).toBe('link');
      if (length >= 8) {
        const all = goldenLink.length - '#v1.'.length;
        expect(expected).toContain(`${length - '#v1.'.length} of its ${all} characters came`);
      }
    }
  });

  it('two letters that change places are found', async () => {
    for (let at = 4; at + 1 < goldenLink.length; at++) {
      const [a, b] = goldenLink.slice(at, at + 2);
      if (a !== b) await refusalOf(goldenLink.slice(0, at) + b + a + goldenLink.slice(at + 2));
    }
  });
});

describe('links: what programs do to them', () => {
  const address = `https://lab.example/#${goldenLink.slice(1)}`;
  const wrapped = (width: number, mark: string): string =>
    (address.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(mark);
  const mangled: Readonly<Record<string, string>> = {
    'an address': address,
    'in brackets': `<${address}>`,
    'in Markdown': `[the run](${address}), as promised`,
    'with a full stop': `${address}.`,
    'with quotes and a comma': `“${address}”,`,
    'with a dash and an underscore': `_${address}_-`,
    'with blanks around it': `  \n\t${address}\u00A0\n`,
    'with words behind it': `Look here: ${address} Is it not fine?`,
    'percent-encoded': encodeURIComponent(address),
    'percent-encoded three times': encodeURIComponent(encodeURIComponent(encodeURIComponent(address))),
    'wrapped by mail': wrapped(72, '\r\n'),
    'quoted by mail': wrapped(70, '\n> > '),
    'quoted-printable': wrapped(60, '=\n'),
    'with letters of no width': wrapped(40, '\u200B'),
    'with typographic hyphens': address.replaceAll('-', '\u2011'),
    'without its #': goldenLink.slice(1),
  };
  for (const [what, text] of Object.entries(mangled)) {
    it(`${what}: the same run`, async () => {
      expect((await decodeLink(text, neverAsked)).document).toEqual(parseRunDocument(goldenRun));
    });
    // What a browser makes of it in an address: letters beyond ASCII come percent-encoded.
    const [, behind] = text.split('#');
    if (behind === undefined) continue;
    it(`${what}, as the hash of an address: the same run`, async () => {
      const { hash } = new URL(`https://lab.example/#${behind}`);
      expect((await decodeLink(hash, neverAsked)).document).toEqual(parseRunDocument(goldenRun));
    });
  }

  it('a link that a program cut with … says so by that letter, also as the hash of an address', async () => {
    for (const mark of ['…', '😀']) {
      const { hash } = new URL(address.slice(0, 60) + mark);
      expect((await refusalOf(hash)).expected).toContain(`characters came before “${mark}”`);
    }
  });

  it('two links pasted one behind the other are told, whatever stands between them; the same one twice opens', async () => {
    const other = encodeLink(parseRunDocument(goldenBase));
    for (const between of ['', ' ', '.', 'https://lab.example/', '\n\nhttps://lab.example/?scenario=xor']) {
      const { path, value, expected } = await refusalOf(goldenLink + between + other);
      expect({ path, value }).toEqual({ path: 'link', value: '2 links' });
      expect(expected).toContain('one after the other');
      for (const again of [goldenLink, goldenLink.slice(0, 50)]) {
        const { document } = await decodeLink(goldenLink + between + again, neverAsked);
        expect(document).toEqual(parseRunDocument(goldenRun));
      }
    }
  });

  it('a link in small letters or in capitals alone is told as a changed one, without a length that none has', async () => {
    for (const text of [goldenLink.toLowerCase(), goldenLink.toUpperCase()]) {
      const { path, expected } = await refusalOf(text);
      expect(path).toBe('link');
      expect(expected).toContain('small letters and capitals differ');
    }
  });

  it('two hyphens that became a long dash are two again', async () => {
    // Some link has two in a row.
    const run = parseRunDocument(goldenBase);
    for (let step = 0; step < 20_000; step++) {
      const one = { ...run, view: { step } };
      const link = encodeLink(one);
      if (!link.includes('--')) continue;
      expect((await decodeLink(link.replaceAll('--', '\u2014'), neverAsked)).document).toEqual(one);
      return;
    }
    throw new Error('no link has two hyphens in a row');
  });

  it('a text without a link is refused as one', async () => {
    for (const text of ['', '#', 'hello', '#scenario', '#v1', 'https://lab.example/?scenario=ring-wave']) {
      expect((await refusalOf(text)).expected).toContain('#v1.');
    }
  });
});

describe('links: the scenario that they build on', () => {
  it('one that has changed since is told, and its changes are there', async () => {
    const changed = goldenBase.replace('"K": 4', '"K": 5');
    const linked: Linked = await decodeLink(goldenShortLink, () => changed);
    expect(linked.since).toEqual({ asItWas: false, differs: [] });
    expect(linked.document.edits).toEqual(goldenShortRun().edits);
    // Blanks and lines of a file are no change.
    const spaced = JSON.stringify(JSON.parse(goldenBase), null, 7);
    expect((await decodeLink(goldenShortLink, () => spaced)).since).toBeNull();
  });

  it('one that no longer fits is told as such', async () => {
    const run = goldenShortRun();
    const command = { kind: 'set', path: 'data.J', value: 0.5 } as const;
    const link = encodeLink(parseDocument({ ...run, edits: [{ step: 1, command }] }), {
      id: 'ring-wave',
      text: goldenBase,
    });
    const other = goldenBase.replace('"kind": "uniform-bonds", "K": 4, "J": 0.02', '"kind": "smooth-random"');
    const thrown: unknown = await decodeLink(link, () => other).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ScenarioError);
    expect((thrown as ScenarioError).expected).toContain('has changed since the link was made');
  });

  it('a name that is none of a shipped scenario is asked of nobody', async () => {
    const { document } = await decodeLink(goldenLink, neverAsked);
    for (const shippedId of ['../secret', '//elsewhere.example/a', 'a/b', '', 7, null, ['xor']]) {
      for (const said of [
        { document, shipped: shippedId },
        { changes: [], shipped: shippedId, base: '00000000' },
      ]) {
        const thrown: unknown = await decodeLink(`#v1.${pack(JSON.stringify(said))}`, neverAsked).catch(
          (error: unknown) => error,
        );
        expect(thrown).toBeInstanceOf(ScenarioError);
        expect((thrown as ScenarioError).path).toBe('link.shipped');
      }
    }
  });

  it('one that cannot be had is what it is refused for', async () => {
    await expect(decodeLink(goldenShortLink, () => Promise.reject(new Error('404')))).rejects.toThrow('404');
  });
});
