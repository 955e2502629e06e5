import { declared, text } from '../../messages/index.ts';
import { formatShort } from '../../messages/format.ts';
import type { Parameter } from '../../scenario/controls.ts';

/** The help of a parameter in whole sentences: what it is, its unit, its equation, what a change does. */
export function helpText(id: string, declaration: Parameter): string {
  const sentences = [declared(`${id}.help`, declaration.help)];
  if (declaration.unit !== undefined && declaration.unit !== '') {
    sentences.push(text('control.unit', { unit: declaration.unit }));
  }
  if (declaration.source !== undefined) {
    sentences.push(text('control.source', { source: declaration.source }));
  }
  if (typeof declaration.default === 'number') {
    sentences.push(text('control.default', { value: formatShort(declaration.default) }));
  }
  if (declaration.apply === 'restart') sentences.push(text('control.restartsSentence'));
  return sentences.join(' ');
}
