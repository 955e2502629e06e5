import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.tsx?$/.test(name),
);
const material = /\b(?!ShaderMaterial\b)[A-Z]\w*Material\b/;

/** The build leaves out the texts of three's own shaders (vite.config.ts), so that nothing may need them. */
it('shaders: no source names a material of three but ShaderMaterial, none includes a part of its shaders', () => {
  expect(files.length).toBeGreaterThan(500);
  const found = files.filter((file) => {
    const code = readFileSync(`src/${file}`, 'utf8');
    return (/from 'three'/.test(code) && material.test(code)) || /#include\s*</.test(code);
  });
  expect(found).toEqual([]);
});
