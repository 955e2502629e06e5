import { useId, type JSX } from 'react';
import { formatInteger } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { refineObstacle } from '../../scenario/refine.ts';
import type { Scenario } from '../../scenario/types.ts';
import { RowHead } from './RowHead.tsx';
import { placeOfSites, siteCounts, sitesAtPlace } from './spacing.ts';
import { SliderTrack } from './SliderTrack.tsx';
import { setSites } from './trackActions.ts';

/** Lattice spacing at a fixed length of the ring: where a network and its continuum meet, or never do. */
export function SpacingRow({ scenario }: { readonly scenario: Scenario }): JSX.Element {
  const helpId = useId();
  const sites = Number(scenario.system.N);
  const obstacle = refineObstacle(scenario);
  const shown = text('spacing.value', { sites: formatInteger(sites) });
  const label = text('spacing.label');
  const go = (place: number): void => {
    const next = sitesAtPlace(place);
    if (next !== sites) setSites(next);
  };
  return (
    <div className="ctl" data-help={helpId} data-path="lattice.spacing">
      <RowHead symbol="a" label={label} restarts>
        <span className="v">{shown}</span>
      </RowHead>
      {obstacle === null ? (
        <SliderTrack
          label={label}
          describedBy={helpId}
          position={placeOfSites(sites)}
          range={{ min: 0, max: siteCounts.length - 1, step: 1 }}
          valueText={shown}
          onMove={go}
          onCommit={go}
          onRestore={() => undefined}
        />
      ) : (
        <p className="track-note">{text(`spacing.${obstacle}`)}</p>
      )}
      <p id={helpId} className="vh">
        {text('spacing.about')}
      </p>
    </div>
  );
}
