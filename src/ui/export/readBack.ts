import '../../messages/late.ts';
import { text } from '../../messages/index.ts';
import { decodeText } from '../../scenario/json.ts';
import { pngText } from './png.ts';
import { RUN_KEYWORD } from './run.ts';
import { svgRun } from './svg.ts';

/** The run in a picture that was saved here. @throws Error whose message says that there is none */
export function runInPicture(bytes: Uint8Array): string {
  const isPng = bytes[0] === 0x89;
  const found = isPng ? pngText(bytes, RUN_KEYWORD) : svgRun(decodeText(bytes));
  if (found === null) throw new Error(text('file.noRun'));
  return found;
}
