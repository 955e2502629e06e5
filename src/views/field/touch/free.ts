import { scalarSourcesOf } from '../../../scenario/fieldSources.ts';
import type { RunInfo } from '../../../engine/protocol.ts';
import { presentOf, type TouchTool } from '../../../store/index.ts';

/** What a tool does in a run: a force that lasts is a field's own; a network is pushed for a moment, which is a kick. */
export type Deed = TouchTool | 'kick';

export function deedOf(info: RunInfo, tool: TouchTool): Deed {
  return tool === 'force' && scalarSourcesOf(presentOf(info).scenario) === null ? 'kick' : tool;
}

/** Why a tool cannot be used in a run: a message; null where it can. */
export function toolObstacle(
  info: RunInfo,
  tool: TouchTool,
): 'touch.fromData' | 'touch.noInertia' | 'touch.noSources' | null {
  const deed = deedOf(info, tool);
  if (deed === 'kick') return info.tracks[0].firstOrder ? 'touch.noInertia' : null;
  if (deed === 'pull' || deed === 'weights') return null;
  if (scalarSourcesOf(presentOf(info).scenario) !== null) return null;
  return info.data.sampleCount > 0 ? 'touch.fromData' : 'touch.noSources';
}
