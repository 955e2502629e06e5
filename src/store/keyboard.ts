/** What of a key press says which key it is. */
export interface KeySigns {
  readonly key: string;
  /** The key's place, by its sign on a US board; empty where it is not known (phones, remote hands). */
  readonly code?: string;
  readonly keyCode?: number;
  readonly isComposing?: boolean;
  readonly shiftKey?: boolean;
  readonly getModifierState?: (modifier: string) => boolean;
}

/** Signs of the US board beside letters and digits. */
const signs: Readonly<Record<string, readonly [plain: string, shifted: string] | undefined>> = {
  Period: ['.', '>'],
  Comma: [',', '<'],
  Slash: ['/', '?'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
};

/** What stands at a place of the US board; null where that is no letter, digit or sign. */
function signAt(code: string, shifted: boolean): string | null {
  const letter = /^Key([A-Z])$/.exec(code);
  if (letter !== null) return letter[1].toLowerCase();
  const pair = signs[code];
  return pair === undefined ? null : pair[shifted ? 1 : 0];
}

/**
 * The key that a press means on any layout: what is printed where that is ASCII or a Latin letter (so AZERTY, Dvorak and
 * QWERTZ go by their print), else the place on the board (Cyrillic, Greek, Korean). Letters are lower case.
 *  @returns null while a word is being composed, for a dead key, and for a third sign (AltGr)
 */
export function keyMeant(press: KeySigns): string | null {
  const { key, code = '', keyCode, isComposing = false, shiftKey = false } = press;
  if (isComposing || keyCode === 229 || key === 'Process' || key === 'Dead') return null;
  if (press.getModifierState?.('AltGraph') === true) return null;
  // Named keys (Enter, ArrowLeft) are longer than one sign.
  if (key.length > 1 && /^[A-Z][A-Za-z0-9]+$/.test(key)) return key;
  if (/^[\x20-\x7e]$/.test(key)) return key.toLowerCase();
  return /^\p{Script=Latin}$/u.test(key) ? key.toLowerCase() : signAt(code, shiftKey);
}

/** The digit of the upper row or of the pad, whatever the layout prints there first (AZERTY: & é " '); else null. */
export function digitMeant({ key, code = '' }: KeySigns): string | null {
  if (/^[0-9]$/.test(key)) return key;
  return /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1] ?? null;
}
