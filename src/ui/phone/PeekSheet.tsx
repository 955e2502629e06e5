import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { useControls } from '../controls/Controls.tsx';
import { ParameterRow } from '../controls/ParameterRow.tsx';
import { useUi } from '../uiState.ts';

/** The control used last, always at hand under the picture; friction at first. */
export function PeekSheet(): JSX.Element | null {
  const last = useUi((state) => state.lastControl);
  const sections = useControls();
  const all = sections.flatMap((section) => section.parameters.map((control) => ({ section, control })));
  const found =
    all.find(({ control }) => control.path === last) ??
    all.find(({ control }) => control.path === 'expansion.gamma') ??
    all.find(({ control }) => control.declaration.apply === 'live');
  if (found === undefined) return null;
  const { section, control } = found;
  return (
    <aside className="peek" aria-label={text('peek.name')}>
      <button type="button" className="peek-all" onClick={() => useUi.setState({ tab: 'controls' })}>
        {text('peek.all')}
      </button>
      <ParameterRow
        key={control.path}
        id={`parameter.${section.section}.${section.kind}.${control.name}`}
        control={control}
      />
    </aside>
  );
}
