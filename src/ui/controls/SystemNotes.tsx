import '../../messages/late.ts';
import type { JSX } from 'react';
import { currentScenario } from '../../scenario/patch.ts';
import { useLab } from '../../store/index.ts';
import { FieldNotes } from './FieldNotes.tsx';
import { TwoFieldNote } from './TwoFieldNote.tsx';

/** What a continuum theory has to say of its limits, beside its parameters. */
export function SystemNotes(): JSX.Element | null {
  const run = useLab((state) => state.document);
  if (run === null) return null;
  const scenario = currentScenario(run);
  if (scenario.system.kind === 'two-field-1d') return <TwoFieldNote system={scenario.system} />;
  return <FieldNotes scenario={scenario} />;
}
