import { presentStep, useLab } from '../../store/index.ts';
import { presentLink, SAFE_LENGTH } from '../../ui/link/make.ts';
import type { Session } from './session.ts';

/** How long a run rests before its link is written: browsers allow some hundred changes of the address in half a minute. */
const AFTER_MS = 1000;
/** Longest document, in characters, whose link is made without being asked for: some 30 ms. */
const MOST_CHARACTERS = 200_000;

/**
 * Keeps a link to the run in the address while it rests, so that whoever copies or bookmarks the address has what is seen;
 * none while it plays, where the scenario as it was opened says all, and where the link is too long to be safe.
 */
export function followLink(session: Session): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = async (): Promise<void> => {
    const before = useLab.getState();
    const step = presentStep();
    if (before.playing || before.info === null) return;
    const link = session.touched(before, step) ? ((await presentLink(MOST_CHARACTERS)) ?? '') : '';
    const now = useLab.getState();
    if (now.playing || now.document !== before.document || presentStep() !== step) return;
    session.setLink(link.length > SAFE_LENGTH ? '' : link);
  };
  useLab.subscribe((now, before) => {
    if (now.playing) {
      if (!before.playing) session.setLink('');
      return;
    }
    if (
      now.document === before.document &&
      now.info === before.info &&
      now.playing === before.playing &&
      now.readouts?.step === before.readouts?.step &&
      now.comparison === before.comparison &&
      now.selected === before.selected &&
      now.maximized === before.maximized
    )
      return;
    clearTimeout(timer);
    timer = setTimeout(() => void write(), AFTER_MS);
  });
}
