import { text } from '../../messages/index.ts';
import { decodeLink } from '../../scenario/link/codec.ts';
import type { Since } from '../../scenario/link/since.ts';
import { ScenarioError, show, type RunDocument } from '../../scenario/types.ts';
import { useLab } from '../../store/index.ts';
import { openShipped } from '../files/shipped.ts';
import { takeTurn } from '../files/turn.ts';
import { useUi } from '../uiState.ts';
import { fetchBase } from './base.ts';

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
    const { document, shippedId, since } = await decodeLink(written, fetchBase);
    if (!stillAsked()) return false;
    const { openDocument } = useLab.getState();
    void openDocument(document, shippedId);
    leaveNoScreen(document);
    tellSince(document.scenario.title, shippedId, since);
    return true;
  } catch (error) {
    if (stillAsked()) await report(error);
    return false;
  }
}

/** What a file or a scenario leaves to the screen as it stands is in a link, or is not: it opens as it was made. */
function leaveNoScreen({ view }: RunDocument): void {
  useLab.setState({
    ...(view.hidden === undefined ? { hiddenTracks: [] } : {}),
    ...(view.unrolled === undefined ? { unrolled: false } : {}),
    ...(view.lesson === undefined ? { lesson: null } : {}),
  });
}

/** Tells that the scenario of a link has changed since: what differs, and the way to how it is today. */
function tellSince(title: string, id: string | null, since: Since | null): void {
  if (since === null) return;
  const act = id === null ? null : (): void => void openShipped(id);
  useUi.setState({ notice: { kind: 'since', title, since, act } });
}
