import { formatShort } from '../../messages/format.ts';
import { declared } from '../../messages/index.ts';
import { controlsOf } from '../../scenario/patch.ts';
import { choicesOf } from '../../scenario/shipped.ts';
import type { LabState } from '../../store/index.ts';
import { allCommands, commandName } from '../commands.ts';
import { jumpTo } from '../controls/jump.ts';
import { openShipped } from '../files/shipped.ts';
import { keyLabel } from '../transport/CommandButton.tsx';
import type { PaletteItem } from './paletteSearch.ts';

/** Something found, and what choosing it does. */
export interface PaletteEntry extends PaletteItem {
  readonly run: () => void;
}

function commandEntries(): readonly PaletteEntry[] {
  return allCommands()
    .filter(({ id }) => id !== 'palette')
    .map((command) => ({
      id: `command.${command.id}`,
      kind: 'command',
      label: commandName(command),
      hint: command.keys.length === 0 ? '' : keyLabel(command.id),
      keywords: command.id,
      run: command.run,
    }));
}

function parameterEntries(run: LabState['present']): readonly PaletteEntry[] {
  if (run === null) return [];
  return controlsOf(run.scenario).flatMap(({ section, label: group, kind, parameters }) =>
    parameters.map(({ path, name, declaration, value }): PaletteEntry => {
      const label = declared(`parameter.${section}.${kind}.${name}.label`, declaration.label);
      const shown = typeof value === 'number' ? formatShort(value) : typeof value === 'string' ? value : '';
      return {
        id: `parameter.${path}`,
        kind: 'parameter',
        label,
        hint: `${declaration.symbol} ${shown}`.trim(),
        keywords: `${declaration.symbol} ${path} ${group} ${declaration.help}`,
        run: () => jumpTo(path),
      };
    }),
  );
}

function scenarioEntries({ shipped }: LabState): readonly PaletteEntry[] {
  return choicesOf(shipped).map(({ id, title, about, scenario }) => ({
    id: `scenario.${id}`,
    kind: 'scenario',
    label: title,
    hint: '',
    keywords: `${id} ${scenario.id} ${about}`,
    run: () => void openShipped(id),
  }));
}

/** Everything the palette knows, as things stand when it is opened. */
export function paletteEntries(state: LabState): readonly PaletteEntry[] {
  return [...commandEntries(), ...parameterEntries(state.present), ...scenarioEntries(state)];
}
