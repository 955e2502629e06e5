import { readdirSync, readFileSync } from 'node:fs';
import type { ShippedDocument } from '../../src/engine/verify/types.ts';
import { parseRunDocument } from '../../src/scenario/document.ts';
import { readIndex } from '../../src/scenario/shipped.ts';

const folder = 'public/scenarios';

/** Texts of the shipped scenarios and their presets, by id. */
export const shipped: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'index.json')
    .map((name) => [name.slice(0, -'.json'.length), readFileSync(`${folder}/${name}`, 'utf8')]),
);

/** The list as it stands in its file, of any shape. */
export const shippedJson: unknown = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8'));

/** The list that the scenario picker shows. */
export const shippedIndex = readIndex(shippedJson);

/** Everything that can be opened, as it is opened. */
export function shippedDocuments(): readonly ShippedDocument[] {
  return Object.entries(shipped).map(([id, text]) => ({ id, document: parseRunDocument(text) }));
}
