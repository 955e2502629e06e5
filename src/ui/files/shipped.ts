import { text } from '../../messages/index.ts';
import { findShipped, isShippedId, readIndex, shippedNames } from '../../scenario/shipped.ts';
import { useLab } from '../../store/index.ts';
import { opensInMotionHere } from './motion.ts';
import { nearestName } from './nearest.ts';
import { takeTurn } from './turn.ts';

const FOLDER = './scenarios';
/** Characters of a wrong id that are told. */
const SHOWN = 40;

/** Texts that were fetched: a scenario opened again needs no network. */
const fetched = new Map<string, string>();

/** The text of a file beside the page, fetched once. @throws Error */
export async function fetchText(address: string): Promise<string> {
  const known = fetched.get(address);
  if (known !== undefined) return known;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  const body = await response.text();
  fetched.set(address, body);
  return body;
}

function reportFetch(source: string, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  useLab.getState().report({ source, path: '', value: reason, expected: text('file.fetched') });
}

/** Fetches the text of one shipped file: a scenario without presets, or a preset. @throws Error when there is none */
export function fetchShipped(id: string): Promise<string> {
  if (!isShippedId(id)) throw new Error(text('file.id'));
  return fetchText(`${FOLDER}/${id}.json`);
}

/** The text of the gallery's small pictures. */
export const fetchThumbnails = (): Promise<string> => fetchText('./thumbnails.json');

/** Takes the texts of all files beside the page ahead, in one request. @throws Error where it fails */
export async function holdShipped(): Promise<void> {
  const { shippedTexts } = await import('./shippedTexts.ts');
  for (const [address, body] of Object.entries(shippedTexts)) fetched.set(address, body);
}

/** Tells that there is no scenario of this name, and the nearest one that there is. */
function reportUnknown(id: string): void {
  const { shipped, report } = useLab.getState();
  const shown = id.length > SHOWN ? `${id.slice(0, SHOWN)}…` : id;
  const nearest = nearestName(id, shippedNames(shipped));
  report({
    source: `?scenario=${shown}`,
    path: '',
    value: text('file.noScenario', { id: shown }),
    expected: nearest === null ? text('file.id') : text('file.nearest', { nearest }),
  });
}

/** Fetches and opens a shipped scenario, or one of its presets, unless another run was asked for meanwhile. */
export async function openShipped(id: string): Promise<void> {
  const { shipped } = useLab.getState();
  const stillAsked = takeTurn();
  const choice = findShipped(shipped, id);
  // Where the list could not be fetched the file itself says whether there is one.
  if (!isShippedId(id) || (shipped.length > 0 && choice === null)) {
    reportUnknown(id);
    return;
  }
  const file = choice?.id ?? id;
  const source = `${file}.json`;
  try {
    const body = await fetchShipped(file);
    if (!stillAsked() || !useLab.getState().openText(source, body, file)) return;
    const { document, play } = useLab.getState();
    if (document !== null && opensInMotionHere(document)) play();
  } catch (error) {
    if (stillAsked()) reportFetch(source, error);
  }
}

/** What an address asks for: the scenario, and what is wrong with how it asks. */
export interface Asked {
  readonly id: string | null;
  readonly odd: { readonly written: string; readonly expected: string } | null;
}

/** Reads `?scenario=` of an address, also where it is misspelt or stands there several times. */
export function askedScenario(search: string): Asked {
  const entries = [...new URLSearchParams(search)];
  const named = entries.filter(([key]) => key === 'scenario');
  const known = entries.find(([key]) => key !== 'scenario' && nearestName(key, ['scenario']) !== null);
  if (named.length === 0 && known !== undefined) {
    const [key, value] = known;
    const expected = text('file.parameter', { read: `?scenario=${value.slice(0, SHOWN)}` });
    return { id: value.trim(), odd: { written: `?${key.slice(0, SHOWN)}=`, expected } };
  }
  const [first] = named;
  if (first === undefined) return { id: null, odd: null };
  const id = first[1].trim();
  const others = named.some(([, value]) => value !== first[1]);
  const expected = text('file.parameterTwice', { id: id.slice(0, SHOWN) });
  return {
    id,
    odd: others
      ? {
          written: `?${named
            .map((pair) => pair.join('='))
            .join('&')
            .slice(0, 2 * SHOWN)}`,
          expected,
        }
      : null,
  };
}

/**
 * Fetches the list, and opens the scenario that the address names, else the first.
 *  @param stands  a run that was kept is already there: the list alone is wanted
 */
export async function startShipped(search: string, stands = false): Promise<void> {
  try {
    const list = readIndex(JSON.parse(await fetchText(`${FOLDER}/index.json`)));
    useLab.getState().setShipped(list);
    if (stands) return;
    const { id, odd } = askedScenario(search);
    if (id !== null) await openShipped(id);
    if (odd !== null && useLab.getState().problem === null) {
      useLab.getState().report({ source: '', path: '', value: odd.written, expected: odd.expected });
    }
    if (useLab.getState().document === null && list.length > 0) {
      const { problem } = useLab.getState();
      await openShipped(list[0].id);
      // A wrong address opens the first scenario and still says what was wrong.
      if (problem !== null) useLab.getState().report(problem);
    }
  } catch (error) {
    reportFetch('index.json', error);
  }
}
