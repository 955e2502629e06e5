import type { Sheet } from '../engine/protocol.ts';
import type { TextPart } from './scene/labelLayer.ts';
import type { Sites } from './lattice.ts';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋';

/** Takes a sheet's name apart: 'W⁽²⁾' and 'W²' are W with a raised 2, 'W₋₁' is W with a lowered −1. */
export function symbolOf(name: string): TextPart {
  const component = /^([^₀₁₂₃₄₅₆₇₈₉₊₋]+)([₊₋]?[₀₁₂₃₄₅₆₇₈₉]+)$/.exec(name);
  if (component !== null) {
    const sub = [...component[2]].map((sign) => '0123456789+−'[LOWERED.indexOf(sign)]).join('');
    return { symbol: component[1], sub };
  }
  const match = /^([^⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾]+)⁽?([⁰¹²³⁴⁵⁶⁷⁸⁹]+)⁾?$/.exec(name);
  if (match === null) return { symbol: name };
  return { symbol: match[1], sup: [...match[2]].map((digit) => RAISED.indexOf(digit)).join('') };
}

/** Index of a weight as it stands under its symbol: '5', or '6, 5' on a sheet. */
export function siteIndex(sheets: readonly Sheet[], sites: Sites, weight: number): string {
  const sheet = sites.sheet[weight];
  if (sheet < 0) return String(weight);
  const grid = sheets[sheet].rows > 1 || (sheets.length > 2 && sheets.some(({ rows }) => rows > 1));
  return grid ? `${sites.row[weight]}, ${sites.column[weight]}` : String(sites.column[weight]);
}

/** The symbol of a weight: w with its site below, after the number of its component if it has one. */
export function weightParts(sheets: readonly Sheet[], sites: Sites, weight: number): TextPart {
  const sheet = sites.sheet[weight];
  const name = symbolOf(sheet < 0 ? 'w' : sheets[sheet].name);
  const index = siteIndex(sheets, sites, weight);
  return { ...name, sub: name.sub === undefined ? index : `${name.sub}; ${index}` };
}

/** The same as plain words, for summaries: 'w 5', 'W² 6, 5'. */
export function weightWords(sheets: readonly Sheet[], sites: Sites, weight: number): string {
  const sheet = sites.sheet[weight];
  return `${sheet < 0 ? 'w' : sheets[sheet].name} ${siteIndex(sheets, sites, weight)}`;
}
