import { readdirSync, readFileSync } from 'node:fs';

const folder = 'public/scenarios';

/** Texts of the shipped scenarios, by id. */
export const shipped: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'index.json')
    .map((name) => [name.slice(0, -'.json'.length), readFileSync(`${folder}/${name}`, 'utf8')]),
);

/** The list that the scenario picker shows. */
export const shippedIndex = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as readonly {
  id: string;
  title: string;
  about: string;
}[];
