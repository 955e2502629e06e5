import { useId, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { choicesOf } from '../../scenario/shipped.ts';
import { useLab } from '../../store/index.ts';
import { openShipped } from '../files/shipped.ts';
import { EquationView } from '../math/EquationView.tsx';
import { errataList, type ErratumEntry } from '../math/errataList.ts';
import { Words } from '../math/Words.tsx';
import { showDialog } from '../uiState.ts';
import { Modal } from './Modal.tsx';

/** Where the paper and its talks are wrong, each with what is right and a scenario that shows it. */
export function ErrataDialog(): JSX.Element {
  return (
    <Modal title={text('erratum.title')} className="errata-page">
      <p className="note">{text('erratum.about')}</p>
      {/* A scrolled region is reached by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ol className="errata-list" tabIndex={0} aria-label={text('erratum.title')}>
        {errataList.map((erratum) => (
          <Erratum key={erratum.id} {...erratum} />
        ))}
      </ol>
    </Modal>
  );
}

function Erratum({ id, place, line, formula, scene }: ErratumEntry): JSX.Element {
  const heading = useId();
  const shipped = useLab((state) => state.shipped);
  const choice = choicesOf(shipped).find((one) => one.id === scene);
  return (
    <li aria-labelledby={heading}>
      <h3 id={heading}>
        <span className="tag">{id}</span> {text(place)}
      </h3>
      <p>
        <Words of={text(line)} />
      </p>
      <EquationView equation={formula} />
      {choice !== undefined && (
        <button
          type="button"
          className="text-button"
          aria-label={text('erratum.showNamed', { id, title: choice.title })}
          onClick={() => {
            showDialog(null);
            void openShipped(choice.id);
          }}
        >
          {text('erratum.show')}: {choice.title}
        </button>
      )}
    </li>
  );
}
