import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseSweepOptions } from '../../../src/cli/sweep/options.ts';
import { pointsOf } from '../../../src/engine/sweep/shard.ts';
import { problemsOf, type Schemas } from './kubernetes/schema.ts';

const schemas = JSON.parse(readFileSync('test/cli/sweep/kubernetes/job.schema.json', 'utf8')) as Schemas;
const text = readFileSync('src/cli/jobs/sweep.kubernetes.yaml', 'utf8');
const JOB = 'io.k8s.api.batch.v1.Job';

/** What the test below reads of the job; the schema has checked it. */
interface Job {
  readonly spec: {
    readonly completionMode: string;
    readonly completions: number;
    readonly template: {
      readonly spec: { readonly containers: readonly [{ readonly command: readonly string[] }] };
    };
  };
}

it('Kubernetes: the job file is a Job by the schema of batch/v1, and nothing that it does not know', () => {
  expect(problemsOf(parse(text), JOB, schemas)).toEqual([]);
});

it.each([
  ['a word for a number', 'completions: 16', 'completions: many', '$.spec.completions'],
  ['a key that there is none of', 'completionMode:', 'completionsMode:', '$.spec.completionsMode'],
  [
    'a container without a name',
    '- name: sweep\n          image',
    '- image',
    '$.spec.template.spec.containers[0].name',
  ],
  ['another kind', 'kind: Job', 'kind: CronJob', '$.kind'],
])('Kubernetes: %s is found', (_name, from, to, place) => {
  expect(text).toContain(from);
  expect(problemsOf(parse(text.replace(from, to)), JOB, schemas)[0]).toContain(place);
});

it('Kubernetes: its pods run every point exactly once, each into a file of its own', () => {
  const { spec } = parse(text) as Job;
  expect(spec.completionMode).toBe('Indexed');
  const [node, program, ...args] = spec.template.spec.containers[0].command;
  expect([node, program]).toEqual(['node', 'src/cli/launchSweep.mjs']);
  const pods = Array.from({ length: spec.completions }, (_, index) => {
    const options = parseSweepOptions(args, { JOB_COMPLETION_INDEX: String(index) });
    if (options === null) throw new Error('the job asks for help');
    return options;
  });
  const points = pods.flatMap(({ shard }) => [...pointsOf(shard, 100)]).sort((a, b) => a - b);
  expect(points).toEqual(Array.from({ length: 100 }, (_, n) => n));
  expect(new Set(pods.map(({ out }) => out)).size).toBe(spec.completions);
  expect(pods[4].out).toBe('results/RESULTS.05.ndjson');
});
