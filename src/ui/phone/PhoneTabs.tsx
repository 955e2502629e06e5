import { useRef, type JSX, type KeyboardEvent } from 'react';
import { text, type MessageId } from '../../messages/index.ts';
import { nextTab } from '../parts/rovingTabs.ts';
import { useOverflow } from '../parts/useOverflow.ts';
import { phoneTabs, useUi, type PhoneTab } from '../uiState.ts';

const names: Record<PhoneTab, MessageId> = {
  network: 'tab.network',
  field: 'tab.field',
  universe: 'tab.universe',
  charts: 'tab.charts',
  controls: 'tab.controls',
  equation: 'tab.equation',
};

function choose(tab: PhoneTab): void {
  useUi.setState({ tab });
}

/** Arrow keys go round the tabs, Home and End to their ends; the tab that gets the focus is shown. */
function moveTab(event: KeyboardEvent<HTMLDivElement>): void {
  const at = phoneTabs.indexOf(useUi.getState().tab);
  const next = nextTab(event.key, at, phoneTabs.length);
  if (next === null) return;
  event.preventDefault();
  choose(phoneTabs[next]);
  document.getElementById(`tab-${phoneTabs[next]}`)?.focus();
}

/** The tabs of a phone: one picture, chart or panel at a time. */
export function PhoneTabs(): JSX.Element {
  const current = useUi((state) => state.tab);
  const row = useRef<HTMLDivElement>(null);
  useOverflow(row, `tab-${current}`);
  return (
    <div
      ref={row}
      className="tabs"
      role="tablist"
      aria-label={text('tab.list')}
      tabIndex={-1}
      onKeyDown={moveTab}
    >
      {phoneTabs.map((tab) => (
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
          {text(names[tab])}
        </button>
      ))}
    </div>
  );
}
