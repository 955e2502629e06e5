import { text } from '../../messages/index.ts';
import { decodeLink } from '../../scenario/link/codec.ts';
import { ScenarioError, show } from '../../scenario/types.ts';
import { useLab } from '../../store/index.ts';
import { fetchShipped } from '../files/shipped.ts';
import { takeTurn } from '../files/turn.ts';
import { useUi } from '../uiState.ts';

/** Tells what keeps a link from being opened; what is shown stays. */
async function report(error: unknown): Promise<void> {
  await import('../../messages/late.ts');
  const source = text('link.source');
  const problem =
    error instanceof ScenarioError
      ? { path: error.path === 'link' ? '' : error.path, value: shown(error.value), expected: error.expected }
      : {
          path: '',
          value: error instanceof Error ? error.message : String(error),
          expected: text('file.fetched'),
        };
  useLab.getState().report({ source, ...problem });
}

const shown = (value: unknown): string => {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : show(value);
};

/**
 * Opens the run of a link, unless another was asked for meanwhile; what is wrong with it is told, and what is shown stays.
 *  @param written  a link, or an address or a text with one
 *  @returns        whether its run was opened
 */
export async function openLink(written: string): Promise<boolean> {
  const stillAsked = takeTurn();
  try {
    const { document, shippedId, baseChanged } = await decodeLink(written, fetchShipped);
    if (!stillAsked()) return false;
    const { openDocument } = useLab.getState();
    void openDocument(document, shippedId);
    if (baseChanged) {
      const { title } = document.scenario;
      useUi.setState({ notice: { kind: 'changed', title, step: 0, act: null } });
    }
    return true;
  } catch (error) {
    if (stillAsked()) await report(error);
    return false;
  }
}
