import type { ComponentType, JSX } from 'react';
import type { ChartPicture } from '../../store/pictures.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { later } from '../../store/later.ts';
import { Part } from '../parts/Part.tsx';
import { showDialog, useUi, type DialogName } from '../uiState.ts';
import { TypedAhead } from './TypedAhead.ts';

/** Each loads when it is first asked for, or ahead when the page is idle. */
const dialogs: Readonly<
  Record<
    DialogName,
    { readonly name: MessageId; readonly View: ComponentType<{ readonly charts: readonly ChartPicture[] }> }
  >
> = {
  scenarios: {
    name: 'part.scenarios',
    View: later(async () => (await import('../gallery/Gallery.tsx')).Gallery),
  },
  lessons: {
    name: 'part.lessons',
    View: later(async () => (await import('../lesson/LessonsDialog.tsx')).LessonsDialog),
  },
  talk: {
    name: 'part.talk',
    View: later(async () => (await import('../talk/TalkDialog.tsx')).TalkDialog),
  },
  grounds: {
    name: 'part.grounds',
    View: later(async () => (await import('./GroundDialog.tsx')).GroundDialog),
  },
  shortcuts: {
    name: 'part.shortcuts',
    View: later(async () => (await import('./ShortcutsDialog.tsx')).ShortcutsDialog),
  },
  palette: {
    name: 'part.palette',
    View: later(async () => (await import('./PaletteDialog.tsx')).PaletteDialog),
  },
  compare: {
    name: 'part.compare',
    View: later(async () => (await import('./CompareDialog.tsx')).CompareDialog),
  },
  errata: {
    name: 'part.errata',
    View: later(async () => (await import('./ErrataDialog.tsx')).ErrataDialog),
  },
  samples: {
    name: 'part.samples',
    View: later(async () => (await import('../data/SamplesDialog.tsx')).SamplesDialog),
  },
  data: {
    name: 'part.data',
    View: later(async () => (await import('../data/DataDialog.tsx')).DataDialog),
  },
  explore: {
    name: 'part.explore',
    View: later(async () => (await import('../explore/ExploreDialog.tsx')).ExploreDialog),
  },
  embed: {
    name: 'part.embed',
    View: later(async () => (await import('../embed/EmbedDialog.tsx')).EmbedDialog),
  },
  link: {
    name: 'part.link',
    View: later(async () => (await import('../link/LinkDialog.tsx')).LinkDialog),
  },
  audience: {
    name: 'part.audience',
    View: later(async () => (await import('../second/AudienceDialog.tsx')).AudienceDialog),
  },
  offline: {
    name: 'part.offline',
    View: later(async () => (await import('../offline/OfflineDialog.tsx')).OfflineDialog),
  },
  sweep: {
    name: 'part.sweep',
    View: later(async () => (await import('../sweep/SweepDialog.tsx')).SweepDialog),
  },
  export: {
    name: 'part.export',
    View: later(async () => (await import('../export/ExportDialog.tsx')).ExportDialog),
  },
  verify: {
    name: 'part.verify',
    View: later(async () => (await import('./VerifyDialog.tsx')).VerifyDialog),
  },
};

/** The dialog that is open, if any. */
export function Dialogs({ charts }: { readonly charts: readonly ChartPicture[] }): JSX.Element | null {
  const dialog = useUi((state) => state.dialog);
  if (dialog === null) return null;
  const { name, View } = dialogs[dialog];
  return (
    <Part
      key={dialog}
      name={text(name)}
      place="floating"
      fallback={<TypedAhead />}
      close={() => showDialog(null)}
    >
      <View charts={charts} />
    </Part>
  );
}
