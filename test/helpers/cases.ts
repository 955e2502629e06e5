import { readdirSync, readFileSync } from 'node:fs';
import { createSimulation, type Simulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { parseRunDocument } from '../../src/scenario/document.ts';
import type { RunDocument } from '../../src/scenario/types.ts';

const folder = 'test/cases';

/** Scenarios about which the lab once said what is not so, by the number in their name: '01'. */
export const caseFiles: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder).map((name) => [name.slice(0, 2), name]),
);

export function caseText(number: string): string {
  return readFileSync(`${folder}/${caseFiles[number]}`, 'utf8');
}

export function caseDocument(number: string): RunDocument {
  return parseRunDocument(caseText(number));
}

export function caseRun(number: string): Simulation {
  return createSimulation(caseDocument(number), typescriptKernels);
}
