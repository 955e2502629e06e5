import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { english } from '../messages/english.ts';

/** What a reader can look up: the paper, its errata, a talk, another article. */
const FOUND =
  /^(Eqs?\. \d+(–\d+)?( with noise)?|Table I{1,2}|(erratum )?E\d+|talk on .+|arXiv:\d{4}\.\d{4,5})$/;

it('what stands as the source of a parameter, an equation or a power is no paper of ours alone', () => {
  const said = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(physics|engine)\/.*\.ts$/.test(file))
    .flatMap((file) =>
      [...readFileSync(`src/${file}`, 'utf8').matchAll(/\bsource: (?:\w+ \? )?'([^']+)'/g)].map(
        ([, source]) => `${file}: ${source}`,
      ),
    );
  expect(said.length).toBeGreaterThan(30);
  expect(said.filter((line) => !FOUND.test(line.slice(line.indexOf(': ') + 2)))).toEqual([]);
  const words = Object.entries(english).filter(([, message]) => /\bSec\. \d|physics\.md/.test(message));
  expect(words).toEqual([]);
});
