import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where Debian's daemons are, beside what PATH names. */
const PATH = [process.env.PATH, '/usr/sbin', '/usr/local/sbin'].join(delimiter);

/** Why there can be no Slurm here; null where there can. */
export function slurmObstacle(): string | null {
  for (const program of ['sbatch', 'slurmctld', 'slurmd', 'munged']) {
    if (spawnSync(program, ['--version'], { env: { ...process.env, PATH } }).error !== undefined) {
      return `no ${program}: apt-get install slurm-wlm munge`;
    }
  }
  return userInfo().uid === 0 ? null : 'slurmd has to be started by root';
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A cluster of one node, this machine: its own daemons with their own keys, ports and files. */
export interface SlurmNode {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What its daemons wrote. */
  logs(): string;
  stop(): Promise<void>;
}

/**
 * Starts one in a folder and waits until it takes jobs.
 *  @throws Error with the daemons' logs where it does not come up
 */
export async function startSlurm(folder: string, cpus: number): Promise<SlurmNode> {
  const at = (...names: string[]): string => join(folder, ...names);
  // munge trusts nothing that others could have written.
  chmodSync(folder, 0o755);
  for (const name of ['munge', 'socket', 'state', 'spool']) mkdirSync(at(name), { mode: 0o700 });
  chmodSync(at('socket'), 0o755);
  writeFileSync(at('munge', 'key'), randomBytes(64), { mode: 0o400 });
  const name = hostname().split('.')[0];
  const settings = {
    ClusterName: 'test',
    SlurmctldHost: name,
    SlurmctldPort: await freePort(),
    SlurmdPort: await freePort(),
    AuthType: 'auth/munge',
    AuthInfo: `socket=${at('socket', 'munge')}`,
    SlurmUser: 'root',
    SlurmdUser: 'root',
    StateSaveLocation: at('state'),
    SlurmdSpoolDir: at('spool'),
    SlurmctldPidFile: at('slurmctld.pid'),
    SlurmdPidFile: at('slurmd.pid'),
    ProctrackType: 'proctrack/linuxproc',
    TaskPlugin: 'task/none',
    SelectType: 'select/cons_tres',
    SelectTypeParameters: 'CR_CPU',
    SwitchType: 'switch/none',
    MpiDefault: 'none',
    ReturnToService: 2,
  };
  const lines = [
    ...Object.entries(settings).map(([key, value]) => `${key}=${value}`),
    `NodeName=${name} CPUs=${cpus} State=UNKNOWN`,
    `PartitionName=main Nodes=${name} Default=YES MaxTime=INFINITE State=UP`,
  ];
  writeFileSync(at('slurm.conf'), `${lines.join('\n')}\n`);
  const environment = { ...process.env, PATH, SLURM_CONF: at('slurm.conf') };

  const daemons: ChildProcess[] = [];
  const start = (program: string, args: string[], log: string): void => {
    const daemon = spawn(program, args, { env: environment, stdio: 'ignore' });
    daemons.push(daemon);
    written.push(log);
  };
  const written: string[] = [];
  const logs = (): string =>
    written.map((file) => `${file}:\n${readOrNothing(file).split('\n').slice(-15).join('\n')}`).join('\n');
  const stop = async (): Promise<void> => {
    for (const daemon of [...daemons].reverse()) {
      if (daemon.exitCode !== null || daemon.signalCode !== null) continue;
      const gone = new Promise((resolve) => daemon.once('exit', resolve));
      daemon.kill('SIGTERM');
      const late = setTimeout(() => daemon.kill('SIGKILL'), 5000);
      await gone;
      clearTimeout(late);
    }
  };

  start(
    'munged',
    [
      '--foreground',
      `--key-file=${at('munge', 'key')}`,
      `--socket=${at('socket', 'munge')}`,
      `--pid-file=${at('munge', 'pid')}`,
      `--log-file=${at('munge', 'log')}`,
      `--seed-file=${at('munge', 'seed')}`,
    ],
    at('munge', 'log'),
  );
  start('slurmctld', ['-D', '-L', at('slurmctld.log')], at('slurmctld.log'));
  start('slurmd', ['-D', '-L', at('slurmd.log')], at('slurmd.log'));
  for (let tries = 0; tries < 60; tries++) {
    const { stdout } = spawnSync('sinfo', ['--noheader', '--format=%T'], {
      env: environment,
      encoding: 'utf8',
    });
    if (stdout?.trim() === 'idle') return { environment, logs, stop };
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await stop();
  throw new Error(`the node does not come up\n${logs()}`);
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
