import { describe, expect, it } from 'vitest';
import { arrangement } from '../../src/ui/embed/arrangement.ts';
import { runAddress, stepAddress } from '../../src/ui/embed/labAddress.ts';
import { embedAddress, isLocal, snippetOf } from '../../src/ui/embed/snippet.ts';

const asked = {
  address: 'https://lab.example/sft/?scenario=circle',
  level: 'run',
  pictures: 'field',
  ground: null,
  play: false,
  size: { ratio: [16, 9] },
  title: 'A circle',
} as const;

describe('the HTML of a frame', () => {
  it('bears level, picture and play; the hash of a link stays at its end', () => {
    expect(embedAddress({ ...asked, address: 'https://lab.example/#v1.abcx_-yz' })).toBe(
      'https://lab.example/?embed=run&pictures=field&play=0#v1.abcx_-yz',
    );
  });

  it('a title from a stranger’s file ends no attribute and begins no tag', () => {
    const html = snippetOf({ ...asked, title: '"><script>alert(1)</script>&amp;' });
    expect(html).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;"');
    expect(html.match(/</g)).toHaveLength(2);
    expect(html).toContain(
      'src="https://lab.example/sft/?scenario=circle&amp;embed=run&amp;pictures=field&amp;play=0"',
    );
  });

  it('is as wide as the text in proportion, or so many pixels and no wider than the text', () => {
    expect(snippetOf(asked)).toContain('width: 100%; aspect-ratio: 16 / 9; min-height: 200px');
    expect(snippetOf({ ...asked, size: { width: 480, height: 320 } })).toContain(
      'width: 480px; max-width: 100%; height: 320px',
    );
  });

  it('knows an address that nobody else can reach', () => {
    for (const local of ['http://localhost:4173/', 'http://127.0.0.1/', 'http://[::1]:80/', 'file:///a.html'])
      expect(isLocal(local), local).toBe(true);
    for (const open of ['https://lab.example/', 'https://localhost.example/', 'https://a12.7.example/'])
      expect(isLocal(open), open).toBe(false);
  });
});

describe('the way from a frame to the lab', () => {
  it('is the lab’s own address with the scenario, and nothing of the embed', () => {
    const frame =
      'https://lab.example/sft/index.html?embed=bare&play=1&origin=https://a.example&scenario=circle#x';
    expect(runAddress(frame, 'circle')).toBe('https://lab.example/sft/?scenario=circle');
    expect(runAddress(frame, null)).toBe('https://lab.example/sft/');
    expect(runAddress(frame, 'circle', '#v1.AAAz')).toBe('https://lab.example/sft/#v1.AAAz');
  });
});

describe('the address of a step of a lesson', () => {
  it('is the page’s own, by the names of lesson and step, with nothing else that it was asked for', () => {
    const page = 'https://lab.example/sft/index.html?quality=test&scenario=circle#v1.AAz';
    expect(stepAddress(page, 'friction', 'creep')).toBe(
      'https://lab.example/sft/index.html?lesson=friction&step=creep',
    );
    expect(embedAddress({ ...asked, address: stepAddress(page, 'friction', 'creep') })).toBe(
      'https://lab.example/sft/index.html?lesson=friction&step=creep&embed=run&pictures=field&play=0',
    );
  });
});

describe('pictures in a small frame', () => {
  it('two where each has 220 pixels, beside or above each other, else one', () => {
    expect(arrangement(720, 300)).toBe('beside');
    expect(arrangement(300, 560)).toBe('above');
    expect(arrangement(300, 420)).toBe('one');
    expect(arrangement(480, 200)).toBe('one');
    expect(arrangement(440, 220)).toBe('beside');
  });
});
