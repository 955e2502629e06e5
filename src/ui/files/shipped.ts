import { text } from '../../messages/index.ts';
import { useLab, type ShippedScenario } from '../../store/index.ts';

const FOLDER = './scenarios';
/** Ids become part of an address: nothing but these characters. */
const ID = /^[a-z0-9-]{1,64}$/;

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
  return response.text();
}

/** Keeps the entries of the index that have the right shape. */
export function readIndex(json: unknown): readonly ShippedScenario[] {
  if (!Array.isArray(json)) return [];
  return json.filter((entry): entry is ShippedScenario => {
    if (typeof entry !== 'object' || entry === null) return false;
    const { id, title, about } = entry as Record<string, unknown>;
    return typeof id === 'string' && ID.test(id) && typeof title === 'string' && typeof about === 'string';
  });
}

function reportFetch(source: string, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  useLab.getState().report({ source, path: '', value: reason, expected: text('file.readable') });
}

/** Fetches the text of one shipped scenario. @throws Error when there is none */
export function fetchShipped(id: string): Promise<string> {
  if (!ID.test(id)) throw new Error(text('file.id'));
  return fetchText(`${FOLDER}/${id}.json`);
}

/** Fetches and opens one shipped scenario. */
export async function openShipped(id: string): Promise<void> {
  if (!ID.test(id)) {
    useLab.getState().report({ source: '?scenario=', path: '', value: id, expected: text('file.id') });
    return;
  }
  const source = `${id}.json`;
  try {
    useLab.getState().openText(source, await fetchShipped(id), id);
  } catch (error) {
    reportFetch(source, error);
  }
}

/** Fetches the list and opens the scenario that the address names (`?scenario=`), else the first. */
export async function startShipped(search: string): Promise<void> {
  try {
    const list = readIndex(JSON.parse(await fetchText(`${FOLDER}/index.json`)));
    useLab.getState().setShipped(list);
    const asked = new URLSearchParams(search).get('scenario');
    if (asked !== null) await openShipped(asked);
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
