import winston from 'winston';

export type Logger = winston.Logger;

/** A line of JSON in production, a readable one elsewhere. What is logged is chosen where it is logged: ids, counts, codes; never a number, a text or a secret. */
export const createLogger = (level: string, production: boolean): Logger =>
  winston.createLogger({
    level: level === 'silent' ? 'error' : level,
    silent: level === 'silent',
    format: production ? winston.format.combine(winston.format.timestamp(), winston.format.json()) : readable,
    transports: [new winston.transports.Console()],
  });

const readable = winston.format.printf(({ level, message, ...rest }) => {
  const details = Object.entries(rest).map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return [level === 'info' ? '' : `${level}:`, String(message), ...details].filter(Boolean).join(' ');
});

/** What went wrong, without what it went wrong with: messages of drivers carry the values of a row. */
export const reason = (error: unknown): { error: string; where: string } => {
  if (!(error instanceof Error)) return { error: 'unknown', where: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return { error: code, where: (error.stack ?? '').split('\n').find((line) => line.includes('/src/') || line.includes('/flows/'))?.trim().replace(/\(?file:\/\/.*\/(src|flows)\//, '$1/') ?? '' };
};
