import { CircleCheck, CloudOff, RefreshCw } from 'lucide-react';
import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import { useOffline, type Hold } from '../../offline/state.ts';

/** The heading of a state. */
export function HoldTitle({ hold }: { readonly hold: Hold }): JSX.Element {
  const Sign = {
    ready: CircleCheck,
    fetching: RefreshCw,
    partly: CloudOff,
    failed: CloudOff,
    unkept: CloudOff,
  };
  const Icon = Sign[hold.state];
  return (
    <>
      <Icon aria-hidden="true" /> {text(`offline.${hold.state}`)}
    </>
  );
}

/** One quiet line: whether the lab opens without a network, as its service worker says. */
export function OfflineSign(): JSX.Element | null {
  const hold = useOffline((state) => state.hold);
  const update = useOffline((state) => state.update);
  if (hold === null || hold.state === 'unkept') return null;
  return (
    <p className="note offline-sign" data-offline={hold.state}>
      <HoldTitle hold={hold} />
      {update.state === 'waiting' || update.state === 'others' ? <> · {text('offline.waiting')}</> : null}
    </p>
  );
}
