import { useId, type ReactNode } from 'react';
import { text } from '../../../messages/index.ts';
import { useLab } from '../../../store/index.ts';
import { trackWords } from '../../tracks.ts';
import { inputName } from './labels.ts';
import { tracksOf, type Asked, type Model } from './model.ts';

interface PickProps<Value extends string | number> {
  readonly name: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, name: string])[];
  readonly onPick: (value: Value) => void;
}

function Pick<Value extends string | number>({ name, value, options, onPick }: PickProps<Value>): ReactNode {
  const id = useId();
  return (
    <span className="dense-pick">
      <label htmlFor={id}>{name}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find(([option]) => String(option) === currentTarget.value);
          if (chosen !== undefined) onPick(chosen[0]);
        }}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Which track answers, which output is drawn large, and along which inputs; each where there are several. */
export function Choices({ asked, model }: { readonly asked: Asked; readonly model: Model }): ReactNode {
  const hidden = useLab((state) => state.hiddenTracks);
  const sample = useLab((state) => state.sample);
  const { info, track, output, slice } = asked;
  const { inputCount, outputCount } = info.data;
  const tracks = tracksOf(info, hidden);
  const inputs = Array.from({ length: inputCount }, (_, input) => [input, inputName(input)] as const);
  const [right, up] = slice.axes;
  return (
    <div className="dense-choices">
      {tracks.length > 1 && (
        <Pick
          name={text('dense.choice.track')}
          value={track.id}
          options={tracks.map(({ id, index }) => [id, trackWords(info, index)] as const)}
          onPick={(id) => model.choose({ track: id })}
        />
      )}
      {outputCount > 1 && (
        <Pick
          name={text('dense.choice.output')}
          value={output}
          options={Array.from({ length: outputCount }, (_, n) => [n, String(n + 1)] as const)}
          onPick={(chosen) => model.choose({ output: chosen })}
        />
      )}
      {inputCount > 2 && (
        <>
          <Pick
            name={text('dense.choice.right')}
            value={right}
            options={inputs.filter(([input]) => input !== up)}
            onPick={(chosen) => model.choose({ axes: [chosen, up] })}
          />
          <Pick
            name={text('dense.choice.up')}
            value={up}
            options={inputs.filter(([input]) => input !== right)}
            onPick={(chosen) => model.choose({ axes: [right, chosen] })}
          />
          <span>{text('dense.choice.held', { sample: sample + 1 })}</span>
        </>
      )}
    </div>
  );
}
