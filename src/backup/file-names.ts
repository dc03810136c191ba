/** Lines of JSON under gzip: `zcat` shows what is in it. */
const ENDING = '.jsonl.gz';
const OURS = /^griot-(\d{4}-\d\d-\d\d-\d{6})(\.nightly)?\.jsonl\.gz$/;

export const isBackupName = (name: string): boolean => OURS.test(name);
export const isNightlyName = (name: string): boolean => OURS.exec(name)?.[2] !== undefined;

/** In the order of their names they are in the order of their times. */
export function backupName(now: Date, kind: 'asked' | 'nightly'): string {
  const [day = '', time = ''] = now.toISOString().split('T');
  return `griot-${day}-${time.slice(0, 8).replaceAll(':', '')}${kind === 'nightly' ? '.nightly' : ''}${ENDING}`;
}

export const isFileName = (to: string): boolean => to.endsWith(ENDING) || to.endsWith('.gz');
