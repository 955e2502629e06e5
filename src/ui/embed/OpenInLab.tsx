import { ExternalLink } from 'lucide-react';
import { useEffect, useRef, useState, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { labAddress } from './labAddress.ts';

type Make = (() => string | null) | null;

/** A link to the lab itself, in a new tab, with the run as it stands when it is pressed. */
export function OpenInLab(): JSX.Element {
  const shippedId = useLab((state) => state.shippedId);
  const [address, setAddress] = useState<string | null>(null);
  // What makes links, and the file that they build on: they are there before a hand comes, since a press waits for nothing.
  const make = useRef<Make>(null);
  useEffect(() => {
    let gone = false;
    make.current = null;
    void import('../link/make.ts')
      .then(async ({ baseOf, linkNow }) => {
        const base = await baseOf(shippedId);
        if (!gone) make.current = () => linkNow(base);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [shippedId]);
  // Made anew whenever a hand comes near: a link is followed, opened aside or copied as it stands then.
  const renew = (): void => setAddress(labAddress(shippedId, make.current?.() ?? ''));
  return (
    <a
      className="embed-lab"
      href={address ?? labAddress(shippedId)}
      target="_blank"
      rel="noopener"
      aria-label={text('embed.lab')}
      data-tip={text('embed.labHelp')}
      onPointerEnter={renew}
      onPointerDown={renew}
      onFocus={renew}
      onKeyDown={renew}
      onContextMenu={renew}
    >
      <ExternalLink aria-hidden="true" />
      <span>{text('embed.lab')}</span>
    </a>
  );
}
