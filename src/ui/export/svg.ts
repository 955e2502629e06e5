/** What a drawing says beside its lines; read back by `svgNote`. */
export interface SvgNote {
  readonly title: string;
  readonly software: string;
  /** Run document. */
  readonly text: string;
}

const NAMESPACE = 'urn:synaptic-field-lab:run';

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (xml: string): string =>
  xml.replaceAll(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(entities, name) ? entities[name] : whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

/** Puts something behind everything that a drawing of ours draws. */
export function under(svg: string, more: string): string {
  return svg.replace(/^<svg[^>]*>/, (head) => head + more);
}

/** A ground of a drawing's own size; null: none. In numbers, for not every reader knows what 100 % is of. */
export const groundOf = (
  { width, height }: { readonly width: number; readonly height: number },
  color: string | null,
): string => (color === null ? '' : `<rect width="${width}" height="${height}" fill="${escaped(color)}"/>`);

/** A drawing as a file: on a ground, or on none, with its size in millimetres and the run that it shows. */
export function svgFile(
  { svg, width, height }: { readonly svg: string; readonly width: number; readonly height: number },
  ground: string | null,
  note: SvgNote,
): string {
  // 96 pixels of CSS are an inch: told in millimetres, printers and editors need not guess.
  const millimetres = (pixels: number): string => `${Number(((pixels * 25.4) / 96).toFixed(4))}mm`;
  const sized = svg.replace(/^<svg[^>]*>/, (head) =>
    head
      .replace(/ width="[^"]*"/, ` width="${millimetres(width)}"`)
      .replace(/ height="[^"]*"/, ` height="${millimetres(height)}"`),
  );
  const run = `<run xmlns="${NAMESPACE}" software="${escaped(note.software)}">${escaped(note.text)}</run>`;
  const head = `<title>${escaped(note.title)}</title><metadata>${run}</metadata>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${under(sized, head + groundOf({ width, height }, ground))}\n`;
}

/** The run in a drawing that was saved here; null where there is none. */
export function svgRun(svg: string): string | null {
  const found = /<metadata>\s*<run xmlns="([^"]*)"[^>]*>([^<]*)<\/run>/.exec(svg);
  return found === null || found[1] !== NAMESPACE ? null : plain(found[2]);
}
