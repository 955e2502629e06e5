import { useRef, type JSX, type KeyboardEvent } from 'react';
import { text, type MessageId } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { aloneOf, homeOf, isOffered } from '../../store/pictures.ts';
import { nextTab } from '../parts/rovingTabs.ts';
import { useOverflow } from '../parts/useOverflow.ts';
import { useUi } from '../uiState.ts';

/** What a phone shows beside pictures. */
const panels = {
  charts: 'tab.charts',
  controls: 'tab.controls',
  equation: 'tab.equation',
} as const satisfies Readonly<Record<string, MessageId>>;
export type PhonePanel = keyof typeof panels;

/** The tab that is shown: one that the run does not have gives way to the picture at home. */
export function usePhoneTab(): string {
  const tab = useUi((state) => state.tab);
  const pictures = useLab((state) => state.pictures);
  const info = useLab((state) => state.info);
  const picture = pictures.find(({ id }) => id === tab);
  const there = picture === undefined ? tab !== null && tab in panels : isOffered(picture, info);
  return there && tab !== null ? tab : homeOf(pictures).id;
}

/** A tab of a picture that flies, or that gives way to one, is called as everywhere: what is mounted together flies. */
function choose(tab: string): void {
  const { pictures, maximized, maximize } = useLab.getState();
  const to = aloneOf(pictures, tab);
  if (to?.flies === true || aloneOf(pictures, maximized)?.flies === true) maximize(to?.id ?? null);
  useUi.setState({ tab });
}

/** The tabs of a phone: one picture, chart or panel at a time. */
export function PhoneTabs({ current }: { readonly current: string }): JSX.Element {
  const row = useRef<HTMLDivElement>(null);
  useOverflow(row, `tab-${current}`);
  const pictures = useLab((state) => state.pictures);
  const info = useLab((state) => state.info);
  const tabs: readonly (readonly [string, MessageId])[] = [
    ...pictures
      .filter((picture) => isOffered(picture, info))
      .map((picture) => [picture.id, picture.name] as const),
    ...Object.entries(panels),
  ];
  /** Arrow keys go round the tabs, Home and End to their ends; the tab that gets the focus is shown. */
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const at = tabs.findIndex(([id]) => id === current);
    const next = nextTab(event.key, at, tabs.length);
    if (next === null) return;
    event.preventDefault();
    choose(tabs[next][0]);
    document.getElementById(`tab-${tabs[next][0]}`)?.focus();
  };
  return (
    <div
      ref={row}
      className="tabs turned"
      role="tablist"
      aria-label={text('tab.list')}
      tabIndex={-1}
      onKeyDown={move}
    >
      {tabs.map(([tab, name]) => (
        <button
          key={tab}
          id={`tab-${tab}`}
          type="button"
          role="tab"
          aria-selected={tab === current}
          aria-controls="tab-panel"
          tabIndex={tab === current ? 0 : -1}
          onClick={() => choose(tab)}
        >
          {text(name)}
        </button>
      ))}
    </div>
  );
}
