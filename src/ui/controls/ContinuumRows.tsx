import '../../messages/late.ts';
import type { JSX } from 'react';
import type { RunInfo } from '../../engine/protocol.ts';
import type { PresentRun } from '../../store/index.ts';
import { ContinuumNote } from './ContinuumNote.tsx';
import { SpacingRow } from './SpacingRow.tsx';

interface ContinuumRowsProps {
  readonly info: RunInfo;
  readonly run: PresentRun;
}

/** What stands under the continuum theory while it is on the clock: what it is worth, and the lattice spacing. */
export function ContinuumRows({ info, run }: ContinuumRowsProps): JSX.Element {
  return (
    <>
      <ContinuumNote info={info} run={run} />
      <SpacingRow scenario={run.scenario} />
    </>
  );
}
