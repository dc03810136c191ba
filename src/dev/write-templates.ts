import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { loadTexts } from '../i18n.ts';
import { templateFiles } from './message-templates.ts';

const folder = new URL('../../templates/whatsapp/', import.meta.url);
const files = templateFiles(loadTexts());

mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!(name in files)) rmSync(new URL(name, folder));
for (const [name, content] of Object.entries(files)) writeFileSync(new URL(name, folder), content);
