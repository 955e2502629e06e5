import { ExternalLink } from 'lucide-react';
import { useState, type JSX } from 'react';
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { labAddress } from './labAddress.ts';

/** A link to the lab itself, in a new tab, with the run as it stands when it is pressed. */
export function OpenInLab(): JSX.Element {
  const shippedId = useLab((state) => state.shippedId);
  const [address, setAddress] = useState<string | null>(null);
  // Made anew whenever a hand comes near: a link is followed, opened aside or copied as it stands then.
  const renew = (): void => setAddress(labAddress());
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
