import '../../messages/late.ts';
import './since.css';
import type { JSX } from 'react';
import { text } from '../../messages/index.ts';
import type { Difference } from '../../scenario/link/since.ts';
import { show } from '../../scenario/types.ts';
import type { SinceNotice } from '../../store/screenKeys.ts';
import { useUi } from '../uiState.ts';

/** Values that are listed; the rest is counted. */
const MOST = 5;

const shown = (value: Difference['link']): string => (value === undefined ? text('link.none') : show(value));

/** That the scenario of a link has changed since: whether the run is as it was, the way to today's, and what differs. */
export function Since({ notice }: { readonly notice: SinceNotice }): JSX.Element {
  const { title, since, act } = notice;
  return (
    <>
      <span>{text(since.asItWas ? 'link.was' : 'link.changed', { title })}</span>
      {act === null ? null : (
        <button
          type="button"
          className="button"
          onClick={() => {
            useUi.setState({ notice: null });
            act();
          }}
        >
          {text('link.today')}
        </button>
      )}
      {since.differs.length === 0 ? null : <Differs differs={since.differs} />}
    </>
  );
}

/** The values of a link that are others in today's file of its scenario: where, in the link, today. */
function Differs({ differs }: { readonly differs: readonly Difference[] }): JSX.Element {
  const rest = differs.length - MOST;
  return (
    <div className="link-differs">
      <table>
        <caption className="vh">{text('link.differs')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('link.place')}</th>
            <th scope="col">{text('link.then')}</th>
            <th scope="col">{text('link.here')}</th>
          </tr>
        </thead>
        <tbody>
          {differs.slice(0, MOST).map(({ path, link, here }) => (
            <tr key={path}>
              <th scope="row">
                <code>{path}</code>
              </th>
              <td className="num">{shown(link)}</td>
              <td className="num">{shown(here)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? <p className="note">{text('link.moreDiffer', { count: rest })}</p> : null}
    </div>
  );
}
