import { scalarSourcesOf } from '../../../scenario/fieldSources.ts';
import type { RunInfo } from '../../../engine/protocol.ts';
import { presentOf, type TouchTool } from '../../../store/index.ts';
import { MOST_DOTS } from '../trackDrawing.ts';

/** Why a tool cannot be used in a run: a message; null where it can. */
export function toolObstacle(
  info: RunInfo,
  tool: TouchTool,
): 'touch.tooMany' | 'touch.fromData' | 'touch.noForce' | 'touch.noSources' | null {
  if (info.tracks[0].weightCount > MOST_DOTS) return 'touch.tooMany';
  if (tool === 'pull' || tool === 'weights') return null;
  if (scalarSourcesOf(presentOf(info).scenario) !== null) return null;
  if (tool === 'force') return 'touch.noForce';
  return info.data.sampleCount > 0 ? 'touch.fromData' : 'touch.noSources';
}
