import { text } from '../../messages/index.ts';
import { decodeText } from '../../scenario/json.ts';
import { useLab } from '../../store/index.ts';
import { Later } from '../../store/later.ts';
import { takeTurn } from './turn.ts';

export const FILE_INPUT_ID = 'open-file';
/** Scenario files are small; anything larger is a mistake or an attack. */
export const LARGEST_FILE = 8 * 1024 * 1024;
/** A picture holds its run beside its pixels. */
const LARGEST_PICTURE = 16 * LARGEST_FILE;

/** Opens the browser's file dialog. */
export function chooseFile(): void {
  document.getElementById(FILE_INPUT_ID)?.click();
}

/** Reads a file and opens it, unless another run was asked for meanwhile; what is wrong with it is told, and the run goes on. */
export async function openFile(file: File): Promise<void> {
  const lab = useLab.getState();
  const stillAsked = takeTurn();
  // Results of a sweep, and tables, are read by the parts that show them.
  const isResults = /\.ndjson$/i.test(file.name);
  const isTable = /\.(?:csv|tsv|tab|txt)$/i.test(file.name);
  const isPicture = /\.(?:png|svg)$/i.test(file.name);
  if (!isResults && file.size > (isPicture ? LARGEST_PICTURE : LARGEST_FILE)) {
    lab.report({
      source: file.name,
      path: '',
      value: text('file.size', { size: (file.size / 1048576).toFixed(1) }),
      expected: text('file.largest', { size: (isPicture ? LARGEST_PICTURE : LARGEST_FILE) / 1048576 }),
    });
    return;
  }
  try {
    if (isResults) {
      await sweepFiles.use((part) => part.openResultFile(file, stillAsked));
      return;
    }
    if (isTable) {
      await tables.use((part) => part.openTableFile(file, stillAsked));
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isPicture) {
      await pictureRuns.use((part) => openBody(file.name, part.runInPicture(bytes), stillAsked));
      return;
    }
    await openBody(file.name, decodeText(bytes), stillAsked);
  } catch (error) {
    if (!stillAsked()) return;
    const reason = error instanceof Error ? error.message : String(error);
    lab.report({ source: file.name, path: '', value: reason, expected: text('file.readable') });
  }
}

/** Opens what a text is: a talk, a lesson, a sweep, else a run. @param source  its name, for what is wrong with it */
async function openBody(source: string, body: string, stillAsked: () => boolean): Promise<void> {
  if (!stillAsked()) return;
  if (/^\uFEFF?\s*\{[^]*"kind"\s*:\s*"talk"/.test(body)) {
    await talks.use((part) => part.openMaybeTalk(source, body));
  } else if (/^\uFEFF?\s*\{[^]*"kind"\s*:\s*"lesson"/.test(body)) {
    await lessons.use((part) => part.openMaybeLesson(source, body, stillAsked));
  } else if (!/^\s*\{[^]*"axes"\s*:/.test(body)) useLab.getState().openText(source, body);
  else await sweepFiles.use((part) => part.openMaybeSweep(source, body, stillAsked));
}

/** A part that reads files of its own; a failure to fetch it is told once, and asked anew. */
function reader<P>(load: () => Promise<P>): { readonly use: (open: (part: P) => unknown) => Promise<void> } {
  const part = new Later(load);
  return {
    async use(open) {
      try {
        await open(await part.ask());
      } catch (error) {
        part.forgetFailure();
        throw error;
      }
    },
  };
}

const sweepFiles = reader(() => import('../sweep/files.ts'));
const lessons = reader(() => import('../lesson/open.ts'));
const talks = reader(() => import('../talk/present.ts'));
const pictureRuns = reader(() => import('../export/readBack.ts'));
const tables = reader(() => import('../data/state.ts'));

/** Calls a command of talks; that their part cannot be fetched is told. */
export function withTalk(command: 'addState' | 'togglePresenting'): void {
  talks
    .use((part) => part[command]())
    .catch((error: unknown) => {
      const value = error instanceof Error ? error.message : String(error);
      useLab.getState().report({ source: '', path: '', value, expected: text('file.fetched') });
    });
}
