import { Group } from 'three';
import type { RunInfo } from '../../engine/protocol.ts';
import { flyOn, tellLinked, wayNow } from '../../store/index.ts';
import { layoutField } from '../field/layout.ts';
import { createFieldPicture } from '../field/picture.ts';
import { planOfTwin, type FieldPlan } from '../field/plan.ts';
import { createGraphPicture } from '../graph/picture.ts';
import { createFlight, flownAt } from '../scene/flight.ts';
import type { Picture } from '../scene/picture.ts';
import { PLANE } from '../scene/place.ts';
import type { Projector } from '../scene/project.ts';
import type { SceneContext } from '../scene/uniforms.ts';
import { askDrawing } from '../scene/watch.ts';
import { morphLabels } from './labels.ts';
import { leavesOf, neuronLeaves, wavesOf } from './path.ts';

/** The main run's field with J and K where its cost has them: what stands at the end of the way. */
export function planOfMorph(info: RunInfo): FieldPlan {
  return { ...planOfTwin(info, 0, [0]), sources: info.quadratic ? 'couplings' : null };
}

/**
 * Draws the network that becomes its field: the network's picture and the field's in one space, and between them every wire on
 * its way to its site. What the two draw and where is theirs; this one says how far the way is.
 */
export function createMorphPicture(context: SceneContext, info: RunInfo, unrolled: boolean): Picture {
  const plan = planOfMorph(info);
  const weightCount = info.tracks[0].weightCount;
  const geometry = layoutField(info.layout, weightCount, plan.sources, info.data.sampleCount);
  const leaves = leavesOf(info.layout, geometry, weightCount);
  // Sites that stand on planes while their network is a ring are the world itself.
  const apart = geometry.space === 'plane';
  const { uCurl } = context.uniforms;
  const flight = createFlight(geometry.sites, geometry.lifts, leaves, apart ? null : uCurl);
  const triangles = context.triangles / 2;
  const wired: SceneContext = { ...context, triangles };
  const sited: SceneContext = apart
    ? { ...wired, uniforms: { ...context.uniforms, uCurl: { value: PLANE } } }
    : wired;
  const flown = (weight: number): number => flownAt(wayNow(), leaves[weight] ?? 1);
  const graph = createGraphPicture(wired, info, unrolled, {
    leaving: {
      flight,
      neurons: neuronLeaves(info.layout, leaves),
      stays: geometry.space !== 'plane',
    },
  });
  const field = createFieldPicture(sited, info, plan, {
    flight,
    waves: wavesOf(info.layout, geometry),
    flown,
    risen: () => flownAt(wayNow(), 1),
  });
  const object = new Group();
  object.add(field.object, graph.object);
  let known = performance.now();

  /** The projector as the sites are seen with it. */
  const flat: Projector = { matrix: new Float32Array(16), curl: PLANE, width: 1, height: 1, distance: 1 };
  const ofSites = (projector: Projector): Projector =>
    apart ? Object.assign(flat, projector, { curl: PLANE }) : projector;

  // In one space both are there all the time: what is left of the network stays in sight.
  const both = Float32Array.from([...graph.outline, ...field.outline]);
  return {
    object,
    outline: apart ? graph.outline : both,
    opens: true,
    towards: {
      home: (rolledOut) => field.home(rolledOut),
      outline: apart ? field.outline : both,
      plane: apart,
      part: () => {
        const m = wayNow();
        return m * m * (3 - 2 * m);
      },
    },
    sources: false,
    labels: morphLabels({ info, geometry, graph, field, flown, uCurl, apart }),
    home: (rolledOut) => graph.home(rolledOut),
    space: graph.space,
    fog: graph.fog,
    get limit() {
      return field.limit;
    },
    update(frame, draw) {
      const now = performance.now();
      if (flyOn((now - known) / 1000)) askDrawing();
      known = now;
      flight.set(wayNow());
      tellLinked(draw.linked >= 0 && draw.linked < weightCount ? flown(draw.linked) : null);
      graph.update(frame, draw);
      field.update(frame, draw);
    },
    marks: (projector, out) => (wayNow() < 0.5 ? 0 : (field.marks?.(ofSites(projector), out) ?? 0)),
    pick(x, y, projector) {
      // What has left its wire is no longer to be found there, and before it has arrived not at its site.
      const found = field.pick(x, y, ofSites(projector));
      if (found?.kind === 'weight' && flown(found.index) === 1) return found;
      if (found !== null && found.kind !== 'weight' && wayNow() === 1) return found;
      const wire = graph.pick(x, y, projector);
      return wire?.kind === 'weight' && flown(wire.index) === 1 ? null : wire;
    },
    threadEnd: () => false,
    dispose() {
      tellLinked(null);
      graph.dispose();
      field.dispose();
      flight.dispose();
    },
  };
}
