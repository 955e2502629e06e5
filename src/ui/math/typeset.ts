import katex from 'katex';
import 'katex/dist/katex.min.css';

/** TeX to markup. Only equations of this program come here, so its class command is trusted. */
export function typeset(tex: string): string {
  return katex.renderToString(tex, {
    throwOnError: false,
    strict: false,
    trust: ({ command }) => command === '\\htmlClass',
  });
}
