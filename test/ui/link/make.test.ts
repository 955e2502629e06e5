import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeLink } from '../../../src/scenario/link/codec.ts';
import { parseRunDocument } from '../../../src/scenario/document.ts';
import { departedLink, linkAddress, linkNow, linkOf } from '../../../src/ui/link/make.ts';
import { useLab } from '../../../src/store/index.ts';
import { shipped, shippedIndex } from '../../helpers/shipped.ts';
import { StoreLab } from '../../store/lab.ts';

const ofShipped = (id: string): string => shipped[id];

let lab: StoreLab;
beforeEach(() => {
  lab = new StoreLab();
});
afterEach(() => {
  lab.close();
  vi.unstubAllGlobals();
});

describe('links: what of a run is in them', () => {
  it('step, edits, pictures, selection, key controls, lesson and kernel; not the ground, not runs put aside', async () => {
    const { openText, setShipped } = useLab.getState();
    setShipped(shippedIndex);
    openText('ring-wave.json', shipped['ring-wave'], 'ring-wave');
    lab.settle();
    lab.state.step(6);
    lab.settle();
    lab.change('expansion.gamma', 0.25);
    useLab.setState({ selected: 5, lesson: { id: 'friction', step: 'creep' } });
    lab.state.branch();
    const saved = parseRunDocument(lab.state.save());
    expect(Object.keys(saved.view)).toContain('branches');
    const link = linkNow({ id: 'ring-wave', text: shipped['ring-wave'] });
    const { document, shippedId } = await decodeLink(link ?? '', ofShipped);
    expect(shippedId).toBe('ring-wave');
    const { branches: _branches, about: _about, ...view } = saved.view;
    expect(document).toEqual({ ...saved, view });
    expect(document.view).toMatchObject({
      step: 6,
      controls: ['data.J'],
      selection: { weight: 5 },
      lesson: { id: 'friction', step: 'creep' },
    });
    expect(document.edits).toHaveLength(1);
    expect(document.kernel).toBe('typescript');
  });

  it('linkOf: a document with a ground leaves it at home; without its scenario’s file the whole run is written', async () => {
    const run = parseRunDocument(shipped.xor);
    const grounded = { ...run, view: { ...run.view, ground: 'projector', step: 3 } };
    vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')));
    const link = await linkOf(grounded, 'circle');
    const asked = (): string => {
      throw new Error('asked for a file');
    };
    expect((await decodeLink(link, asked)).document.view).toEqual({ ...run.view, step: 3 });
  });

  it('what an article is given of a run that has moved on is without the step of a lesson', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')));
    lab.state.step(2);
    lab.settle();
    useLab.setState({ lesson: { id: 'friction', step: 'creep' } });
    const { document } = await decodeLink((await departedLink()) ?? '', ofShipped);
    expect(document.view).toMatchObject({ step: 2 });
    expect(document.view).not.toHaveProperty('lesson');
    expect((await decodeLink(linkNow(undefined) ?? '', ofShipped)).document.view).toHaveProperty('lesson');
  });

  it('a document longer than is wanted has no link', () => {
    expect(linkNow(undefined, 10)).toBeNull();
  });

  it('the address is the page’s own, without what its query said', () => {
    expect(linkAddress('#v1.AAz', 'https://lab.example/a/?scenario=xor&quality=test#v1.B')).toBe(
      'https://lab.example/a/#v1.AAz',
    );
    expect(linkAddress('#v1.AAz', 'file:///stick/lab.html')).toBe('file:///stick/lab.html#v1.AAz');
  });
});
