import { useId, type JSX } from 'react';
import { declared, text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { showDialog } from '../uiState.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { FileRow } from './FileRow.tsx';
import { IntegersRow } from './IntegersRow.tsx';
import { SliderRow } from './SliderRow.tsx';
import { SwitchRow } from './SwitchRow.tsx';
import { helpText } from './help.ts';
import { activationOptions, profileOptions } from './options.ts';
import type { ParameterControl } from './types.ts';

interface ParameterRowProps {
  /** 'parameter.<section>.<kind>.<name>': where its strings stand in the catalogue. */
  readonly id: string;
  readonly control: ParameterControl;
}

/** What the run uses where a parameter leaves it to the run: dt, the dimension of the lattice, the learning rate 1/γ; else null. */
function useResolved(name: string, value: unknown): number | null {
  return useLab(({ info, readouts }) => {
    if (typeof value === 'number') return null;
    if (name === 'dt') return info?.dt ?? null;
    if (name === 'd') return info?.dimension ?? null;
    const gamma = readouts?.gamma ?? 0;
    return name === 'eta' && gamma > 0 ? 1 / gamma : null;
  });
}

/** The row of one parameter, by the type of its declaration. */
export function ParameterRow({ id, control }: ParameterRowProps): JSX.Element {
  const helpId = useId();
  const label = declared(`${id}.label`, control.declaration.label);
  return (
    <>
      <Row control={control} label={label} helpId={helpId} />
      <p id={helpId} className="vh">
        {helpText(id, control.declaration)}
      </p>
    </>
  );
}

interface RowProps {
  readonly control: ParameterControl;
  readonly label: string;
  readonly helpId: string;
}

function Row({ control, label, helpId }: RowProps): JSX.Element {
  const { path, declaration, value } = control;
  const resolved = useResolved(control.name, value);
  const set = (next: unknown): void => void useLab.getState().setParameter(path, next);
  const common = { path, value, label, helpId };
  const restarts = declaration.apply === 'restart';
  switch (declaration.type) {
    case 'real':
    case 'integer':
      return <SliderRow {...common} declaration={declaration} resolved={null} />;
    case 'auto':
      return (
        <SliderRow
          {...common}
          declaration={declaration}
          resolved={resolved}
          word={text('control.auto')}
          withResolved
        />
      );
    case 'optional-real':
      return (
        <SliderRow
          {...common}
          declaration={declaration}
          resolved={resolved}
          word={text(control.name === 'eta' ? 'control.derived' : 'control.auto')}
        />
      );
    case 'profile':
      if (typeof value !== 'number' && typeof value !== 'string') break;
      return (
        <>
          <ChoiceRow
            label={text('profile.of', { name: label })}
            value={typeof value === 'string' ? value : 'number'}
            options={profileOptions()}
            helpId={helpId}
            path={typeof value === 'number' ? undefined : path}
            restarts={restarts}
            onChoose={(name) => set(name === 'number' ? declaration.slider[1] / 2 : name)}
          />
          {typeof value === 'number' ? (
            <SliderRow {...common} declaration={declaration} resolved={null} />
          ) : null}
        </>
      );
    case 'choice':
      return (
        <ChoiceRow
          label={label}
          value={String(value)}
          options={declaration.options}
          helpId={helpId}
          path={path}
          restarts={restarts}
          onChoose={set}
        />
      );
    case 'activation':
      return (
        <ChoiceRow
          label={label}
          value={typeof value === 'string' ? value : 'custom'}
          options={activationOptions(value)}
          helpId={helpId}
          path={path}
          restarts={restarts}
          onChoose={(name) => {
            if (name !== 'custom') set(name);
          }}
        />
      );
    case 'boolean':
      return <SwitchRow label={label} checked={value === true} helpId={helpId} path={path} onChange={set} />;
    case 'integers':
      return <IntegersRow {...common} declaration={declaration} />;
    case 'vector':
    case 'matrix':
    case 'pairs':
    case 'text':
    case 'columns':
      break;
  }
  // Samples have a table; a table has a dialog that makes samples of it.
  const dialog = path === 'data.X' || path === 'data.Y' ? 'samples' : path === 'data.text' ? 'data' : null;
  return (
    <FileRow
      symbol={declaration.symbol}
      label={label}
      value={value}
      helpId={helpId}
      onEdit={dialog === null ? undefined : () => showDialog(dialog)}
    />
  );
}
