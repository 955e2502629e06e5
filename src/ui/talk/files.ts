/** Talks come from files and from addresses of this site; what is wrong with one is told, and the run goes on. */
import { text } from '../../messages/index.ts';
import { decodeText, parseJson } from '../../scenario/json.ts';
import { isShippedId } from '../../scenario/shipped.ts';
import { isTalk, parseTalk, printTalk, TALK_LIMITS } from '../../scenario/talk/talk.ts';
import { ScenarioError, show } from '../../scenario/types.ts';
import { useLab } from '../../store/index.ts';
import { download, fileName } from '../files/save.ts';
import { takeTurn } from '../files/turn.ts';
import { announce, useUi } from '../uiState.ts';
import { takeTalk, useTalk } from './state.ts';
import { goTo } from './walk.ts';

/** Characters of an address that are told. */
const SHOWN = 80;

/** Tells what is wrong; what is shown stays. */
function report(source: string, error: unknown): void {
  if (error instanceof ScenarioError) {
    const { path, value, expected } = error;
    useLab.getState().report({ source, path, value: value === undefined ? '' : show(value), expected });
    return;
  }
  const value = error instanceof Error ? error.message : String(error);
  useLab.getState().report({ source, path: '', value, expected: text('talk.fetched') });
}

/** Takes the text of a talk and shows its first state. @returns whether it is one */
function openTalk(source: string, body: string): boolean {
  try {
    const talk = parseTalk(body);
    takeTalk(talk);
    goTo(0);
    announce(text('talk.opened', { title: talk.title, count: talk.states.length }));
    return true;
  } catch (error) {
    report(source, error);
    return false;
  }
}

/** Opens a file that may be a talk, else a run. @param source  its name, for what is wrong with it */
export function openMaybeTalk(source: string, body: string): void {
  let read: unknown;
  try {
    read = parseJson(body);
  } catch (error) {
    report(source, error);
    return;
  }
  if (!isTalk(read)) useLab.getState().openText(source, body);
  else if (openTalk(source, body)) useUi.setState({ dialog: 'talk' });
}

/** Gives the talk to the browser as a download. */
export function saveTalk(): void {
  const { talk } = useTalk.getState();
  try {
    const body = printTalk(talk);
    const name = talk.title === '' ? text('part.talk') : talk.title;
    download(new Blob([body], { type: 'application/json' }), fileName(name));
  } catch (error) {
    report(talk.title, error);
  }
}

/**
 * Where a talk of this site lies: `training` is the shipped talks/training.json, all else is an address beside the page.
 *  @throws ScenarioError where it leads to another site
 */
export function talkAddress(asked: string, base: string): string {
  if (isShippedId(asked)) return new URL(`./talks/${asked}.json`, base).href;
  const expected = text('talk.address');
  let url: URL;
  try {
    url = new URL(asked, base);
  } catch {
    throw new ScenarioError('talk', asked.slice(0, SHOWN), expected);
  }
  const here = new URL(base);
  // A file of a memory stick has no origin that could be compared: there only names beside the page.
  const same =
    here.protocol === 'file:' ? url.href.startsWith(new URL('.', here).href) : url.origin === here.origin;
  if (!same) throw new ScenarioError('talk', asked.slice(0, SHOWN), expected);
  return url.href;
}

/** The bytes of a response, up to the length of a talk. @throws ScenarioError where there are more */
async function readBody(response: Response): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array(await response.arrayBuffer());
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > TALK_LIMITS.file) {
      await reader.cancel();
      throw new ScenarioError('$', length, `a talk of at most ${TALK_LIMITS.file} characters`);
    }
    pieces.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Opens what `?talk=` of an address asks for. @returns whether it could be opened */
export async function openTalkAddress(asked: string): Promise<boolean> {
  const stillAsked = takeTurn();
  const source = `?talk=${asked.length > SHOWN ? `${asked.slice(0, SHOWN)}…` : asked}`;
  try {
    const response = await fetch(talkAddress(asked, window.location.href));
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`.trim());
    // Some servers answer with their page where there is no file.
    if (response.headers.get('content-type')?.startsWith('text/html') === true) throw new Error('404');
    const body = decodeText(await readBody(response));
    return stillAsked() && openTalk(source, body);
  } catch (error) {
    if (stillAsked()) report(source, error);
    return false;
  }
}
