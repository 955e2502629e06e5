import { text } from '../../../messages/index.ts';
import { isWideStart, wideOf } from '../../../scenario/wide.ts';
import {
  criticalityOf,
  responseOf,
  type Criticality,
  type Response,
  type WideNetwork,
} from '../../../scenario/wideTheory.ts';
import type { Scenario } from '../../../scenario/types.ts';
import { useLab } from '../../../store/index.ts';

/** An activation's response, with its class. */
export interface Known {
  readonly response: Response;
  readonly criticality: Criticality;
}

let last: (Known & { readonly key: string }) | null = null;

/** The response of an activation; the last one is kept, for sliders move σ_w and σ_b alone. */
export function knownOf({ activation }: WideNetwork): Known {
  const key = JSON.stringify(activation);
  if (last?.key !== key) {
    const response = responseOf(activation);
    last = { key, response, criticality: criticalityOf(response) };
  }
  return last;
}

/** The wide network that the run was asked to be, before it is there; null where it has no such limit. */
export function wideNow(): WideNetwork | null {
  const { present } = useLab.getState();
  return present === null ? null : wideOf(present.scenario);
}

/** What has to be said where a run does not start as the theory has it. */
export const startWords = (scenario: Scenario): readonly string[] =>
  isWideStart(scenario) ? [] : [text('wide.start')];
