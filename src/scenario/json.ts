import { ScenarioError } from './types.ts';

/** Largest text of a document, in characters (links, files and standard input are untrusted). */
const maxTextLength = 8 * 1024 * 1024;
/**
 * Reads JSON text.
 * @throws ScenarioError at `$`, with line and column of the fault, when the text is not JSON or too long
 */
export function parseJson(text: string): unknown {
  if (text.length > maxTextLength) {
    throw new ScenarioError('$', text.length, `a text of at most ${maxTextLength} characters`);
  }
  try {
    // Files of some editors begin with a byte order mark.
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as unknown;
  } catch {
    const fault = locateFault(text);
    const before = text.slice(0, fault.offset);
    const line = before.split('\n').length;
    const column = fault.offset - before.lastIndexOf('\n');
    const rest = text.slice(fault.offset, fault.offset + 12);
    const found = fault.offset >= text.length ? 'end of text' : rest;
    const place = `at line ${line}, column ${column}`;
    const foreign = /^[-+]?(NaN|Infinity|inf|nan|None|True|False|undefined)\b/.exec(rest)?.[1];
    if (foreign !== undefined) {
      // Python's json writes NaN and Infinity unless told not to.
      throw new ScenarioError('$', foreign, `JSON: ${instead(foreign)} ${place}; JSON has no ${foreign}`);
    }
    throw new ScenarioError('$', found, `JSON: ${fault.expected} ${place}`);
  }
}

/** What JSON has in the place of a word of another language. */
function instead(word: string): string {
  if (word === 'None' || word === 'undefined') return 'null, or nothing at all,';
  return word === 'True' || word === 'False' ? word.toLowerCase() : 'a finite number';
}

/**
 * Reads the bytes of a file: UTF-8, or UTF-16 by its mark or by the zeros between its letters (editors of some systems,
 * and PowerShell, write it).
 */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const little = (a === 0xff && b === 0xfe) || (a !== 0 && b === 0);
  const big = (a === 0xfe && b === 0xff) || (a === 0 && b !== 0);
  const many = bytes.length > 1;
  return new TextDecoder(many && little ? 'utf-16le' : many && big ? 'utf-16be' : 'utf-8').decode(bytes);
}

type Awaited = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'comma' | 'end';
const expectations: Record<Awaited, string> = {
  value: 'a value',
  'value or ]': "a value or ']'",
  name: 'a name in double quotes',
  'name or }': "a name in double quotes or '}'",
  colon: "':'",
  comma: "',' or a closing bracket",
  end: 'nothing more',
};

/** Finds where a text stops being JSON; iterative, so that deep nesting cannot exhaust the stack. */
function locateFault(text: string): { offset: number; expected: string } {
  const open: ('{' | '[')[] = [];
  let awaited: Awaited = 'value';
  const after = (): Awaited => (open.length === 0 ? 'end' : 'comma');
  let at = 0;
  for (;;) {
    while (' \t\n\r'.includes(text[at]) && at < text.length) at += 1;
    const fault = { offset: at, expected: expectations[awaited] };
    if (at >= text.length) return fault;
    const character = text[at];
    const inObject = open[open.length - 1] === '{';
    if (awaited === 'value' || awaited === 'value or ]') {
      if (character === ']' && awaited === 'value or ]') {
        open.pop();
        awaited = after();
        at += 1;
      } else if (character === '{' || character === '[') {
        open.push(character);
        awaited = character === '{' ? 'name or }' : 'value or ]';
        at += 1;
      } else {
        const end: number = character === '"' ? stringEnd(text, at) : wordEnd(text, at);
        if (end <= at) return { offset: -end, expected: expectations[awaited] };
        at = end;
        awaited = after();
      }
    } else if (awaited === 'name' || awaited === 'name or }') {
      if (character === '}' && awaited === 'name or }') {
        open.pop();
        awaited = after();
        at += 1;
      } else {
        if (character !== '"') return fault;
        const end = stringEnd(text, at);
        if (end <= at) return { offset: -end, expected: 'a text without faults' };
        at = end;
        awaited = 'colon';
      }
    } else if (awaited === 'colon') {
      if (character !== ':') return fault;
      awaited = 'value';
      at += 1;
    } else {
      if (awaited === 'end') return fault;
      if (character === ',') awaited = inObject ? 'name' : 'value';
      else if (character === (inObject ? '}' : ']')) {
        open.pop();
        awaited = after();
      } else return fault;
      at += 1;
    }
  }
}

/** End of the string that starts at `at`; minus the offset of its fault where it has one. */
function stringEnd(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i += 1) {
    const character = text[i];
    if (character === '"') return i + 1;
    if (character < ' ') return -i;
    if (character === '\\') {
      const escape = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(i, i + 6));
      if (escape === null) return -i;
      i += escape[0].length - 1;
    }
  }
  return -text.length;
}

/** End of the number or word that starts at `at`; −at where there is none. */
function wordEnd(text: string, at: number): number {
  const word = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/.exec(
    text.slice(at, at + 400),
  );
  return word === null ? -at : at + word[0].length;
}
