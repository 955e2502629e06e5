import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseDocument, parseRunDocument } from '../../../src/scenario/document.ts';
import { parseJson } from '../../../src/scenario/json.ts';
import { baseSum, decodeLink, encodeLink } from '../../../src/scenario/link/codec.ts';
import { setOutside, useLab } from '../../../src/store/index.ts';
import type { Outside } from '../../../src/store/types.ts';
import { setWay, wayNow } from '../../../src/store/way.ts';
import { linkNow } from '../../../src/ui/link/make.ts';
import { openLink } from '../../../src/ui/link/open.ts';
import { useUi } from '../../../src/ui/uiState.ts';
import { shipped, shippedIndex } from '../../helpers/shipped.ts';
import { StoreLab } from '../../store/lab.ts';

/** The pictures as they would be: what they show is what they were told to show last. */
class Pictures implements Outside {
  shown: Readonly<Record<'charts' | 'camera' | 'scene' | 'ground', unknown>> = {
    charts: { left: null, right: null },
    camera: undefined,
    scene: null,
    ground: null,
  };
  private put(what: object): void {
    this.shown = { ...this.shown, ...what };
  }
  charts = (): ReturnType<Outside['charts']> => this.shown.charts as ReturnType<Outside['charts']>;
  camera = (): ReturnType<Outside['camera']> => this.shown.camera;
  showCamera = (camera: unknown): void => this.put({ camera });
  ground = (): ReturnType<Outside['ground']> => this.shown.ground as ReturnType<Outside['ground']>;
  showGround = (ground: unknown): void => this.put({ ground });
  scene = (): ReturnType<Outside['scene']> => this.shown.scene as ReturnType<Outside['scene']>;
  showScene = (scene: unknown): void => this.put({ scene });
}

/** Texts that the page fetches, by address. */
let beside: Record<string, string> = {};
let lab: StoreLab;
let pictures: Pictures;
const files = (): void => {
  beside = { './former.json': '{}' };
  for (const [id, text] of Object.entries(shipped)) beside[`./scenarios/${id}.json`] = text;
};
const startPage = (): void => {
  lab = new StoreLab();
  pictures = new Pictures();
  setOutside(pictures);
  useLab.getState().setShipped(shippedIndex);
  useUi.setState({ notice: null });
  setWay(0);
};
beforeEach(() => {
  files();
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve(
      address in beside
        ? new Response(beside[address])
        : new Response('', { status: 404, statusText: 'Not Found' }),
    ),
  );
  startPage();
});
afterEach(() => {
  lab.close();
  vi.unstubAllGlobals();
});

const camera = fc.record({
  yaw: fc.double({ min: -3, max: 3, noNaN: true }),
  pitch: fc.double({ min: -1, max: 1, noNaN: true }),
});
/** What a hand can have done to the screen of `two-fields`-like runs: any of it, in any combination. */
const screens = fc.record({
  step: fc.nat(40),
  gamma: fc.double({ min: 0.01, max: 1, noNaN: true }),
  selected: fc.option(fc.nat(95)),
  hiddenTracks: fc.subarray(['ghost']),
  unrolled: fc.boolean(),
  currents: fc.boolean(),
  drift: fc.boolean(),
  maps: fc.option(fc.boolean()),
  plane: fc.option(fc.record({ spread: fc.double({ min: 0.1, max: 4, noNaN: true }) })),
  comparison: fc.option(fc.constantFrom('twin' as const, 'difference' as const)),
  lesson: fc.option(fc.constantFrom({ id: 'friction', step: 'creep' }, { id: 'descent', step: 'two-runs' })),
  way: fc.constantFrom(0, 0.25, 1),
  camera: fc.option(camera, { nil: undefined }),
  scene: fc.constantFrom('pictures', 'network', 'field', 'universe'),
  charts: fc.record({ left: fc.option(fc.constant('cost')), right: fc.option(fc.constant('space-time')) }),
});
type Screen = typeof screens extends fc.Arbitrary<infer S> ? S : never;

function show(screen: Screen): void {
  const { step, gamma, comparison, way, camera: view, scene, charts, ...state } = screen;
  const run = parseRunDocument(shipped['ring-wave']);
  const twin = {
    id: 'compare',
    role: 'other',
    sections: { expansion: { kind: 'de-sitter', gamma: 0.4 } },
  } as const;
  lab.state.openDocument(
    comparison === null ? run : parseDocument({ ...run, tracks: [...run.tracks, twin] }),
    'ring-wave',
  );
  lab.settle();
  lab.step(step);
  lab.change('expansion.gamma', gamma);
  useLab.setState({
    ...state,
    comparison: comparison === null ? null : { track: 'compare', mode: comparison },
  });
  setWay(way);
  pictures.shown = { charts, camera: view, scene, ground: pictures.shown.ground };
}

/** All that a link has to bring back. */
function stands(): unknown {
  const {
    selected,
    sample,
    hiddenTracks,
    unrolled,
    currents,
    drift,
    maps,
    plane,
    comparison,
    lesson,
    document,
  } = lab.state;
  return {
    at: lab.at,
    weights: lab.weights,
    edits: lab.state.info?.document.edits,
    controls: document?.view.controls,
    way: wayNow(),
    screen: { selected, sample, hiddenTracks, unrolled, currents, drift, maps, plane, comparison, lesson },
    shown: { ...pictures.shown, charts: lab.state.askedCharts, ground: null },
  };
}

