import './link.css';
import { Download, QrCode } from 'lucide-react';
import { QRCodeSVG } from 'qrcode.react';
import { useEffect, useRef, useState, type JSX } from 'react';
import { isolated } from '../../messages/bidi.ts';
import { formatInteger } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { presentStep, useLab } from '../../store/index.ts';
import { Modal } from '../dialogs/Modal.tsx';
import { isLocal } from '../embed/snippet.ts';
import { saveFile } from '../files/save.ts';
import { CopyText } from '../parts/CopyText.tsx';
import { announce } from '../uiState.ts';
import { FINE_QR, linkAddress, MOST_IN_QR, presentLink, SAFE_LENGTH } from './make.ts';

/** The link to the run as it stood when this was opened: to be copied, as a QR code, or as a file where it is long. */
export function LinkDialog(): JSX.Element {
  // What is shown is what is copied, also while the run plays on.
  const [title] = useState(() => useLab.getState().document?.scenario.title ?? '');
  const [step] = useState(presentStep);
  const [address, setAddress] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    presentLink().then(
      (link) => {
        if (gone) return;
        if (link === null) setFailed(true);
        else setAddress(linkAddress(link));
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, []);
  const count = formatInteger(address?.length);
  useEffect(() => {
    if (address !== null) announce(text('link.ready', { count }));
  }, [address, count]);
  const at = formatInteger(step);
  const about =
    title === ''
      ? text('link.aboutUntitled', { step: at })
      : text('link.about', { title: isolated(title), step: at });
  return (
    <Modal title={text('link.title')} className="link-dialog">
      <p className="note">{about}</p>
      {failed ? <p role="alert">{text('link.failed')}</p> : null}
      {address === null ? null : <Made address={address} count={count} title={title} />}
      <footer>
        {address === null ? null : (
          <CopyText
            label={text('link.copy')}
            field={text('link.field')}
            words={() => address}
            className="button primary"
          />
        )}
        <button type="button" className="button" onClick={saveFile}>
          <Download aria-hidden="true" />
          {text('link.file')}
        </button>
        {address === null ? null : <span className="note num">{text('link.length', { count })}</span>}
      </footer>
    </Modal>
  );
}

/** Takes the focus from the dialog's first button, where a hand has not moved it yet. */
function takeFocus(area: HTMLTextAreaElement | null): void {
  const { activeElement } = document;
  const first = area?.closest('dialog')?.querySelector('button');
  if (activeElement === first || activeElement === document.body) area?.focus();
}

interface MadeProps {
  readonly address: string;
  /** Its length, in words. */
  readonly count: string;
  readonly title: string;
}

function Made({ address, count, title }: MadeProps): JSX.Element {
  const { length } = address;
  return (
    <>
      <textarea
        readOnly
        rows={3}
        aria-label={text('link.field')}
        value={address}
        spellCheck={false}
        // It comes a moment after the dialog: what a hand wants first is the link.
        ref={takeFocus}
        onFocus={(event) => event.currentTarget.select()}
      />
      {length > SAFE_LENGTH ? (
        <p className="note warning">{text('link.long', { most: formatInteger(SAFE_LENGTH) })}</p>
      ) : null}
      {isLocal(address) ? <p className="note">{text('embed.local')}</p> : null}
      {length > MOST_IN_QR ? (
        <p className="note">{text('link.noQr', { count, most: formatInteger(MOST_IN_QR) })}</p>
      ) : (
        <Code address={address} title={title} />
      )}
      <p className="note">{text('link.local')}</p>
    </>
  );
}

/** The code, small, and as large as the screen for a hall. */
function Code({ address, title }: Omit<MadeProps, 'count'>): JSX.Element {
  const hall = useRef<HTMLDialogElement>(null);
  return (
    <div className="link-code">
      <Qr address={address} />
      <div>
        <p>{text('link.qr')}</p>
        {address.length > FINE_QR ? <p className="note">{text('link.fine')}</p> : null}
        <button type="button" className="button" onClick={() => hall.current?.showModal()}>
          <QrCode aria-hidden="true" />
          {text('link.hall')}
        </button>
      </div>
      {/* A press anywhere closes it, beside Escape and the button. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
      <dialog
        ref={hall}
        className="link-hall"
        aria-label={text('link.hallName')}
        // It is inside another dialog, which stays.
        onCancel={(event) => event.stopPropagation()}
        onClose={(event) => event.stopPropagation()}
        onClick={() => hall.current?.close()}
      >
        <Qr address={address} />
        <p dir="auto">{title}</p>
        <button type="button" className="button">
          {text('dialog.close')}
        </button>
      </dialog>
    </div>
  );
}

/** Black on white on every ground, with the quiet zone of four modules that readers need. */
function Qr({ address }: { readonly address: string }): JSX.Element {
  return (
    <QRCodeSVG
      value={address}
      level="L"
      marginSize={4}
      bgColor="white"
      fgColor="black"
      title={text('link.qrName')}
      className="link-qr"
    />
  );
}
