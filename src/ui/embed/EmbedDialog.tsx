import './dialog.css';
import { useEffect, useState, type JSX, type ReactNode } from 'react';
import { formatInteger } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { isOffered } from '../../store/pictures.ts';
import { grounds } from '../../store/screenKeys.ts';
import { SwitchRow } from '../controls/SwitchRow.tsx';
import { ValueField } from '../controls/ValueField.tsx';
import { Modal } from '../dialogs/Modal.tsx';
import { CopyText } from '../parts/CopyText.tsx';
import { isOwn } from '../lesson/own.ts';
import { departedLink } from '../link/make.ts';
import { EmbeddedStep, stepTitle } from './EmbeddedStep.tsx';
import { labAddress, stepAddress } from './labAddress.ts';
import { embedLevels, isLocal, snippetOf, type EmbedLevel, type FrameSize } from './snippet.ts';

const levelWords: Readonly<Record<EmbedLevel, readonly [MessageId, MessageId]>> = {
  bare: ['embed.bare', 'embed.bareAbout'],
  run: ['embed.run', 'embed.runAbout'],
  full: ['embed.full', 'embed.fullAbout'],
};

const shapes = { wide: [16, 9], square: [4, 3], fixed: null } as const;
type Shape = keyof typeof shapes;
const LEAST = { width: 300, height: 200 } as const;
const MOST = 4000;

/** Makes the HTML of a frame with the run as it stands, or with the step of a lesson that is open. */
export function EmbedDialog(): JSX.Element {
  const pictures = useLab((state) => state.pictures);
  const info = useLab((state) => state.info);
  const title = useLab((state) => state.document?.scenario.title ?? '');
  const [level, setLevel] = useState<EmbedLevel>('run');
  const [picture, setPicture] = useState('');
  const [ground, setGround] = useState('');
  const [play, setPlay] = useState(false);
  const [shape, setShape] = useState<Shape>('wide');
  const [fixed, setFixed] = useState({ width: 720, height: 420 });
  // The run as it stood when the dialog was opened: what is shown is what is copied.
  const [address, setAddress] = useState(() => labAddress(useLab.getState().shippedId));
  const [scenarioAlone, setScenarioAlone] = useState(false);
  const [place] = useState(() => useLab.getState().lesson);
  const [asStep, setAsStep] = useState(place !== null && !isOwn(place.id));
  const step = asStep ? place : null;
  useEffect(() => {
    // A scenario at its start needs no link: its name says it all, and takes part in what becomes of it.
    departedLink().then(
      (link) => {
        if (link !== null) setAddress(labAddress(null, link));
      },
      () => setScenarioAlone(true),
    );
  }, []);
  const ratio = shapes[shape];
  const size: FrameSize = ratio === null ? fixed : { ratio };
  const html = snippetOf({
    address: step === null ? address : stepAddress(window.location.href, step.id, step.step),
    level,
    pictures: picture === '' ? null : picture,
    ground: ground === '' ? null : ground,
    play,
    size,
    title: [step === null ? title : stepTitle(step), text('app.name')]
      .filter((part) => part !== '')
      .join(', '),
  });
  const take = (side: keyof typeof LEAST, typed: string): string | null => {
    const value = Number(typed.trim());
    if (!Number.isInteger(value) || value < LEAST[side] || value > MOST) return text(`embed.${side}Expected`);
    setFixed((old) => ({ ...old, [side]: value }));
    return null;
  };
  return (
    <Modal title={text('embed.title')} className="embed-dialog">
      <p className="note">{text('embed.about')}</p>
      {place === null ? null : isOwn(place.id) ? (
        <p className="note">{text('embed.ownStep')}</p>
      ) : (
        <EmbeddedStep place={place} chosen={asStep} onChoose={setAsStep} />
      )}
      <fieldset className="embed-levels">
        <legend>{text('embed.level')}</legend>
        {embedLevels.map((one) => (
          <label key={one} aria-label={text(levelWords[one][0])}>
            <input
              type="radio"
              name="embed-level"
              value={one}
              checked={one === level}
              data-focus={one === level}
              onChange={() => setLevel(one)}
            />
            <span>
              <strong>{text(levelWords[one][0])}</strong>
              <span className="note">{text(levelWords[one][1])}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {step !== null && level === 'bare' ? <p className="note">{text('embed.stepBare')}</p> : null}
      <div className="embed-choices">
        <Choice label={text('embed.pictures')} value={picture} onChange={setPicture}>
          <option value="">{text('embed.asNow')}</option>
          <option value="both">{text('embed.both')}</option>
          {pictures
            .filter((one) => isOffered(one, info))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {text(name)}
              </option>
            ))}
        </Choice>
        <Choice label={text('embed.ground')} value={ground} onChange={setGround}>
          <option value="">{text('embed.groundReader')}</option>
          {grounds.map((one) => (
            <option key={one} value={one}>
              {text(`ground.${one}`)}
            </option>
          ))}
        </Choice>
        <Choice label={text('embed.size')} value={shape} onChange={(value) => setShape(value as Shape)}>
          {(Object.keys(shapes) as Shape[]).map((one) => (
            <option key={one} value={one}>
              {text(`embed.${one}`)}
            </option>
          ))}
        </Choice>
      </div>
      {ratio === null ? (
        <div className="embed-size">
          {(['width', 'height'] as const).map((side) => (
            <div key={side} className="stop-row">
              <span>{text(`embed.${side}`)}</span>
              <ValueField
                label={text(`embed.${side}`)}
                shown={String(fixed[side])}
                editable={String(fixed[side])}
                onCommit={(typed) => take(side, typed)}
              />
            </div>
          ))}
        </div>
      ) : null}
      <SwitchRow label={text('embed.play')} checked={play} onChange={setPlay} />
      <textarea readOnly rows={5} aria-label={text('embed.snippet')} value={html} spellCheck={false} />
      {scenarioAlone && step === null ? <p className="note">{text('embed.scenarioAlone')}</p> : null}
      {isLocal(address) ? <p className="note">{text('embed.local')}</p> : null}
      <footer>
        <CopyText
          label={text('embed.copy')}
          field={text('embed.snippet')}
          words={() => html}
          className="button primary"
        />
        <span className="note num">{text('embed.length', { count: formatInteger(html.length) })}</span>
      </footer>
    </Modal>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ReactNode;
}

function Choice({ label, value, onChange, children }: ChoiceProps): JSX.Element {
  return (
    <label>
      <span>{label}</span>
      <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </select>
    </label>
  );
}