async function opened(link: string): Promise<boolean> {
  const isOpen = await openLink(link);
  lab.settle();
  return isOpen;
}

describe('opening a link', () => {
  it('40 screens of any kind come back whole on a page that showed any other, with weights to the last bit; grounds stay', async () => {
    await fc.assert(
      fc.asyncProperty(screens, screens, async (made, other) => {
        lab.close();
        startPage();
        show(made);
        pictures.shown = { ...pictures.shown, ground: 'projector' };
        // Charts that were asked for are those that are shown.
        useLab.setState({ askedCharts: made.charts });
        const before = stands();
        const link = linkNow({ id: 'ring-wave', text: shipped['ring-wave'] }) ?? '';
        const { document } = await decodeLink(link, (id) => shipped[id]);
        expect(document.view).not.toHaveProperty('ground');
        lab.close();
        startPage();
        show(other);
        pictures.shown = { ...pictures.shown, ground: 'paper' };
        expect(await opened(link)).toBe(true);
        expect(stands()).toEqual(before);
        expect(pictures.shown.ground).toBe('paper');
      }),
      { seed: 20_261_129, numRuns: 40 },
    );
  }, 120_000);

  it('on a scenario that has changed since, the notice lists what differs, and its button opens today’s', async () => {
    const run = parseRunDocument(shipped['ring-wave']);
    const link = encodeLink(
      { ...run, view: { ...run.view, step: 6 } },
      { id: 'ring-wave', text: shipped['ring-wave'] },
    );
    const sum = baseSum(parseJson(shipped['ring-wave']));
    const today = shipped['ring-wave'].replace('"gamma": 0.12', '"gamma": 0.5');
    expect(today).not.toBe(shipped['ring-wave']);
    beside['./scenarios/ring-wave.json'] = today;
    beside['./former.json'] = JSON.stringify({ [`ring-wave.${sum}`]: parseJson(shipped['ring-wave']) });
    vi.resetModules();
    const { openLink: openFresh } = await import('../../../src/ui/link/open.ts');
    const { useUi: ui } = await import('../../../src/ui/uiState.ts');
    const { useLab: fresh } = await import('../../../src/store/index.ts');
    expect(await openFresh(link)).toBe(true);
    expect(fresh.getState().document?.scenario.expansion).toMatchObject({ gamma: 0.12 });
    expect(ui.getState().notice).toMatchObject({
      kind: 'since',
      title: run.scenario.title,
      since: { asItWas: true, differs: [{ path: 'expansion.gamma', link: 0.12, here: 0.5 }] },
    });
    ui.getState().notice?.act?.();
    await vi.waitFor(() =>
      expect(fresh.getState().document?.scenario.expansion).toMatchObject({ gamma: 0.5 }),
    );
    // Where it is not kept that is said, and the run is of today's.
    beside['./former.json'] = readFileSync('public/former.json', 'utf8');
    vi.resetModules();
    const again = await import('../../../src/ui/link/open.ts');
    const { useUi: third } = await import('../../../src/ui/uiState.ts');
    expect(await again.openLink(link)).toBe(true);
    expect(third.getState().notice).toMatchObject({ since: { asItWas: false, differs: [] } });
  });

  it('a link cut in the middle, one of 8 MB, one of nothing and a bomb are refused in words, and the run stays', async () => {
    show({ ...fc.sample(screens, { seed: 7, numRuns: 1 })[0], step: 3 });
    const before = stands();
    const link = linkNow({ id: 'ring-wave', text: shipped['ring-wave'] }) ?? '';
    for (const broken of [
      link.slice(0, link.length / 2),
      link.slice(0, -1),
      `#v1.${'A'.repeat(8_000_000)}`,
      '#v1.',
      '#',
      '#v9.AAAAz',
      `#v1.${'%25'.repeat(100_000)}`,
    ]) {
      useLab.getState().report(null);
      expect(await opened(broken), broken.slice(0, 20)).toBe(false);
      expect(lab.state.problem?.expected, broken.slice(0, 20)).toMatch(/link/);
      expect(stands()).toEqual(before);
    }
  });

  it('without its scenario’s file a link says that it could not be fetched, and the run stays; a link that holds all needs none', async () => {
    show({ ...fc.sample(screens, { seed: 7, numRuns: 1 })[0], step: 3 });
    const before = stands();
    const xor = parseRunDocument(shipped.xor);
    delete beside['./scenarios/xor.json'];
    vi.resetModules();
    const fresh = await import('../../../src/ui/link/open.ts');
    const { useLab: there } = await import('../../../src/store/index.ts');
    expect(await fresh.openLink(encodeLink(xor, { id: 'xor', text: shipped.xor }))).toBe(false);
    expect(there.getState().problem?.value).toContain('404');
    expect(stands()).toEqual(before);
    expect(await opened(encodeLink(xor))).toBe(true);
    expect(lab.state.document?.scenario).toEqual(xor.scenario);
  });

  it('of two links asked for at once the last one is open, whichever came first', async () => {
    const of = (id: string): string => encodeLink(parseRunDocument(shipped[id]), { id, text: shipped[id] });
    const [first, second] = await Promise.all([openLink(of('xor')), openLink(of('ring-wave'))]);
    lab.settle();
    expect([first, second]).toEqual([false, true]);
    expect(lab.state.shippedId).toBe('ring-wave');
  });
});
