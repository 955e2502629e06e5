import { useMemo, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { findShipped, type ShippedChoice } from '../../scenario/shipped.ts';
import { useLab } from '../../store/index.ts';
import { ChoiceRow } from '../controls/ChoiceRow.tsx';
import { openShipped } from '../files/shipped.ts';

/** What the run was opened as: a shipped scenario or a preset of one; null where it is a file's, or another title was given. */
export function useShipped(): ShippedChoice | null {
  const shipped = useLab((state) => state.shipped);
  const id = useLab((state) => state.shippedId);
  const title = useLab((state) => state.document?.scenario.title);
  return useMemo(() => {
    const choice = id === null ? null : findShipped(shipped, id);
    return choice !== null && choice.title === title ? choice : null;
  }, [shipped, id, title]);
}

/** The presets of the scenario that is open, the one that is shown among them; nothing where it has none. */
export function PresetChoice({ bare = false }: { readonly bare?: boolean }): JSX.Element | null {
  const shipped = useLab((state) => state.shipped);
  const id = useLab((state) => state.shippedId);
  const opened = useShipped();
  const scenario = id === null ? undefined : findShipped(shipped, id)?.scenario;
  if (scenario === undefined || scenario.presets.length === 0) return null;
  const options = scenario.presets.map((preset) => ({ value: preset.id, label: preset.title }));
  // What was made another system is no preset any more: choosing one, the same too, brings it back.
  const changed = opened === null ? [{ value: '', label: text('scene.presetChanged') }] : [];
  return (
    <div className="preset">
      <ChoiceRow
        label={text('scene.preset')}
        value={opened?.id ?? ''}
        options={[...changed, ...options]}
        restarts={false}
        bare={bare}
        onChoose={(chosen) => {
          if (chosen !== '') void openShipped(chosen);
        }}
      />
    </div>
  );
}
