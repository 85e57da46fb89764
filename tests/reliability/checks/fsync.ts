import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testDirectory } from '#tests/support/test-platform.ts';
import { breachList, type Check } from '../support/check.ts';

/** D2: every acknowledged save was put on the disk by a system call of its own. */
export const fsyncCheck: Check = {
  about: 'D2: at least one fsync for each acknowledged save (strace)',
  runs: 300,
  async run({ runs }) {
    const { breaches, expect } = breachList();
    if (spawnSync('strace', ['-V']).status !== 0) {
      console.error('fsync: skipped, strace is not there');
      return { figures: { skipped: 'no strace' }, breaches };
    }
    const directory = testDirectory();
    const trace = join(directory, 'trace');
    const script = join(import.meta.dirname, '../children/write.ts');
    const output = execFileSync(
      'strace',
      [
        '-f',
        '-e',
        'trace=fsync,fdatasync',
        '-o',
        trace,
        process.execPath,
        script,
        directory,
        'a',
        String(runs),
      ],
      { encoding: 'utf8' },
    );
    const saves = output.split('\n').filter((line) => line.startsWith('ack ')).length;
    const fsyncs = readFileSync(trace, 'utf8').match(
      /f(data)?sync\(\d+\)\s+= 0|<\.\.\. f(data)?sync resumed/g,
    );
    const figures = { saves, fsyncs: fsyncs?.length ?? 0 };
    expect(saves === runs, `${saves} of ${runs} saves were acknowledged`);
    expect(figures.fsyncs >= saves, `${figures.fsyncs} fsyncs for ${saves} saves`);
    return { figures, breaches };
  },
};
