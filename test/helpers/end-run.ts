import { SERVER } from './database.ts';
import { dropTemplates } from './templates.ts';

export default async function endRun(): Promise<void> {
  if (SERVER !== undefined) await dropTemplates(SERVER);
}
