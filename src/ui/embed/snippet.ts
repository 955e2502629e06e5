/** The HTML that puts the lab into an article. */

export const embedLevels = ['bare', 'run', 'full'] as const;
export type EmbedLevel = (typeof embedLevels)[number];

/** How large the frame is: in proportion to the text's width, or in pixels. */
export type FrameSize =
  { readonly ratio: readonly [number, number] } | { readonly width: number; readonly height: number };

export interface Snippet {
  /** Address of the lab with the run, its hash included. */
  readonly address: string;
  readonly level: EmbedLevel;
  /** Id of a picture, or 'both'; null: as the run's document has it. */
  readonly pictures: string | null;
  /** Null: the reader's. */
  readonly ground: string | null;
  readonly play: boolean;
  readonly size: FrameSize;
  /** What a screen reader calls the frame. */
  readonly title: string;
}

/** Text as the value of an attribute in double quotes. */
function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** The address of the frame. */
export function embedAddress({ address, level, pictures, ground, play }: Snippet): string {
  const url = new URL(address);
  url.searchParams.set('embed', level);
  if (pictures !== null) url.searchParams.set('pictures', pictures);
  if (ground !== null) url.searchParams.set('ground', ground);
  url.searchParams.set('play', play ? '1' : '0');
  return url.href;
}

export function snippetOf(snippet: Snippet): string {
  const { size, title } = snippet;
  const box =
    'ratio' in size
      ? `width: 100%; aspect-ratio: ${size.ratio.join(' / ')}; min-height: 200px; border: 0`
      : `width: ${size.width}px; max-width: 100%; height: ${size.height}px; border: 0`;
  return [
    `<iframe title="${attribute(title)}" loading="lazy" allow="fullscreen"`,
    `  style="${box}"`,
    `  src="${attribute(embedAddress(snippet))}"></iframe>`,
  ].join('\n');
}

/** Whether nobody else can reach an address. */
export function isLocal(address: string): boolean {
  const { hostname, protocol } = new URL(address);
  if (protocol === 'file:') return true;
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname);
}
