/** Red, green, blue; 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Stops of the maps of the tokens. */
const STOPS = 9;

/** Reads the tokens of a part of the page, for pictures on a plain canvas. */
export function readTokens(element: Element): {
  readonly token: (name: string) => string;
  readonly rgb: (name: string) => Rgb;
  readonly map: (name: 'div' | 'seq') => readonly Rgb[];
} {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const rgb = (name: string): Rgb => {
    const digits = token(name).slice(1);
    // The build shortens #ffffff to #fff.
    const value = Number.parseInt(digits.length === 3 ? digits.replace(/./g, '$&$&') : digits, 16);
    return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
  };
  return {
    token,
    rgb,
    map: (name) => Array.from({ length: STOPS }, (_, index) => rgb(`--${name}-${index}`)),
  };
}

/** One colour and another, mixed: 0 is the first. */
export function mix(from: Rgb, to: Rgb, part: number): Rgb {
  return [0, 1, 2].map((n) => from[n] + (to[n] - from[n]) * part) as unknown as Rgb;
}

export function css(color: Rgb): string {
  return `rgb(${color.map(Math.round).join(' ')})`;
}

/** A part of a map, from 0 to 1: linear between its stops. */
export function between(stops: readonly Rgb[], part: number): Rgb {
  const place = Math.min(1, Math.max(0, part)) * (stops.length - 1);
  const from = Math.min(stops.length - 2, Math.floor(place));
  return mix(stops[from], stops[from + 1], place - from);
}

/** Colour at a part of the map, from 0 to 1. */
export function colorAt({ stops }: { readonly stops: readonly Rgb[] }, part: number): string {
  return css(between(stops, part));
}
